#include <algorithm>
#include <string_view>

#include <lede/extraction/post_terms.hpp>

namespace lede {
namespace {

/// Longer ways up a tree are errors of the parser.
constexpr int most_steps = 8;
/// Between a title, or an employer ("head of X"), and the verb that gives it to the person.
constexpr int steps_of_title = 1, steps_of_employer = 2;

/// The words of one sentence, asked for what governs what.
class Clauses {
  public:
    Clauses(const Reading& reading, const WordList& words)
        : document_(reading.document), graph_(reading.graph), words_(words) {}

    /// The verb, or the noun that takes its place ("is mayor"), on which the token depends over at most so many steps,
    /// none of them through the person or along a row; the token itself if it is one. Nothing if there is none.
    std::optional<std::uint32_t> governor(std::uint32_t token, int steps, const Mention& person) const {
        for (int step = 0; step <= steps; ++step) {
            if (token >= person.first && token < person.last) return std::nullopt;
            if (is_predicate(token)) return token;
            const std::int32_t head = document_.tokens[token].head;
            if (head < 0 || document_.tokens[token].deprel == "conj") return std::nullopt;
            token = static_cast<std::uint32_t>(head);
        }
        return std::nullopt;
    }

    /// Whether the predicate is said of the person: its subject or object, the noun that it describes, or what a verb
    /// has that it hangs on.
    bool is_of(std::uint32_t predicate, const Mention& person) const {
        std::int32_t at = static_cast<std::int32_t>(predicate);
        for (int step = 0; step < most_steps && at >= 0; ++step) {
            const auto token = static_cast<std::uint32_t>(at);
            if (token >= person.first && token < person.last) return true;
            const bool own_subject = std::ranges::any_of(graph_.dependents(token), [&](std::uint32_t child) {
                return document_.tokens[child].deprel.starts_with("nsubj");
            });
            for (const std::uint32_t child : graph_.dependents(token))
                if (child >= person.first && child < person.last && is_argument(document_.tokens[child].deprel))
                    return true;
            const std::string& relation = document_.tokens[token].deprel;
            const bool relative = relation.starts_with("acl") || relation == "appos";
            const bool shares = relation == "conj" || relation == "xcomp" || relation == "advcl";
            if (!relative && (!shares || own_subject)) return false;
            at = document_.tokens[token].head;
            if (relative)
                return at >= static_cast<std::int32_t>(person.first) && at < static_cast<std::int32_t>(person.last);
        }
        return false;
    }

    /// Whether a date belongs to the noun of the post itself: "mayor since 2019", "head of drama from 2010 to 2018".
    bool is_of_noun(std::uint32_t date, std::uint32_t post) const {
        for (int step = 0; step < most_steps; ++step) {
            const std::int32_t head = document_.tokens[date].head;
            if (head < 0 || is_verb(static_cast<std::uint32_t>(head))) return false;
            date = static_cast<std::uint32_t>(head);
            if (date == post || (document_.tokens[post].deprel == "nmod" && document_.tokens[post].head == head))
                return true;
        }
        return false;
    }

    /// "begin", "hold", "end"; "hold" for a noun, empty for other verbs.
    std::string_view kind(std::uint32_t predicate) const {
        const Token& token = document_.tokens[predicate];
        if (token.upos != Upos::verb) return "hold";
        for (const std::uint32_t child : graph_.dependents(predicate)) {
            const std::string& relation = document_.tokens[child].deprel;
            if (relation != "compound:prt" && relation != "advmod" && relation != "obj") continue;
            const std::string_view kind = words_.value(token.lemma + ' ' + document_.tokens[child].lemma);
            if (!kind.empty()) return kind;
        }
        return words_.value(token.lemma);
    }

    /// The preposition of a phrase; empty if it has none.
    std::string_view preposition(std::uint32_t first, std::uint32_t head) const {
        for (std::uint32_t i = first; i > document_.sentences[document_.tokens[first].sentence].first && i + 3 > first;
             --i) {
            const Token& before = document_.tokens[i - 1];
            if (before.upos == Upos::adp || before.upos == Upos::sconj || before.upos == Upos::part)
                return before.lemma;
            if (before.upos != Upos::det && before.upos != Upos::adv && before.upos != Upos::adj) break;
        }
        for (const std::uint32_t child : graph_.dependents(head))
            if (document_.tokens[child].deprel == "case") return document_.tokens[child].lemma;
        return {};
    }

  private:
    const Document& document_;
    const SentenceGraph& graph_;
    const WordList& words_;

    bool is_verb(std::uint32_t token) const { return document_.tokens[token].upos == Upos::verb; }
    bool is_predicate(std::uint32_t token) const {
        if (is_verb(token)) return true;
        return std::ranges::any_of(graph_.dependents(token),
                                   [&](std::uint32_t child) { return document_.tokens[child].deprel == "cop"; });
    }
    static bool is_argument(std::string_view relation) { return relation.starts_with("nsubj") || relation == "obj"; }
};

void add(const Mention& date, std::string_view kind, std::string_view word, PostTerm& term) {
    const bool at = word.empty() || word == "in" || word == "on" || word == "at" || word == "from";
    if ((word == "since" && kind != "end") || (kind == "begin" && at) || (kind == "hold" && word == "from"))
        term.start = date.value;
    else if ((kind == "end" && at) || (kind == "hold" && (word == "until" || word == "till" || word == "to")))
        term.end = date.value;
}

}  // namespace

PostTermFinder::PostTermFinder(const std::filesystem::path& lists) : words_(lists / "term_words.tsv", 2) {}

PostTerm PostTermFinder::find(const Reading& reading, const Mention& person, const Mention& post) const {
    PostTerm term;
    if (person.sentence != post.sentence) return term;
    const Clauses clauses(reading, words_);
    const auto predicate = clauses.governor(post.head, post.is_literal() ? steps_of_title : steps_of_employer, person);
    const bool said = predicate && clauses.is_of(*predicate, person);
    const std::string_view kind = said ? clauses.kind(*predicate) : std::string_view();
    const std::string_view place = clauses.preposition(post.first, post.head);
    // "Joined from", "left for": the post is the other one.
    const bool other = (kind == "begin" && place == "from") || (kind == "end" && (place == "for" || place == "to"));
    for (const Mention& date : reading.mentions) {
        if (date.kind != MentionKind::date || date.sentence != post.sentence) continue;
        const std::string_view word = clauses.preposition(date.first, date.head);
        if (clauses.is_of_noun(date.head, post.head))
            add(date, "hold", word, term);
        else if (said && !other && clauses.governor(date.head, most_steps, person) == predicate)
            add(date, kind, word, term);
    }
    return term;
}

}  // namespace lede
