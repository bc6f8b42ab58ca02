#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/mention.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// Finds which entity a pronoun or a description means. Candidates are the entities mentioned before it in the article;
/// they are ranked by class, gender, distance, role in the sentence, and how often the article names them.
class CoreferenceResolver {
  public:
    /// Reads lists/pronouns.tsv and gazetteer/given_names.tsv of the data folder. Ontology and nouns must outlive the resolver.
    CoreferenceResolver(const Ontology& ontology, const ClassNouns& nouns, const std::filesystem::path& data_folder);

    /// Fills `entity` of the pronouns and descriptions among `mentions`, which are sorted by first token and in which names have
    /// theirs. A mention for which nothing fits stays without.
    void resolve(const Document& document, const std::vector<Entity>& entities, std::vector<Mention>& mentions) const;

  private:
    struct Pronoun {
        std::string class_iri;
        bool excluded = false;  ///< stands for anything but that class
        char gender = '-';
    };
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
    std::uint32_t resolve_relative(const Document& document, const std::vector<Mention>& mentions, std::size_t at) const;
    std::uint32_t resolve_pronoun(const Document& document, const std::vector<Entity>& entities, const Antecedents& antecedents,
                                  const Mention& mention, const Pronoun& pronoun) const;
    std::uint32_t resolve_description(const Document& document, const std::vector<Entity>& entities,
                                      const Antecedents& antecedents, const Mention& mention) const;
    bool may_describe(const std::vector<std::string>& classes, const std::string& class_iri) const;

    const Ontology* ontology_;
    const ClassNouns* nouns_;
    std::unordered_map<std::string, Pronoun> pronouns_;
    std::unordered_map<std::string, char> given_names_;
};

}  // namespace lede
