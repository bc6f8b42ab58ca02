#include <algorithm>
#include <map>

#include <boost/pending/disjoint_sets.hpp>

#include <lede/graph/stats.hpp>

namespace lede {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::vector<std::pair<std::string, std::size_t>> by_count(const Counts& counts) {
    std::vector<std::pair<std::string, std::size_t>> list(counts.begin(), counts.end());
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return list;
}

/// Sizes of the sets of entities that hang together.
std::vector<std::size_t> component_sizes(const KnowledgeGraph& graph) {
    boost::disjoint_sets_with_storage<> sets(graph.nodes().size());
    for (const Edge& edge : graph.edges()) {
        if (!graph.node(edge.from).record && !graph.node(edge.to).record) sets.union_set(edge.from, edge.to);
    }
    std::map<std::size_t, std::size_t> sizes;
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
        if (!graph.node(id).record) ++sizes[sets.find_set(id)];
    }
    std::vector<std::size_t> result;
    for (const auto& [root, size] : sizes) result.push_back(size);
    return result;
}

}  // namespace

GraphStats find_stats(const KnowledgeGraph& graph) {
    GraphStats stats;
    Counts classes;
    Counts properties;
    std::vector<std::size_t> degrees(graph.nodes().size());
    for (const Edge& edge : graph.edges()) {
        if (graph.node(edge.from).record || graph.node(edge.to).record) continue;
        ++stats.edges;
        ++properties[edge.property];
        ++degrees[edge.from];
        ++degrees[edge.to];
    }
    std::map<std::size_t, std::size_t> distribution;
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
        const Node& node = graph.node(id);
        for (const std::string& type : node.types) ++classes[type];
        if (node.record) {
            ++stats.records;
            continue;
        }
        ++stats.entities;
        ++distribution[degrees[id]];
        stats.attributes += node.attributes.size();
        for (const Attribute& attribute : node.attributes) ++properties[attribute.property];
    }
    const std::vector<std::size_t> sizes = component_sizes(graph);
    stats.components = sizes.size();
    stats.largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    stats.isolated = distribution.contains(0) ? distribution.at(0) : 0;
    if (stats.entities > 0)
        stats.mean_degree = 2.0 * static_cast<double>(stats.edges) / static_cast<double>(stats.entities);
    stats.classes = by_count(classes);
    stats.properties = by_count(properties);
    stats.degrees.assign(distribution.begin(), distribution.end());
    return stats;
}

}  // namespace lede
