#pragma once

#include <vector>

#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/mention_builder.hpp>
#include <lede/extraction/property_table.hpp>
#include <lede/language/language_model.hpp>

namespace lede {

/// Reads example sentences as an article is read, and turns them into something to learn from. What it is given must outlive it.
class ExampleReader {
  public:
    ExampleReader(const LanguageModel& language, const EntityBuilder& entities, const MentionBuilder& mentions, const PropertyTable& table)
        : language_(&language), entities_(&entities), mentions_(&mentions), table_(&table) {}

    /// Appends the marked pair as an instance that states the property (or does not, for a counter-example), and as false ones the pair
    /// turned round (unless the property is symmetric) and pairs of one of the arguments with something else of the sentence.
    /// Returns the features of the marked pair, sorted.
    std::vector<std::uint64_t> read(std::size_t property, const Example& example, std::vector<FactInstance>& instances) const;

  private:
    const LanguageModel* language_;
    const EntityBuilder* entities_;
    const MentionBuilder* mentions_;
    const PropertyTable* table_;
};

}  // namespace lede
