#include <algorithm>
#include <map>
#include <unordered_map>

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
    boost::disjoint_sets_with_storage<> sets(graph.node_count());
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
        const Edge edge = graph.edge(id);
        if (!graph.is_record(edge.from) && !graph.is_record(edge.to)) sets.union_set(edge.from, edge.to);
    }
    std::map<std::size_t, std::size_t> sizes;
    for (NodeId id = 0; id < graph.node_count(); ++id) {
        if (!graph.is_record(id)) ++sizes[sets.find_set(id)];
    }
    std::vector<std::size_t> result;
    for (const auto& [root, size] : sizes) result.push_back(size);
    return result;
}

/// Counts edges between entities, and returns how many each node has.
std::vector<std::size_t> count_edges(const KnowledgeGraph& graph, GraphStats& stats, Counts& properties) {
    std::vector<std::size_t> degrees(graph.node_count());
    std::vector<std::size_t> counts(graph.property_count());
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
        const Edge edge = graph.edge(id);
        if (graph.is_record(edge.from) || graph.is_record(edge.to)) continue;
        ++stats.edges;
        ++counts[edge.property];
        ++degrees[edge.from];
        ++degrees[edge.to];
    }
    for (PropertyId id = 0; id < counts.size(); ++id) {
        if (counts[id] > 0) properties[std::string(graph.property_iri(id))] += counts[id];
    }
    return degrees;
}

/// Counts by text, of which few are different.
Counts to_counts(const KnowledgeGraph& graph, const std::unordered_map<TextId, std::size_t>& by_text) {
    Counts counts;
    for (const auto& [id, count] : by_text) counts[std::string(graph.text(id))] = count;
    return counts;
}

}  // namespace

GraphStats find_stats(const KnowledgeGraph& graph) {
    GraphStats stats;
    Counts properties;
    const std::vector<std::size_t> degrees = count_edges(graph, stats, properties);
    const TableViews& tables = graph.views();
    std::unordered_map<TextId, std::size_t> classes;
    std::unordered_map<TextId, std::size_t> attributes;
    std::map<std::size_t, std::size_t> distribution;
    for (const TextId type : tables.types) ++classes[type];
    for (NodeId id = 0; id < graph.node_count(); ++id) {
        if (graph.is_record(id)) {
            ++stats.records;
            continue;
        }
        ++stats.entities;
        ++distribution[degrees[id]];
        const auto [first, last] = graph.attributes(id);
        stats.attributes += last - first;
        for (AttributeId at = first; at < last; ++at) ++attributes[tables.attributes[at].property];
    }
    for (const auto& [iri, count] : to_counts(graph, attributes)) properties[iri] += count;
    const std::vector<std::size_t> sizes = component_sizes(graph);
    stats.components = sizes.size();
    stats.largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    stats.isolated = distribution.contains(0) ? distribution.at(0) : 0;
    if (stats.entities > 0)
        stats.mean_degree = 2.0 * static_cast<double>(stats.edges) / static_cast<double>(stats.entities);
    stats.classes = by_count(to_counts(graph, classes));
    stats.properties = by_count(properties);
    stats.degrees.assign(distribution.begin(), distribution.end());
    return stats;
}

}  // namespace lede
