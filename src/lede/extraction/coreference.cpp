#include <lede/extraction/coreference.hpp>

#include <algorithm>

#include <lede/base/utf8.hpp>

namespace lede {
namespace {

// Weights of the evidence for an antecedent, tuned on the descriptions of the training articles.
constexpr double sentence_cost = 1.0;       ///< for each sentence that the latest mention lies back
constexpr double subject_bonus = 0.8;       ///< the latest mention was a subject
constexpr double mention_bonus = 0.15;      ///< for each mention so far, up to most_mentions
constexpr double descriptor_bonus = 2.5;    ///< the text has put this noun beside the name
constexpr double exact_class_bonus = 1.0;   ///< the class itself has the noun, not one above it
constexpr double gender_bonus = 1.0;
constexpr std::uint32_t most_mentions = 6;
/// Pronouns reach less far back than descriptions.
constexpr std::uint32_t pronoun_reach = 3;

bool is_subject(const Token& token) { return token.deprel.starts_with("nsubj"); }

}  // namespace

CoreferenceResolver::Antecedents CoreferenceResolver::make_antecedents(const std::vector<Entity>& entities) const {
    Antecedents antecedents(entities.size());
    for (std::size_t i = 0; i < entities.size(); ++i) antecedents[i].gender = pronouns_->gender_of(entities[i].name);
    return antecedents;
}

/// Remembers a mention of an entity, and the nouns in apposition or compound with its name.
void CoreferenceResolver::note(const Document& document, const Mention& mention, Antecedents& antecedents) const {
    if (mention.entity == Mention::no_entity || mention.first == mention.last) return;
    Antecedent& antecedent = antecedents[mention.entity];
    antecedent.last_token = mention.first;
    antecedent.last_sentence = mention.sentence;
    antecedent.last_was_subject = is_subject(document.tokens[mention.head]);
    ++antecedent.mentions;
    if (mention.kind != MentionKind::name) return;
    const Sentence& sentence = document.sentences[mention.sentence];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Token& token = document.tokens[i];
        if (token.upos != Upos::noun) continue;
        const bool beside = token.head == static_cast<std::int32_t>(mention.head) &&
                            (token.deprel == "compound" || token.deprel == "appos" || token.deprel == "nmod");
        const bool above = document.tokens[mention.head].head == static_cast<std::int32_t>(i) &&
                           (document.tokens[mention.head].deprel == "appos" || document.tokens[mention.head].deprel == "nsubj");
        if ((beside && token.deprel != "nmod") || above) antecedent.descriptors.push_back(to_lower(token.lemma));
    }
}

void CoreferenceResolver::resolve(const Document& document, const std::vector<Entity>& entities, std::vector<Mention>& mentions) const {
    Antecedents antecedents = make_antecedents(entities);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        Mention& mention = mentions[i];
        if (mention.kind == MentionKind::description) mention.entity = resolve_description(document, entities, antecedents, mention);
        if (mention.kind == MentionKind::pronoun) {
            const Pronoun* pronoun = pronouns_->find(document.form(mention.first));
            if (!pronoun) {
                mention.entity = find_relative_antecedent(document, mentions, i);
            } else if (pronoun->number != Pronoun::Number::speaker) {
                mention.entity = resolve_pronoun(document, entities, antecedents, mention, *pronoun);
                if (mention.entity != Mention::no_entity && pronoun->gender != '-') antecedents[mention.entity].gender = pronoun->gender;
            }
        }
        note(document, mention, antecedents);
    }
}

std::uint32_t find_relative_antecedent(const Document& document, const std::vector<Mention>& mentions, std::size_t at) {
    const Mention& pronoun = mentions[at];
    if (!document.tokens[pronoun.first].xpos.starts_with("W")) return Mention::no_entity;
    std::int32_t noun = static_cast<std::int32_t>(pronoun.first);
    for (int steps = 0; steps < 4 && noun >= 0; ++steps) {
        const Token& token = document.tokens[noun];
        noun = token.head;
        if (token.deprel == "acl:relcl") break;
        if (steps == 3) noun = -1;
    }
    for (std::size_t i = at; i-- > 0 && mentions[i].sentence == pronoun.sentence;) {
        const Mention& mention = mentions[i];
        if (mention.is_literal() || mention.entity == Mention::no_entity) continue;
        if (noun >= 0 ? mention.head == static_cast<std::uint32_t>(noun) : mention.last + 2 >= pronoun.first) return mention.entity;
    }
    return Mention::no_entity;
}

std::uint32_t CoreferenceResolver::resolve_pronoun(const Document&, const std::vector<Entity>& entities, const Antecedents& antecedents,
                                                   const Mention& mention, const Pronoun& pronoun) const {
    std::uint32_t best = Mention::no_entity;
    double best_score = -1e9;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        const Antecedent& antecedent = antecedents[i];
        if (antecedent.mentions == 0 || mention.sentence - antecedent.last_sentence > pronoun_reach) continue;
        if (!pronoun.admits(*ontology_, entities[i].class_iri)) continue;
        if (pronoun.gender != '-' && antecedent.gender != '-' && antecedent.gender != pronoun.gender) continue;
        double score = -sentence_cost * (mention.sentence - antecedent.last_sentence);
        if (antecedent.last_was_subject) score += subject_bonus;
        if (antecedent.gender == pronoun.gender && pronoun.gender != '-') score += gender_bonus;
        score += mention_bonus * std::min(antecedent.mentions, most_mentions);
        score += 1e-6 * antecedent.last_token;
        if (score > best_score) best = i, best_score = score;
    }
    return best;
}

bool CoreferenceResolver::may_describe(const std::vector<std::string>& classes, const std::string& class_iri) const {
    return std::any_of(classes.begin(), classes.end(), [&](const std::string& described) {
        return ontology_->is_a(class_iri, described) || ontology_->is_a(described, class_iri);
    });
}

std::uint32_t CoreferenceResolver::resolve_description(const Document& document, const std::vector<Entity>& entities,
                                                       const Antecedents& antecedents, const Mention& mention) const {
    const std::vector<std::string>& classes = nouns_->find(document, mention.first);
    const std::string noun = to_lower(document.tokens[mention.first].lemma);
    std::uint32_t best = Mention::no_entity;
    double best_score = -1e9;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        const Antecedent& antecedent = antecedents[i];
        if (antecedent.mentions == 0 || !may_describe(classes, entities[i].class_iri)) continue;
        double score = -sentence_cost * std::min<double>(mention.sentence - antecedent.last_sentence, 6);
        if (std::find(classes.begin(), classes.end(), entities[i].class_iri) != classes.end()) score += exact_class_bonus;
        const auto& descriptors = antecedent.descriptors;
        if (std::find(descriptors.begin(), descriptors.end(), noun) != descriptors.end()) score += descriptor_bonus;
        if (antecedent.last_was_subject) score += subject_bonus / 2;
        score += mention_bonus * std::min(antecedent.mentions, most_mentions);
        score += 1e-6 * antecedent.last_token;
        if (score > best_score) best = i, best_score = score;
    }
    return best;
}

}  // namespace lede
