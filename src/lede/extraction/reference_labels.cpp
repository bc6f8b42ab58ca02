#include <lede/extraction/reference_labels.hpp>

#include <algorithm>

#include <lede/base/utf8.hpp>

namespace lede {
namespace {

bool is_nominal(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::adj || token.upos == Upos::num;
}

/// The noun of a phrase: its head, or where the tree is wrong there, its last noun.
std::uint32_t find_noun(const Document& document, Span tokens) {
    const std::uint32_t head = head_of(document, tokens.begin, tokens.end);
    if (is_nominal(document.tokens[head])) return head;
    for (std::uint32_t i = tokens.end; i-- > tokens.begin;)
        if (is_nominal(document.tokens[i])) return i;
    return head;
}

/// Calls `use` with the place of each occurrence.
template <class Use>
void for_each_place(std::string_view text, std::string_view wanted, const Use& use) {
    for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) use(at);
}

bool holds(const std::vector<std::uint32_t>& items, std::uint32_t item) { return std::find(items.begin(), items.end(), item) != items.end(); }

}  // namespace

ReferenceLabels::ReferenceLabels(const Document& document, const ReferenceLexicon& lexicon, const AnnotatedArticle& article,
                                 const std::vector<Mention>& names, std::span<const QuotedSpan> quotations)
    : document_(document) {
    read_descriptions(article);
    read_evidence(lexicon, article, names);
    read_speakers(article, quotations);
}

/// The tokens that lie inside the bytes.
Span ReferenceLabels::find_tokens(std::size_t begin, std::size_t end) const {
    const auto from = std::lower_bound(document_.tokens.begin(), document_.tokens.end(), begin,
                                       [](const Token& token, std::size_t place) { return token.span.begin < place; });
    auto to = from;
    while (to != document_.tokens.end() && to->span.end <= end) ++to;
    return {static_cast<std::uint32_t>(from - document_.tokens.begin()), static_cast<std::uint32_t>(to - document_.tokens.begin())};
}

void ReferenceLabels::read_descriptions(const AnnotatedArticle& article) {
    const std::string text = to_lower(document_.text());
    if (text.size() != document_.text().size()) return;  // offsets would not fit
    for (const auto& [phrase, meant] : article.descriptions) {
        const std::string wanted = to_lower(phrase);
        std::size_t times = 0;
        for_each_place(text, wanted, [&](std::size_t) { ++times; });
        for_each_place(text, wanted, [&](std::size_t at) { add_description(find_tokens(at, at + wanted.size()), meant, times == 1); });
    }
}

void ReferenceLabels::add_description(Span tokens, const std::vector<std::uint32_t>& meant, bool once) {
    if (tokens.empty()) return;
    const std::uint32_t noun = find_noun(document_, tokens);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
        if (i != noun) unsure_.insert(i);
    Meaning& meaning = descriptions_[noun];
    for (const std::uint32_t entity : meant)
        if (!holds(meaning.entities, entity)) meaning.entities.push_back(entity);
    meaning.together = once && meaning.entities.size() > 1;
    std::sort(meaning.entities.begin(), meaning.entities.end());
}

void ReferenceLabels::read_evidence(const ReferenceLexicon& lexicon, const AnnotatedArticle& article, const std::vector<Mention>& names) {
    std::map<std::uint32_t, std::map<std::uint32_t, int>> votes;  // pronoun → entity → facts
    for (const AnnotatedFact& fact : article.facts) {
        if (fact.evidence.empty()) continue;
        for_each_place(document_.text(), fact.evidence, [&](std::size_t at) {
            const Span tokens = find_tokens(at, at + fact.evidence.size());
            const auto is_named = [&](std::uint32_t entity) {
                const bool by_description = std::any_of(descriptions_.begin(), descriptions_.end(), [&](const auto& item) {
                    return tokens.begin <= item.first && item.first < tokens.end && holds(item.second.entities, entity);
                });
                return by_description || std::any_of(names.begin(), names.end(), [&](const Mention& name) {
                    return name.entity == entity && tokens.begin <= name.head && name.head < tokens.end;
                });
            };
            for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
                const Pronoun* pronoun = lexicon.pronouns().find(document_.form(i));
                if (!pronoun || pronoun->number == Pronoun::Number::speaker) continue;
                for (const std::uint32_t entity : {fact.subject, fact.object.value_or(fact.subject)}) {
                    const bool fits = pronoun->number == Pronoun::Number::several || pronoun->admits(lexicon.ontology(), article.entities[entity].class_iri);
                    if (fits && !is_named(entity)) ++votes[i][entity];
                }
            }
        });
    }
    for (const auto& [token, entities] : votes) {
        const auto most = std::max_element(entities.begin(), entities.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        Meaning& meaning = pronouns_[token];
        for (const auto& [entity, count] : entities)
            if (count == most->second) meaning.entities.push_back(entity);
        const Pronoun* pronoun = lexicon.pronouns().find(document_.form(token));
        meaning.together = pronoun->number == Pronoun::Number::several && meaning.entities.size() > 1;
    }
}

void ReferenceLabels::read_speakers(const AnnotatedArticle& article, std::span<const QuotedSpan> quotations) {
    for (const QuotedSpan& quotation : quotations) {
        if (!quotation.speaker) continue;
        const std::string_view words = slice(document_.text(), quotation.words);
        for (const auto& [speaker, first_words] : article.quotes)
            if (words.starts_with(first_words.substr(0, 20))) pronouns_[*quotation.speaker] = {{speaker}, false};
    }
}

std::vector<bool> ReferenceLabels::judge(const Reference& reference, const AntecedentChoices& choices) const {
    const auto& known = reference.pronoun ? pronouns_ : descriptions_;
    const auto found = known.find(reference.mention->first);
    std::vector<bool> right(choices.ends.size(), false);
    if (found == known.end()) {
        if (reference.pronoun || unsure_.contains(reference.mention->first)) return {};
        right[0] = true;
        return right;
    }
    bool any = false, grouped = false;
    const Meaning& meaning = found->second;
    for (std::size_t i = 0; i < choices.antecedents.size(); ++i) {
        const Antecedent& antecedent = choices.antecedents[i];
        if (antecedent.group < 0) {
            right[i + 1] = holds(meaning.entities, antecedent.entity);
        } else {
            std::vector<std::uint32_t> members = (*choices.groups)[static_cast<std::size_t>(antecedent.group)].entities;
            std::sort(members.begin(), members.end());
            right[i + 1] = meaning.together && std::includes(members.begin(), members.end(), meaning.entities.begin(), meaning.entities.end());
            grouped = grouped || right[i + 1];
        }
        any = any || right[i + 1];
    }
    for (std::size_t i = 0; grouped && i < choices.antecedents.size(); ++i)
        if (choices.antecedents[i].group < 0) right[i + 1] = false;
    // What is annotated but not among the choices is, for this place, nothing.
    if (!any && !reference.pronoun) right[0] = any = true;
    return any ? right : std::vector<bool>();
}

}  // namespace lede
