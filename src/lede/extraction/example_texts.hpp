#pragma once

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include <lede/extraction/example_reader.hpp>

namespace lede {

/// Examples by their text, so that those of one text are read together.
using ExamplesByText = std::map<std::string, std::vector<PropertyExample>>;

/// An example as a fact model remembers that it was trained on it: IRI TAB marked sentence.
std::string example_key(const Property& property, const Example& example);

/// The examples of the table's properties whose keys are not known.
ExamplesByText group_by_text(const PropertyTable& table, const std::unordered_set<std::string>& known);

/// What was read of many example texts.
struct ExampleLessons {
    std::vector<FactInstance> instances;
    FactText text;  ///< a pair for each instance, or none
    std::vector<std::pair<PropertyExample, ReadExample>> examples;
};

/// Reads all texts, on several threads if there are many; the result does not depend on their number. A thing that a
/// single text marks is read as if the ontology did not know it: an ontology that lists the things of its examples must
/// not make these easier to read than an article, whose things it does not list.
ExampleLessons read_examples(const ExampleReader& reader, const ExamplesByText& groups, const Unmarked& unmarked,
                             bool for_network);

/// How often the examples of each property mark what nothing names.
class UnnamedCounts {
  public:
    explicit UnnamedCounts(std::size_t properties) : examples_(properties, 0) {}

    void add(std::size_t property, const ReadExample& read);
    /// The properties whose subject (or object) is often enough such a mention.
    PropertySet often(MentionKind kind, bool object) const;

  private:
    std::vector<std::size_t> examples_;
    std::map<std::tuple<MentionKind, bool, std::size_t>, std::size_t> marked_;
};

}  // namespace lede
