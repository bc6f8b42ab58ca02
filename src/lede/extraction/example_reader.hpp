#pragma once

#include <span>
#include <vector>

#include <lede/extraction/fact_gradient.hpp>
#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/mention_builder.hpp>
#include <lede/extraction/property_table.hpp>
#include <lede/language/language_model.hpp>

namespace lede {

/// Reads example sentences as an article is read, and turns them into something to learn from. What it is given must outlive it.
class ExampleReader {
  public:
    /// Vocabulary and vectors are those of the network; null if it is not to learn.
    ExampleReader(const LanguageModel& language, const EntityBuilder& entities, const MentionBuilder& mentions, const PropertyTable& table,
                  const FactVocabulary* vocabulary, const WordVectors* vectors)
        : language_(&language), entities_(&entities), mentions_(&mentions), table_(&table), vocabulary_(vocabulary), vectors_(vectors) {}

    /// Reads one or more examples of a property that are the same text with different marks. Appends each marked pair as an instance
    /// that states the property (or does not, for a counter-example), and as false ones the pair turned round (unless the property is
    /// symmetric) and pairs of one of the arguments with something else of the sentence. In a counter-example without marks, all pairs are
    /// false. `lesson` may be null; else it gets the same for the network. Returns the features of each marked pair, sorted.
    std::vector<std::vector<std::uint64_t>> read(std::size_t property, std::span<const Example> examples, std::vector<FactInstance>& instances,
                                                 FactLesson* lesson) const;

  private:
    const LanguageModel* language_;
    const EntityBuilder* entities_;
    const MentionBuilder* mentions_;
    const PropertyTable* table_;
    const FactVocabulary* vocabulary_;
    const WordVectors* vectors_;
};

}  // namespace lede
