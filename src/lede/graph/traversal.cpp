#include <algorithm>
#include <optional>
#include <set>

#include <lede/graph/arcs.hpp>
#include <lede/graph/path_search.hpp>
#include <lede/graph/traversal.hpp>

namespace lede {
namespace {

using Nodes = std::vector<NodeId>;

Path to_path(const Arcs& arcs, const Nodes& nodes) {
    Path path{nodes.front(), {}};
    for (std::size_t at = 1; at < nodes.size(); ++at)
        path.steps.push_back({nodes[at], arcs.hops_between(nodes[at - 1], nodes[at])});
    return path;
}

/// The nodes that the paths found so far go on with behind this prefix.
std::set<NodeId> next_after(const std::vector<Nodes>& found, const Nodes& prefix) {
    std::set<NodeId> next;
    for (const Nodes& path : found) {
        if (path.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin()))
            next.insert(path[prefix.size()]);
    }
    return next;
}

}  // namespace

std::vector<Neighbour> find_neighbours(const KnowledgeGraph& graph, NodeId start, std::uint32_t depth,
                                       const TraversalFilter& filter) {
    const Arcs arcs(graph, filter, {start});
    std::vector<bool> seen(graph.node_count());
    seen[start] = true;
    std::vector<Neighbour> result;
    Nodes level{start};
    for (std::uint32_t steps = 1; steps <= depth && !level.empty(); ++steps) {
        const std::size_t first = result.size();
        for (NodeId id : level) {
            const std::vector<Arc> all = arcs.of(id);
            for (std::size_t at = 0, next = 0; at < all.size(); at = next) {
                const NodeId to = all[at].to;
                while (next < all.size() && all[next].to == to) ++next;
                if (seen[to]) continue;
                seen[to] = true;
                Neighbour& one = result.emplace_back(Neighbour{to, steps, id, {}});
                for (std::size_t hop = at; hop < next; ++hop) one.hops.push_back(all[hop].hop);
            }
        }
        const auto begin = result.begin() + static_cast<std::ptrdiff_t>(first);
        std::sort(begin, result.end(), [](const Neighbour& a, const Neighbour& b) { return a.node < b.node; });
        level.clear();
        for (auto at = begin; at != result.end(); ++at) level.push_back(at->node);
    }
    return result;
}

std::vector<Path> find_paths(const KnowledgeGraph& graph, NodeId from, NodeId to, std::size_t count,
                             const TraversalFilter& filter, std::size_t longest) {
    if (from == to) return {Path{from, {}}};
    const Arcs arcs(graph, filter, {from, to});
    PathSearch search(arcs);
    const auto shorter = [](const Nodes& a, const Nodes& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    };
    std::set<Nodes, decltype(shorter)> candidates(shorter);
    std::vector<Nodes> found;
    if (auto first = search.find({from}, to, {}, longest)) candidates.insert(*first);
    while (found.size() < count && !candidates.empty()) {
        found.push_back(*candidates.begin());
        candidates.erase(candidates.begin());
        if (found.size() == count) break;
        const Nodes last = found.back();
        for (std::size_t length = 1; length < last.size(); ++length) {
            const Nodes prefix(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(length));
            if (auto path = search.find(prefix, to, next_after(found, prefix), longest)) candidates.insert(*path);
        }
    }
    std::vector<Path> result;
    for (const Nodes& nodes : found) result.push_back(to_path(arcs, nodes));
    return result;
}

}  // namespace lede
