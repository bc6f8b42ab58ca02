#pragma once

#include <filesystem>
#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/coreference.hpp>
#include <lede/extraction/dates.hpp>
#include <lede/extraction/entity_builder.hpp>
#include <lede/extraction/mention.hpp>
#include <lede/extraction/numbers.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// Collects all mentions of a document: names, what refers back to them, and literal values.
class MentionBuilder {
  public:
    /// The ontology must outlive the builder.
    MentionBuilder(const Ontology& ontology, const std::filesystem::path& data_folder);

    /// Sorted by first token, then by last. Pronouns and descriptions that could not be resolved are left out; each sentence has implicit
    /// mentions of what it may be about without saying so.
    std::vector<Mention> build(const Document& document, const DocumentEntities& entities) const;

  private:
    ClassNouns nouns_;
    CoreferenceResolver coreference_;
    DateFinder dates_;
    NumberFinder numbers_;

    const Ontology* ontology_;

    void add_values(const Document& document, std::vector<bool>& taken, std::vector<Mention>& mentions) const;
};

}  // namespace lede
