#include <algorithm>
#include <limits>

#include <lede/graph/path_search.hpp>

namespace lede {
namespace {

/// The steps to a node that must not be passed: more than there are nodes.
constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max() - 1;

void sort_unique(std::vector<NodeId>& nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace

void PathSearch::Side::clear() {
    for (NodeId id : touched) steps[id] = 0;
    touched.clear();
    level.clear();
    radius = 0;
}

void PathSearch::Side::see(NodeId id, std::uint32_t steps_to) {
    steps[id] = steps_to + 1;
    touched.push_back(id);
}

PathSearch::PathSearch(const Arcs& arcs) : arcs_(arcs) {
    front_.steps.resize(arcs.node_count());
    back_.steps.resize(arcs.node_count());
}

/// Goes one level further; true if that meets what the other side has seen, which is then at its outermost level.
bool PathSearch::advance(Side& side, const Side& other, bool back) {
    Nodes next;
    bool met = false;
    side.work = 0;
    for (const NodeId id : side.level) {
        arcs_.each(id, back, [&](NodeId reached) {
            if (side.steps[reached] != 0 || (back ? is_banned(reached, id) : is_banned(id, reached))) return;
            side.see(reached, side.radius + 1);
            next.push_back(reached);
            side.work += arcs_.most_arcs(reached);
            met |= other.steps[reached] != 0;
        });
    }
    ++side.radius;
    side.level = std::move(next);
    return met;
}

std::optional<PathSearch::Nodes> PathSearch::find(const Nodes& prefix, NodeId to, const std::set<NodeId>& banned_next,
                                                  std::size_t longest) {
    start_ = prefix.back();
    banned_ = &banned_next;
    for (Side* side : {&front_, &back_}) {
        side->clear();
        for (const NodeId id : prefix) {
            if (id != start_) side->see(id, never);
        }
        side->level = {side == &front_ ? start_ : to};
        side->see(side->level.front(), 0);
        side->work = arcs_.most_arcs(side->level.front());
    }
    for (std::size_t steps = prefix.size(); steps <= longest; ++steps) {
        if (front_.level.empty() || back_.level.empty()) return std::nullopt;
        const bool from_front = front_.work <= back_.work;
        if (!(from_front ? advance(front_, back_, false) : advance(back_, front_, true))) continue;
        Nodes path = prefix;
        const Nodes tail = trace();
        path.insert(path.end(), tail.begin(), tail.end());
        return path;
    }
    return std::nullopt;
}

/// The nodes of all shortest paths that the front has seen, by their steps from the start; each level sorted.
std::vector<PathSearch::Nodes> PathSearch::levels_on_paths() const {
    std::vector<Nodes> levels(front_.radius + 1);
    const Side& outer = front_.level.size() < back_.level.size() ? front_ : back_;
    for (const NodeId id : outer.level) {
        if (front_.has_at(id, front_.radius) && back_.has_at(id, back_.radius)) levels.back().push_back(id);
    }
    for (std::uint32_t at = front_.radius; at > 0; --at) {
        sort_unique(levels[at]);
        for (const NodeId id : levels[at]) {
            arcs_.each(id, true, [&](NodeId before) {
                if (front_.has_at(before, at - 1) && !is_banned(before, id)) levels[at - 1].push_back(before);
            });
        }
    }
    return levels;
}

/// The nodes behind the start of the first of the shortest paths: at each step the least node that is on one.
PathSearch::Nodes PathSearch::trace() const {
    const std::vector<Nodes> levels = levels_on_paths();
    Nodes path;
    NodeId at = start_;
    for (std::uint32_t step = 1; step <= front_.radius + back_.radius; ++step) {
        NodeId best = std::numeric_limits<NodeId>::max();
        const auto leads_on = [&](NodeId id) {
            if (step > front_.radius) return back_.has_at(id, front_.radius + back_.radius - step);
            return std::binary_search(levels[step].begin(), levels[step].end(), id);
        };
        arcs_.each(at, false, [&](NodeId next) {
            if (next < best && !is_banned(at, next) && leads_on(next)) best = next;
        });
        path.push_back(best);
        at = best;
    }
    return path;
}

}  // namespace lede
