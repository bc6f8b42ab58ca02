#pragma once

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

/// A filter made ready for one graph.
class Admission {
  public:
    Admission(const KnowledgeGraph& graph, const TraversalFilter& filter);

    bool admits_node(NodeId id) const;
    bool admits_property(PropertyId id) const { return properties_[id] != 0; }

  private:
    const KnowledgeGraph& graph_;
    bool records_;
    bool any_class_;
    std::vector<char> properties_;  ///< of each property
    std::vector<TextId> classes_;   ///< those of the graph's nodes that are admitted, sorted
};

/// The arcs of a graph that a filter admits, found when they are asked for: a large graph is walked in a few places.
class Arcs {
  public:
    /// `ends` are nodes that the filter admits in any case. The graph must outlive this object.
    Arcs(const KnowledgeGraph& graph, const TraversalFilter& filter, std::vector<NodeId> ends = {});

    /// The arcs from a node, sorted by neighbour and edge.
    std::vector<Arc> of(NodeId id) const;
    /// The hops from a node to a neighbour, sorted.
    std::vector<Hop> hops_between(NodeId from, NodeId to) const;
    /// Calls `visit(neighbour)` for each arc from the node, in no order; with `back`, for each arc to it.
    template <class Visit>
    void each(NodeId id, bool back, Visit visit) const;
    /// No fewer than there are arcs from the node.
    std::size_t most_arcs(NodeId id) const;

    bool admits(NodeId id) const;
    std::size_t node_count() const { return graph_.node_count(); }

  private:
    const KnowledgeGraph& graph_;
    Admission admission_;
    bool directed_;
    std::vector<NodeId> ends_;

    bool admits(PropertyId property, NodeId id, NodeId other) const {
        return id != other && admission_.admits_property(property) && admits(other);
    }
};

template <class Visit>
void Arcs::each(NodeId id, bool back, Visit visit) const {
    const TableViews& tables = graph_.views();
    if (!directed_ || !back) {
        const auto [first, last] = graph_.out_edges(id);
        for (EdgeId edge = first; edge < last; ++edge) {
            const NodeId other = tables.edge_to[edge];
            if (admits(tables.edge_property[edge], id, other)) visit(other);
        }
    }
    if (directed_ && !back) return;
    for (const EdgeId edge : graph_.in_edges(id)) {
        const NodeId other = tables.edge_from[edge];
        if (admits(tables.edge_property[edge], id, other)) visit(other);
    }
}

}  // namespace lede
