#include <algorithm>

#include <lede/extraction/factuality.hpp>
#include <lede/extraction/factuality_cues.hpp>

namespace lede {
namespace {

/// How far from a word its dependents and cues are looked for, so that time does not grow with the sentence.
constexpr std::uint32_t reach = 40;

bool starts_with(const std::string& relation, std::string_view prefix) {
    return relation.starts_with(prefix);
}

/// Reads a status off the dependency tree: at the trigger and at each word above it, the words beside it; and the words
/// above.
class TreeReader {
  public:
    TreeReader(const CueReader& cues, const Document& document, const Sentence& sentence)
        : cues_(cues), document_(document), sentence_(sentence) {}

    Status read(std::uint32_t trigger) const {
        constexpr int steps = 8;  // deeper embedding is no news style
        // "hopes for an award": the statement hangs on the trigger itself.
        if (const Cue cue = cues_.at(trigger); cue.kind == CueKind::governor) return cue.status;
        std::uint32_t node = trigger;
        bool shares_negation = true;
        for (int step = 0; step < steps; ++step) {
            if (const Status status = beside(node, shares_negation); status != Status::asserted) return status;
            const Token& token = document_.tokens[node];
            if (token.head < static_cast<std::int32_t>(sentence_.first) ||
                token.head >= static_cast<std::int32_t>(sentence_.last))
                break;
            const auto head = static_cast<std::uint32_t>(token.head);
            if (!is_open(node, step)) return Status::asserted;
            const bool joined = starts_with(token.deprel, "conj");
            shares_negation = !joined || joins_with_or(node);
            if (!joined) {
                if (const Cue cue = cues_.at(head); cue.governs()) return cue.status;
                if (starts_with(token.deprel, "ccomp") && !cues_.reports(head)) shares_negation = false;
            }
            node = head;
        }
        return is_question(node) ? Status::uncertain : Status::asserted;
    }

  private:
    const CueReader& cues_;
    const Document& document_;
    const Sentence& sentence_;

    template <class Visit>
    void for_children(std::uint32_t node, Visit visit) const {
        const std::uint32_t begin = std::max(sentence_.first, node - std::min(node, reach));
        const std::uint32_t end = std::min(sentence_.last, node + reach);
        for (std::uint32_t i = begin; i < end; ++i) {
            if (document_.tokens[i].head == static_cast<std::int32_t>(node)) visit(i, document_.tokens[i]);
        }
    }

    /// The status that a word's own dependents give it; a denial outweighs all others.
    Status beside(std::uint32_t node, bool shares_negation) const {
        Status found = Status::asserted;
        for_children(node, [&](std::uint32_t child, const Token&) {
            const Status status = status_of_child(node, child, shares_negation);
            if (found == Status::asserted || status == Status::denied) found = status;
        });
        return found;
    }

    /// What one dependent says about the word above it.
    Status status_of_child(std::uint32_t node, std::uint32_t child, bool shares_negation) const {
        const std::string& relation = document_.tokens[child].deprel;
        const Cue cue = cues_.at(child);
        bool counts = false;
        switch (cue.kind) {
            case CueKind::negator:
                counts = shares_negation && may_negate(relation);
                break;
            case CueKind::quantifier:
                counts = shares_negation && (relation == "det" || starts_with(relation, "nsubj"));
                break;
            case CueKind::modal:
                counts = starts_with(relation, "aux");
                break;
            case CueKind::future:
                counts = starts_with(relation, "aux") && !is_reported(node);
                break;
            case CueKind::condition:
                counts = starts_with(relation, "mark");
                break;
            case CueKind::hedge:
                counts = true;
                break;
            default:
                break;
        }
        if (counts) return cue.status;
        const bool argument = starts_with(relation, "nsubj") || relation == "obj";
        return argument && shares_negation && has_quantifier(child) ? Status::denied : Status::asserted;
    }
    static bool may_negate(const std::string& relation) {
        return starts_with(relation, "advmod") || starts_with(relation, "cc") || relation == "aux" ||
               relation == "case" || relation == "mark";
    }

    /// "No showrunner has been attached"
    bool has_quantifier(std::uint32_t noun) const {
        bool found = false;
        for_children(noun, [&](std::uint32_t child, const Token& token) {
            if (token.deprel == "det" && cues_.at(child).kind == CueKind::quantifier) found = true;
        });
        return found;
    }

    /// Whether a clause is what somebody said, knew or heard: "said that it would open", "it emerged that it would".
    bool is_reported(std::uint32_t node) const {
        const Token& token = document_.tokens[node];
        if (token.head < 0) return has_reporting_parataxis(node);
        const Token& above =
            starts_with(token.deprel, "conj") ? document_.tokens[static_cast<std::size_t>(token.head)] : token;
        return starts_with(above.deprel, "ccomp") || starts_with(above.deprel, "acl:relcl") ||
               has_reporting_parataxis(node);
    }
    bool has_reporting_parataxis(std::uint32_t node) const {
        bool found = false;
        for_children(node, [&](std::uint32_t child, const Token& token) {
            found = found || (starts_with(token.deprel, "parataxis") && cues_.reports(child));
        });
        return found;
    }
    bool joins_with_or(std::uint32_t node) const {
        bool found = false;
        for_children(node, [&](std::uint32_t, const Token& token) {
            found = found || (starts_with(token.deprel, "cc") && (token.lemma == "or" || token.lemma == "nor"));
        });
        return found;
    }
    bool has_copula(std::uint32_t node) const {
        bool found = false;
        for_children(node, [&](std::uint32_t, const Token& token) { found = found || token.deprel == "cop"; });
        return found;
    }

    /// Whether what stands above a word bears on it. A relative clause and an apposition state on their own; so does a
    /// noun that is named as the doer of something or with a preposition, unless a word such as "rumours" governs it
    /// directly.
    bool is_open(std::uint32_t node, int step) const {
        const std::string& relation = document_.tokens[node].deprel;
        for (const std::string_view closed :
             {"acl:relcl", "advcl:relcl", "appos", "parataxis", "nsubj", "vocative", "dislocated", "orphan"}) {
            if (starts_with(relation, closed)) return false;
        }
        if (starts_with(relation, "advcl")) return is_gerund_object(node);
        if (starts_with(relation, "conj")) return !has_own_subject(node);
        const bool nominal = starts_with(relation, "nmod") || starts_with(relation, "obl") || relation == "obj" ||
                             relation == "compound" || starts_with(relation, "iobj");
        if (!nominal) return true;
        const bool clause =
            document_.tokens[node].upos == Upos::verb || document_.tokens[node].upos == Upos::aux || has_copula(node);
        return clause || step > 0 || cues_.at(static_cast<std::uint32_t>(document_.tokens[node].head)).governs();
    }
    /// "denied having met her": parsers take the gerund for an adverbial clause.
    bool is_gerund_object(std::uint32_t node) const {
        const auto head = static_cast<std::uint32_t>(document_.tokens[node].head);
        const bool behind = node > head && node > sentence_.first && document_.form(node - 1) != ",";
        return behind && document_.tokens[node].xpos == "VBG" && cues_.at(head).governs();
    }
    bool has_own_subject(std::uint32_t node) const {
        bool found = false;
        for_children(node,
                     [&](std::uint32_t, const Token& token) { found = found || starts_with(token.deprel, "nsubj"); });
        return found;
    }
    /// The walk reached the root of a sentence that asks.
    bool is_question(std::uint32_t root) const {
        return document_.tokens[root].head < 0 && document_.form(sentence_.last - 1) == "?";
    }
};

/// Reads a status off the words before the trigger, for sentences without a tree.
class WindowReader {
  public:
    WindowReader(const CueReader& cues, const Document& document, const Sentence& sentence)
        : cues_(cues), document_(document), sentence_(sentence) {}

    Status read(std::uint32_t trigger) const {
        constexpr std::uint32_t clause = 12;   // words of an average clause
        constexpr std::uint32_t beside = 4;    // "has not yet been"
        constexpr std::uint32_t governed = 6;  // "hopes that one day it will"
        Status found = Status::asserted;
        const std::uint32_t begin = std::max(sentence_.first, trigger - std::min(trigger, clause));
        for (std::uint32_t i = trigger; i-- > begin && found == Status::asserted;) {
            if (divides(i)) break;
            const std::uint32_t distance = trigger - i;
            const Cue cue = cues_.at(i);
            if (cue.kind == CueKind::future && is_reported(i)) continue;
            const bool adjacent =
                cue.kind == CueKind::negator || cue.kind == CueKind::modal || cue.kind == CueKind::future;
            if (adjacent && distance <= beside) found = cue.status;
            if (cue.kind == CueKind::quantifier && distance <= beside) found = cue.status;
            if (cue.governs() && distance <= governed) found = cue.status;
            if (cue.kind == CueKind::condition || cue.kind == CueKind::hedge) found = cue.status;
        }
        if (found == Status::asserted && document_.form(sentence_.last - 1) == "?") return Status::uncertain;
        return found;
    }

  private:
    const CueReader& cues_;
    const Document& document_;
    const Sentence& sentence_;

    bool divides(std::uint32_t token) const {
        const std::string_view form = document_.form(token);
        return form == ";" || form == ":" || form == "(" || form == ")" || form == "—" || form == "–" || form == ",";
    }
    bool is_reported(std::uint32_t token) const {
        const std::uint32_t begin = std::max(sentence_.first, token - std::min(token, reach));
        for (std::uint32_t i = token; i-- > begin;) {
            if (cues_.reports(i)) return true;
        }
        return false;
    }
};

}  // namespace

Factuality::Factuality(const std::filesystem::path& lists) : lists_(std::make_unique<FactualityLists>(lists)) {}
Factuality::~Factuality() = default;
Factuality::Factuality(Factuality&&) noexcept = default;

Status Factuality::of(const Document& document, std::uint32_t sentence, std::uint32_t trigger, std::span<const Span> titles) const {
    const Sentence& range = document.sentences[sentence];
    const CueReader cues(*lists_, document, range, titles);
    const Token& token = document.tokens[trigger];
    const bool tree = token.head >= 0 || !token.deprel.empty();
    return tree ? TreeReader(cues, document, range).read(trigger) : WindowReader(cues, document, range).read(trigger);
}

}  // namespace lede
