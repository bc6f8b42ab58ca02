#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include <lede/graph/arcs.hpp>
#include <lede/graph/rank.hpp>

namespace lede {
namespace {

using BoostGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                      boost::no_property, NodeId, std::size_t>;

/// The neighbours of each node, sorted. Parallel edges count once: two people do not matter more for being linked in
/// two ways.
struct NeighbourRows {
    std::vector<std::size_t> begin;
    std::vector<NodeId> to;
    double admitted = 0;  ///< number of nodes

    explicit NeighbourRows(const Arcs& arcs) {
        const auto count = static_cast<NodeId>(arcs.node_count());
        begin.reserve(count + std::size_t{1});
        for (NodeId id = 0; id < count; ++id) {
            begin.push_back(to.size());
            if (!arcs.admits(id)) continue;
            ++admitted;
            arcs.each(id, false, [&](NodeId other) { to.push_back(other); });
            const auto first = to.begin() + static_cast<std::ptrdiff_t>(begin.back());
            std::sort(first, to.end());
            to.erase(std::unique(first, to.end()), to.end());
        }
        begin.push_back(to.size());
    }
    std::size_t count() const { return begin.size() - 1; }
};

/// Goes over the rows as pairs of nodes, for Boost to read.
class PairIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::pair<NodeId, NodeId>;
    using difference_type = std::ptrdiff_t;
    struct Arrow {
        value_type pair;
        const value_type* operator->() const { return &pair; }
    };
    using pointer = Arrow;
    using reference = value_type;

    PairIterator(const NeighbourRows& rows, std::size_t at) : rows_(&rows), at_(at) { skip_empty(); }
    value_type operator*() const { return {from_, rows_->to[at_]}; }
    pointer operator->() const { return {**this}; }
    PairIterator& operator++() {
        ++at_;
        skip_empty();
        return *this;
    }
    PairIterator operator++(int) {
        PairIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const PairIterator& other) const { return at_ == other.at_; }

  private:
    const NeighbourRows* rows_;
    std::size_t at_;
    NodeId from_ = 0;

    void skip_empty() {
        while (from_ + std::size_t{1} < rows_->count() && rows_->begin[from_ + std::size_t{1}] <= at_) ++from_;
    }
};

BoostGraph to_boost(const NeighbourRows& rows) {
    return BoostGraph(boost::edges_are_sorted, PairIterator(rows, 0), PairIterator(rows, rows.to.size()),
                      static_cast<NodeId>(rows.count()), rows.to.size());
}

std::vector<double> find_degree(const NeighbourRows& rows) {
    std::vector<double> scores;
    for (std::size_t id = 0; id < rows.count(); ++id)
        scores.push_back(static_cast<double>(rows.begin[id + 1] - rows.begin[id]));
    return scores;
}

std::vector<double> find_betweenness(const NeighbourRows& rows) {
    const BoostGraph graph = to_boost(rows);
    std::vector<double> scores(rows.count());
    const auto index = boost::get(boost::vertex_index, graph);
    boost::brandes_betweenness_centrality(graph, boost::make_iterator_property_map(scores.begin(), index));
    // Ordered pairs of other nodes: without directions, each pair was counted both ways as well.
    const double pairs = (rows.admitted - 1) * (rows.admitted - 2);
    for (double& score : scores) score = pairs > 0 ? score / pairs : 0;
    return scores;
}

/// Stops when no step of the iteration changes a rank by more than a part in a billion, or after so many steps.
class Converged {
  public:
    explicit Converged(std::uint32_t most_steps) : most_steps_(most_steps) {}

    template <class RankMap, class Graph>
    bool operator()(RankMap ranks, const Graph& graph) {
        double change = last_.empty() ? 1.0 : 0.0;
        last_.resize(boost::num_vertices(graph));
        for (std::size_t id = 0; id < last_.size(); ++id) {
            const double now = boost::get(ranks, static_cast<NodeId>(id));
            change = std::max(change, std::abs(now - last_[id]));
            last_[id] = now;
        }
        return steps_++ >= most_steps_ || change < 1e-9;
    }

  private:
    std::vector<double> last_;
    std::uint32_t most_steps_;
    std::uint32_t steps_ = 0;
};

std::vector<double> find_pagerank(const NeighbourRows& rows, const Arcs& arcs, std::uint32_t most_steps) {
    const BoostGraph graph = to_boost(rows);
    std::vector<double> scores(rows.count());
    std::vector<double> scratch(rows.count());
    const auto index = boost::get(boost::vertex_index, graph);
    boost::graph::page_rank(graph, boost::make_iterator_property_map(scores.begin(), index), Converged(most_steps),
                            0.85, boost::num_vertices(graph),
                            boost::make_iterator_property_map(scratch.begin(), index));
    double sum = 0;
    for (NodeId id = 0; id < scores.size(); ++id) sum += arcs.admits(id) ? scores[id] : 0;
    for (double& score : scores) score = sum > 0 ? score / sum : 0;
    return scores;
}

}  // namespace

std::optional<Measure> parse_measure(std::string_view name) {
    if (name == "pagerank") return Measure::pagerank;
    if (name == "degree") return Measure::degree;
    if (name == "betweenness") return Measure::betweenness;
    return std::nullopt;
}

std::vector<Ranked> rank_nodes(const KnowledgeGraph& graph, Measure measure, const TraversalFilter& filter,
                               std::uint32_t most_steps) {
    TraversalFilter all_classes = filter;
    all_classes.classes.clear();
    const Arcs arcs(graph, all_classes);
    const NeighbourRows rows(arcs);
    std::vector<double> scores;
    if (measure == Measure::pagerank) scores = find_pagerank(rows, arcs, most_steps);
    if (measure == Measure::degree) scores = find_degree(rows);
    if (measure == Measure::betweenness) scores = find_betweenness(rows);
    const Admission admission(graph, filter);
    // Sums of doubles differ in their last digits from machine to machine; what is closer than that is a tie.
    std::vector<std::pair<long long, NodeId>> order;
    for (NodeId id = 0; id < scores.size(); ++id) {
        if (admission.admits_node(id)) order.emplace_back(-std::llround(scores[id] * 1e9), id);
    }
    std::sort(order.begin(), order.end());
    std::vector<Ranked> ranked;
    ranked.reserve(order.size());
    for (const auto& [key, id] : order) ranked.push_back({id, scores[id]});
    return ranked;
}

}  // namespace lede
