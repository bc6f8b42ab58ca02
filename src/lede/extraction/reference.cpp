#include <lede/extraction/reference.hpp>

#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>

namespace lede {
namespace {

/// How far from the noun its modifiers are looked for.
constexpr std::uint32_t window = 9;

bool is_modifier(const Token& token) { return token.upos == Upos::adj || token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::num; }

bool names_beside(std::string_view relation) { return relation == "appos" || relation == "compound" || relation == "flat" || relation == "nmod:desc"; }

void look_left(const Document& document, const ReferenceLexicon& lexicon, std::uint32_t noun, Reference& reference) {
    const std::uint32_t start = document.sentences[document.tokens[noun].sentence].first;
    for (std::uint32_t i = noun; i-- > start && noun - i <= window;) {
        const Token& token = document.tokens[i];
        if (token.head != static_cast<std::int32_t>(noun)) continue;
        if (token.deprel == "det") reference.determiner = hash_of(token.lemma);
        else if (token.deprel == "nmod:poss") reference.possessor = static_cast<std::int32_t>(i);
        else if (is_modifier(token)) reference.modifiers.push_back(lexicon.word(document, i));
    }
}

void look_right(const Document& document, std::uint32_t noun, Reference& reference) {
    const std::uint32_t stop = std::min(document.sentences[document.tokens[noun].sentence].last, noun + window);
    for (std::uint32_t i = noun + 1; i < stop; ++i) {
        const Token& token = document.tokens[i];
        if (token.head != static_cast<std::int32_t>(noun)) continue;
        reference.complement |= token.deprel.starts_with("nmod") || token.deprel.starts_with("acl");
    }
}

void look_at_pronoun(const Document& document, const ReferenceLexicon& lexicon, Reference& reference) {
    reference.pronoun = lexicon.pronouns().find(document.form(reference.mention->first));
    if (!reference.pronoun) return;
    reference.kind = reference.pronoun->group;
    reference.several = reference.pronoun->number == Pronoun::Number::several;
}

void look_at_description(const Document& document, const ReferenceLexicon& lexicon, Reference& reference) {
    const std::uint32_t noun = reference.mention->first;
    const Token& token = document.tokens[noun];
    for (const std::string& iri : lexicon.nouns().find(document, noun)) reference.classes.push_back(lexicon.ties().find(iri));
    if (reference.classes.empty()) {
        reference.classes = lexicon.guess_classes(reference.noun);
        reference.guessed = true;
    }
    reference.group_size = lexicon.group_size(token.lemma);
    const bool plural = token.xpos == "NNS" || token.xpos == "NNPS";
    reference.several = plural || reference.group_size.has_value();
    reference.kind = combine(0xDE5C, (plural ? 1 : 0) + (reference.group_size ? 2 : 0));
    look_left(document, lexicon, noun, reference);
    look_right(document, noun, reference);
}

}  // namespace

Reference look_at(const Document& document, const ReferenceLexicon& lexicon, const Mention& mention) {
    const Token& token = document.tokens[mention.first];
    Reference reference;
    reference.mention = &mention;
    reference.noun = lexicon.word(document, mention.first);
    reference.subject = token.deprel.starts_with("nsubj");
    reference.relation = hash_of(token.deprel);
    if (token.head >= 0) reference.governor = lexicon.word(document, static_cast<std::uint32_t>(token.head));
    if (mention.kind == MentionKind::pronoun) {
        reference.noun.lemma = hash_of(to_lower(document.form(mention.first)));
        look_at_pronoun(document, lexicon, reference);
    } else {
        look_at_description(document, lexicon, reference);
    }
    return reference;
}

bool are_beside(const Document& document, std::uint32_t a, std::uint32_t b) {
    const auto hangs_on = [&](std::uint32_t below, std::uint32_t above) {
        return document.tokens[below].head == static_cast<std::int32_t>(above) && names_beside(document.tokens[below].deprel);
    };
    return hangs_on(a, b) || hangs_on(b, a);
}

bool are_equated(const Document& document, std::uint32_t a, std::uint32_t b) {
    const auto is_subject_of = [&](std::uint32_t below, std::uint32_t above) {
        return document.tokens[below].head == static_cast<std::int32_t>(above) && document.tokens[below].deprel == "nsubj" &&
               document.tokens[above].upos == Upos::noun;
    };
    return is_subject_of(a, b) || is_subject_of(b, a);
}

}  // namespace lede
