#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <lede/graph/traversal.hpp>

namespace lede {

/// How much a node matters in the graph.
enum class Measure {
    pagerank,     ///< Brin and Page 1998, damping 0.85; sums to 1
    degree,       ///< number of neighbours
    betweenness,  ///< share of shortest paths that pass the node (Freeman 1977; Brandes 2001), 0 to 1
};

std::optional<Measure> parse_measure(std::string_view name);

struct Ranked {
    NodeId node = 0;
    double score = 0;
};

/// The nodes that the filter's records and properties admit, best first, ties in the order of nodes. Of the filter's
/// classes, only the list is narrowed: other nodes still carry importance on. PageRank goes on until it does not change
/// any more, or for `most_steps`.
std::vector<Ranked> rank_nodes(const KnowledgeGraph& graph, Measure measure, const TraversalFilter& filter,
                               std::uint32_t most_steps = 200);

}  // namespace lede
