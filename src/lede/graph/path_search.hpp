#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include <lede/graph/arcs.hpp>

namespace lede {

/// Finds shortest paths by breadth-first search from both ends at once, which in a graph with hubs sees a small part
/// of what a search from one end does (Pohl, "Bi-directional search", Machine Intelligence 6, 1971).
class PathSearch {
  public:
    using Nodes = std::vector<NodeId>;

    /// The arcs must outlive this object.
    explicit PathSearch(const Arcs& arcs);

    /// The shortest path to `to`, of at most `longest` steps, that begins with `prefix`, passes no node twice, and
    /// does not go on from the prefix to one of `banned_next`; of several the first in the order of their nodes.
    /// `to` is not in the prefix.
    std::optional<Nodes> find(const Nodes& prefix, NodeId to, const std::set<NodeId>& banned_next, std::size_t longest);

  private:
    /// What has been seen from one end.
    struct Side {
        std::vector<std::uint32_t> steps;  ///< to each node, and one more; 0 where it has not been seen
        Nodes touched;
        Nodes level;  ///< the nodes that are the most steps away
        std::uint32_t radius = 0;
        std::size_t work = 0;  ///< that seeing one level more takes

        void clear();
        void see(NodeId id, std::uint32_t steps_to);
        bool has_at(NodeId id, std::uint32_t steps_to) const { return steps[id] == steps_to + 1; }
    };

    const Arcs& arcs_;
    Side front_, back_;
    NodeId start_ = 0;
    const std::set<NodeId>* banned_ = nullptr;

    bool is_banned(NodeId from, NodeId to) const { return from == start_ && banned_->contains(to); }
    bool advance(Side& side, const Side& other, bool back);
    std::vector<Nodes> levels_on_paths() const;
    Nodes trace() const;
};

}  // namespace lede
