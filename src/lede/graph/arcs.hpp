#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <lede/graph/traversal.hpp>

namespace lede {

/// A way from a node to a neighbour: where it leads, over which edge, in which direction.
struct Arc {
    NodeId to = 0;
    Hop hop;

    auto operator<=>(const Arc&) const = default;
};

/// The arcs of a graph that a filter admits, in compressed rows: those of each node sorted by neighbour and edge.
class Arcs {
  public:
    /// `ends` are nodes that the filter admits in any case.
    Arcs(const KnowledgeGraph& graph, const TraversalFilter& filter, std::span<const NodeId> ends = {});

    std::span<const Arc> of(NodeId id) const {
        return std::span(arcs_).subspan(begin_[id], begin_[id + 1] - begin_[id]);
    }
    std::size_t node_count() const { return begin_.size() - 1; }
    std::size_t size() const { return arcs_.size(); }
    bool admits(NodeId id) const { return admitted_[id] != 0; }
    /// The hops between two neighbours, sorted.
    std::vector<Hop> hops_between(NodeId from, NodeId to) const;

  private:
    std::vector<std::uint32_t> begin_;
    std::vector<Arc> arcs_;
    std::vector<char> admitted_;
};

/// Whether the filter admits a node or an edge by itself.
bool admits_node(const KnowledgeGraph& graph, NodeId id, const TraversalFilter& filter);
bool admits_edge(const Edge& edge, const TraversalFilter& filter);

}  // namespace lede
