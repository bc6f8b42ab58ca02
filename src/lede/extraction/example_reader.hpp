#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <lede/extraction/fact_gradient.hpp>
#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/marked_document.hpp>
#include <lede/extraction/mention_builder.hpp>
#include <lede/extraction/property_table.hpp>
#include <lede/language/language_model.hpp>

namespace lede {

/// An example of a property, by its index in the table.
struct PropertyExample {
    std::size_t property = 0;
    const Example* example = nullptr;
};

/// What examples teach by what they do not mark, which is only probably false.
struct Unmarked {
    PropertySet rivals;   ///< properties that a pair marked for another one states none of
    float weight = 0.3F;  ///< of a pair that contrasts with a marked one, against 1 for the marked one
    std::size_t most = std::numeric_limits<std::size_t>::max();  ///< pairs of a text that are looked at
};

/// What was found at an example's marks.
struct ReadExample {
    std::vector<std::uint64_t> features;         ///< sorted; empty if the arguments could not be found
    std::optional<MentionKind> unnamed_subject;  ///< set if nothing names the subject
    std::optional<MentionKind> unnamed_object;
};

/// Reads example sentences as an article is read, and turns them into something to learn from. What it is given must
/// outlive it.
class ExampleReader {
  public:
    /// Vocabulary and vectors are those of the network; null if it is not to learn.
    ExampleReader(const LanguageModel& language, const EntityBuilder& entities, const MentionBuilder& mentions,
                  const PropertyTable& table, const FactVocabulary* vocabulary, const WordVectors* vectors)
        : language_(&language),
          entities_(&entities),
          mentions_(&mentions),
          table_(&table),
          vocabulary_(vocabulary),
          vectors_(vectors) {}

    /// Reads one or more examples that are the same text with different marks. Appends each marked pair as an instance
    /// that states its property (or does not, for a counter-example), and as false ones the pair turned round (unless
    /// the property is symmetric) and pairs of one of the arguments with something else of the sentence. In a
    /// counter-example without marks, all pairs are false. `lesson` may be null; else it gets the same for the network.
    /// Individuals of the ignored names are not known. Returns what was found of each example.
    std::vector<ReadExample> read(std::span<const PropertyExample> examples, const Unmarked& unmarked,
                                  std::vector<FactInstance>& instances, FactLesson* lesson,
                                  const IgnoredNames& ignored = {}) const;

  private:
    /// The article must outlive the result. Unknown things are of classes that the properties ask for.
    MarkedDocument analyse(const Article& article, const PropertySet& properties, const IgnoredNames& ignored) const;

    const LanguageModel* language_;
    const EntityBuilder* entities_;
    const MentionBuilder* mentions_;
    const PropertyTable* table_;
    const FactVocabulary* vocabulary_;
    const WordVectors* vectors_;
};

}  // namespace lede
