#include <algorithm>
#include <unordered_set>
#include <utility>

#include <lede/graph/arcs.hpp>

namespace lede {

Admission::Admission(const KnowledgeGraph& graph, const TraversalFilter& filter)
    : graph_(graph),
      records_(filter.records),
      any_class_(filter.classes.empty()),
      properties_(graph.property_count(), filter.properties.empty()) {
    for (PropertyId id = 0; id < properties_.size(); ++id) {
        const auto& all = filter.properties;
        if (std::find(all.begin(), all.end(), graph.property_iri(id)) != all.end()) properties_[id] = 1;
    }
    if (any_class_) return;
    const auto& types = graph.views().types;
    const std::unordered_set<TextId> distinct(types.begin(), types.end());
    for (const TextId type : distinct) {
        const auto is_it = [&](const std::string& one) { return graph.is_below(graph.text(type), one); };
        if (std::any_of(filter.classes.begin(), filter.classes.end(), is_it)) classes_.push_back(type);
    }
    std::sort(classes_.begin(), classes_.end());
}

bool Admission::admits_node(NodeId id) const {
    if (!records_ && graph_.is_record(id)) return false;
    if (any_class_) return true;
    const TableViews& tables = graph_.views();
    for (std::uint32_t at = tables.type_begin[id]; at < tables.type_begin[id + 1]; ++at) {
        if (std::binary_search(classes_.begin(), classes_.end(), tables.types[at])) return true;
    }
    return false;
}

Arcs::Arcs(const KnowledgeGraph& graph, const TraversalFilter& filter, std::vector<NodeId> ends)
    : graph_(graph), admission_(graph, filter), directed_(filter.directed), ends_(std::move(ends)) {}

bool Arcs::admits(NodeId id) const {
    return admission_.admits_node(id) || std::find(ends_.begin(), ends_.end(), id) != ends_.end();
}

std::size_t Arcs::most_arcs(NodeId id) const {
    const auto [first, last] = graph_.out_edges(id);
    return last - first + graph_.in_edges(id).size();
}

std::vector<Arc> Arcs::of(NodeId id) const {
    const TableViews& tables = graph_.views();
    std::vector<Arc> arcs;
    const auto [first, last] = graph_.out_edges(id);
    for (EdgeId edge = first; edge < last; ++edge) {
        const NodeId other = tables.edge_to[edge];
        if (admits(tables.edge_property[edge], id, other)) arcs.push_back({other, {edge, true}});
    }
    if (!directed_) {
        for (const EdgeId edge : graph_.in_edges(id)) {
            const NodeId other = tables.edge_from[edge];
            if (admits(tables.edge_property[edge], id, other)) arcs.push_back({other, {edge, false}});
        }
    }
    std::sort(arcs.begin(), arcs.end());
    return arcs;
}

std::vector<Hop> Arcs::hops_between(NodeId from, NodeId to) const {
    // A node that is linked to everything has many arcs, its neighbours have few.
    const bool turned = !directed_ && most_arcs(to) < most_arcs(from);
    std::vector<Hop> hops;
    for (const Arc& arc : of(turned ? to : from)) {
        if (arc.to == (turned ? from : to)) hops.push_back({arc.hop.edge, arc.hop.forward != turned});
    }
    return hops;
}

}  // namespace lede
