#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/merge_graphs.hpp>
#include <lede/pipeline/statement_sources.hpp>

namespace lede {

/// What may be wrong with a graph. The words are those that the shapes of shapes_of() begin their messages with.
namespace offences {
inline constexpr const char* unknown_property = "unknown-property";
inline constexpr const char* unknown_class = "unknown-class";
inline constexpr const char* domain = "domain";          ///< the subject is of no class that has the property
inline constexpr const char* range = "range";            ///< the object is of no class that may be its value
inline constexpr const char* datatype = "datatype";      ///< another datatype, or no form of it
inline constexpr const char* minimum = "minimum";        ///< a number that is too small
inline constexpr const char* empty = "empty";            ///< a text without a sign
inline constexpr const char* blank = "blank";            ///< a thing without an IRI
inline constexpr const char* functional = "functional";  ///< two values that cannot both hold
inline constexpr const char* disjoint = "disjoint";      ///< two classes that exclude each other
inline constexpr const char* missing = "missing";        ///< a thing without a name, a quotation without its words
inline constexpr const char* too_many = "too-many";      ///< a quotation of two speakers
}  // namespace offences

/// One thing that is wrong.
struct Offence {
    std::string kind;      ///< of namespace offences
    std::string subject;   ///< IRI, or "_:" and the label of a blank node
    std::string property;  ///< IRI
    std::string value;     ///< term of N-Quads; empty where it is not a value that is wrong
    std::string message;
    std::vector<StatementSource> sources;  ///< sorted; none if the graph does not tell them
};

struct ValidationReport {
    std::size_t statements = 0;
    std::map<std::string, std::size_t> offences;  ///< number of each kind
};

/// Checks a graph against an ontology and hands over the offences, sorted by subject. Classes count with what is above
/// them; what an article's entity has no type for, it has none. Memory is bounded by external sorts.
ValidationReport validate_graph(MergedGraph& graph, const Ontology& ontology,
                                const std::function<void(const Offence&)>& sink);

}  // namespace lede
