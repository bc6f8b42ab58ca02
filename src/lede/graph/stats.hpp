#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {

/// Counts of a graph. Lists are sorted by count, largest first, then by IRI.
struct GraphStats {
    std::size_t entities = 0;    ///< nodes that are no records
    std::size_t records = 0;     ///< articles and quotations
    std::size_t edges = 0;       ///< between entities
    std::size_t attributes = 0;  ///< of entities
    std::size_t components = 0;  ///< sets of entities that hang together
    std::size_t largest = 0;     ///< entities in the largest of them
    std::size_t isolated = 0;    ///< entities without any edge
    double mean_degree = 0;
    std::vector<std::pair<std::string, std::size_t>> classes;
    std::vector<std::pair<std::string, std::size_t>> properties;  ///< edges and attributes of entities
    std::vector<std::pair<std::size_t, std::size_t>> degrees;     ///< degree and how many entities have it, by degree
};

GraphStats find_stats(const KnowledgeGraph& graph);

}  // namespace lede
