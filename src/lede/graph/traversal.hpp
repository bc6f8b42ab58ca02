#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {

/// What a traversal may use. The nodes it begins and ends at are always admitted.
struct TraversalFilter {
    std::vector<std::string> properties;  ///< IRIs; empty admits all
    std::vector<std::string> classes;     ///< IRIs, subclasses included; empty admits all
    bool records = false;                 ///< whether articles and quotations may be passed
    bool directed = false;                ///< whether edges are followed only from subject to object
};

/// An edge as it is passed: forward from its subject to its object, or backward.
struct Hop {
    EdgeId edge = 0;
    bool forward = true;

    auto operator<=>(const Hop&) const = default;
};

/// A step to the next node over one or more edges between the same two nodes.
struct Step {
    NodeId to = 0;
    std::vector<Hop> hops;  ///< sorted, never empty
};

struct Path {
    NodeId from = 0;
    std::vector<Step> steps;
};

/// A node near another: over how many steps, and the last of them.
struct Neighbour {
    NodeId node = 0;
    std::uint32_t depth = 0;  ///< from 1
    NodeId from = 0;          ///< the node before it on the way
    std::vector<Hop> hops;    ///< from there to it
};

/// Nodes that can be reached in at most `depth` steps, nearest first, then by node; each once.
std::vector<Neighbour> find_neighbours(const KnowledgeGraph& graph, NodeId start, std::uint32_t depth,
                                       const TraversalFilter& filter);

constexpr std::size_t any_length = std::numeric_limits<std::size_t>::max();

/// Up to `count` shortest paths of at most `longest` steps that pass no node twice, shortest first; ties in the order
/// of nodes. Empty if there is none; a single path without steps if both ends are one. Yen, "Finding the K shortest
/// loopless paths in a network", Management Science 17 (1971).
std::vector<Path> find_paths(const KnowledgeGraph& graph, NodeId from, NodeId to, std::size_t count,
                             const TraversalFilter& filter, std::size_t longest = any_length);

}  // namespace lede
