#include <algorithm>
#include <numeric>

#include <lede/graph/arcs.hpp>

namespace lede {

bool admits_node(const KnowledgeGraph& graph, NodeId id, const TraversalFilter& filter) {
    if (graph.node(id).record && !filter.records) return false;
    return filter.classes.empty() || std::any_of(filter.classes.begin(), filter.classes.end(),
                                                 [&](const std::string& one) { return graph.has_class(id, one); });
}

bool admits_edge(const Edge& edge, const TraversalFilter& filter) {
    const auto& all = filter.properties;
    return all.empty() || std::find(all.begin(), all.end(), edge.property) != all.end();
}

Arcs::Arcs(const KnowledgeGraph& graph, const TraversalFilter& filter, std::span<const NodeId> ends) {
    admitted_.resize(graph.nodes().size());
    for (NodeId id = 0; id < admitted_.size(); ++id) admitted_[id] = admits_node(graph, id, filter);
    for (NodeId id : ends) admitted_[id] = 1;
    std::vector<std::pair<NodeId, Arc>> all;
    for (EdgeId id = 0; id < graph.edges().size(); ++id) {
        const Edge& edge = graph.edge(id);
        if (!admitted_[edge.from] || !admitted_[edge.to] || edge.from == edge.to || !admits_edge(edge, filter))
            continue;
        all.push_back({edge.from, {edge.to, {id, true}}});
        if (!filter.directed) all.push_back({edge.to, {edge.from, {id, false}}});
    }
    std::sort(all.begin(), all.end());
    begin_.assign(graph.nodes().size() + 1, 0);
    arcs_.reserve(all.size());
    for (const auto& [from, arc] : all) {
        ++begin_[from + 1];
        arcs_.push_back(arc);
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
}

std::vector<Hop> Arcs::hops_between(NodeId from, NodeId to) const {
    std::vector<Hop> hops;
    for (const Arc& arc : of(from)) {
        if (arc.to == to) hops.push_back(arc.hop);
    }
    return hops;
}

}  // namespace lede
