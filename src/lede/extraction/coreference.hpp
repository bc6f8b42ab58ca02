#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/mention.hpp>
#include <lede/extraction/pronoun_list.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// The entity of a relative pronoun ("who", "which"): that of the mention whose noun the relative clause hangs on, else of the mention just
/// before; Mention::no_entity if there is none. The mentions before `at` are resolved.
std::uint32_t find_relative_antecedent(const Document& document, const std::vector<Mention>& mentions, std::size_t at);

/// Finds which entity a pronoun or a description means, by rules, for want of a model. Candidates are the entities mentioned before it in the article;
/// they are ranked by class, gender, distance, role in the sentence, and how often the article names them.
class CoreferenceResolver {
  public:
    /// All arguments must outlive the resolver.
    CoreferenceResolver(const Ontology& ontology, const ClassNouns& nouns, const PronounList& pronouns)
        : ontology_(&ontology), nouns_(&nouns), pronouns_(&pronouns) {}

    /// Fills `entity` of the pronouns and descriptions among `mentions`, which are sorted by first token and in which names have
    /// theirs. A mention for which nothing fits stays without.
    void resolve(const Document& document, const std::vector<Entity>& entities, std::vector<Mention>& mentions) const;

  private:
    /// What is known of an entity at the place that the resolver has come to.
    struct Antecedent {
        std::uint32_t last_token = 0;     ///< of its latest mention
        std::uint32_t last_sentence = 0;
        bool last_was_subject = false;
        std::uint32_t mentions = 0;
        char gender = '-';
        std::vector<std::string> descriptors;  ///< nouns that the text put beside its name
    };
    using Antecedents = std::vector<Antecedent>;

    Antecedents make_antecedents(const std::vector<Entity>& entities) const;
    void note(const Document& document, const Mention& mention, Antecedents& antecedents) const;
    std::uint32_t resolve_pronoun(const Document& document, const std::vector<Entity>& entities, const Antecedents& antecedents,
                                  const Mention& mention, const Pronoun& pronoun) const;
    std::uint32_t resolve_description(const Document& document, const std::vector<Entity>& entities,
                                      const Antecedents& antecedents, const Mention& mention) const;
    bool may_describe(const std::vector<std::string>& classes, const std::string& class_iri) const;

    const Ontology* ontology_;
    const ClassNouns* nouns_;
    const PronounList* pronouns_;
};

}  // namespace lede
