#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/merge_graphs.hpp>
#include <lede/pipeline/statement_sources.hpp>

namespace lede {

/// One of the values that contradict each other.
struct ConflictingValue {
    std::string term;                      ///< of N-Quads
    std::vector<StatementSource> sources;  ///< sorted; none if the graph does not tell them
};

/// Values of a functional property of one thing that cannot all hold.
struct ValueConflict {
    std::string subject;                   ///< IRI
    std::string property;                  ///< IRI
    std::vector<ConflictingValue> values;  ///< two or more, sorted
    bool told_apart = false;               ///< the name is among MergedGraph::shared_names()
};

/// Finds the conflicts of a graph, sorted by subject and property, and hands them over; their number. Only properties
/// that an article can state are looked at. Of a date and another that it lies in, none contradicts the other; a value
/// that contradicts none of the others is not named.
std::size_t find_conflicts(MergedGraph& graph, const Ontology& ontology,
                           const std::function<void(const ValueConflict&)>& sink);

}  // namespace lede
