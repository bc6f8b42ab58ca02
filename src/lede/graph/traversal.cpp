#include <algorithm>
#include <optional>
#include <set>

#include <lede/graph/arcs.hpp>
#include <lede/graph/traversal.hpp>

namespace lede {
namespace {

using Nodes = std::vector<NodeId>;
constexpr NodeId nowhere = std::numeric_limits<NodeId>::max();

/// The shortest path by breadth-first search that begins with `prefix` and then avoids its nodes and the given next
/// nodes.
class SpurSearch {
  public:
    explicit SpurSearch(const Arcs& arcs) : arcs_(arcs), before_(arcs.node_count(), nowhere) {}

    std::optional<Nodes> find(const Nodes& prefix, NodeId to, const std::set<NodeId>& banned_next,
                              std::size_t longest) {
        for (NodeId id : touched_) before_[id] = nowhere;
        touched_.clear();
        for (NodeId id : prefix) visit(id, id);
        Nodes level{prefix.back()};
        for (std::size_t steps = prefix.size(); !level.empty() && steps <= longest; ++steps) {
            Nodes next;
            for (NodeId id : level) {
                for (const Arc& arc : arcs_.of(id)) {
                    if (before_[arc.to] != nowhere || (id == prefix.back() && banned_next.contains(arc.to))) continue;
                    visit(arc.to, id);
                    if (arc.to == to) return trace(prefix, to);
                    next.push_back(arc.to);
                }
            }
            level = std::move(next);
        }
        return std::nullopt;
    }

  private:
    const Arcs& arcs_;
    Nodes before_;
    Nodes touched_;

    void visit(NodeId id, NodeId from) {
        before_[id] = from;
        touched_.push_back(id);
    }

    Nodes trace(const Nodes& prefix, NodeId to) const {
        Nodes tail;
        for (NodeId id = to; id != prefix.back(); id = before_[id]) tail.push_back(id);
        Nodes path = prefix;
        path.insert(path.end(), tail.rbegin(), tail.rend());
        return path;
    }
};

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
    const Arcs arcs(graph, filter, {{start}});
    std::vector<char> seen(graph.nodes().size());
    seen[start] = 1;
    std::vector<Neighbour> result;
    Nodes level{start};
    for (std::uint32_t steps = 1; steps <= depth && !level.empty(); ++steps) {
        const std::size_t first = result.size();
        for (NodeId id : level) {
            for (const Arc& arc : arcs.of(id)) {
                if (seen[arc.to]) continue;
                seen[arc.to] = 1;
                result.push_back({arc.to, steps, id, arcs.hops_between(id, arc.to)});
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
    const std::vector<NodeId> ends{from, to};
    const Arcs arcs(graph, filter, ends);
    SpurSearch search(arcs);
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
