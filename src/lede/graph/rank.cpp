#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include <lede/graph/arcs.hpp>
#include <lede/graph/rank.hpp>

namespace lede {
namespace {

using BoostGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                      boost::no_property, NodeId, std::size_t>;

/// Parallel edges count once: two people do not matter more for being linked in two ways.
std::vector<std::pair<NodeId, NodeId>> pairs_of(const Arcs& arcs) {
    std::vector<std::pair<NodeId, NodeId>> pairs;
    pairs.reserve(arcs.size());
    for (NodeId id = 0; id < arcs.node_count(); ++id) {
        for (const Arc& arc : arcs.of(id)) {
            if (pairs.empty() || pairs.back() != std::pair(id, arc.to)) pairs.emplace_back(id, arc.to);
        }
    }
    return pairs;
}

BoostGraph to_boost(const Arcs& arcs) {
    const auto pairs = pairs_of(arcs);
    return BoostGraph(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(),
                      static_cast<NodeId>(arcs.node_count()));
}

std::vector<double> find_degree(const Arcs& arcs) {
    std::vector<double> scores(arcs.node_count());
    for (const auto& [from, to] : pairs_of(arcs)) ++scores[from];
    return scores;
}

std::vector<double> find_betweenness(const Arcs& arcs) {
    const BoostGraph graph = to_boost(arcs);
    std::vector<double> scores(arcs.node_count());
    const auto index = boost::get(boost::vertex_index, graph);
    boost::brandes_betweenness_centrality(graph, boost::make_iterator_property_map(scores.begin(), index));
    double n = 0;
    for (NodeId id = 0; id < scores.size(); ++id) n += arcs.admits(id) ? 1 : 0;
    // Ordered pairs of other nodes: without directions, each pair was counted both ways as well.
    const double pairs = (n - 1) * (n - 2);
    for (double& score : scores) score = pairs > 0 ? score / pairs : 0;
    return scores;
}

/// Stops when no step of the iteration changes a rank by more than a part in a billion, or after 200 steps.
class Converged {
  public:
    template <class RankMap, class Graph>
    bool operator()(RankMap ranks, const Graph& graph) {
        double change = 0;
        std::vector<double> now(boost::num_vertices(graph));
        for (std::size_t id = 0; id < now.size(); ++id) {
            now[id] = boost::get(ranks, static_cast<NodeId>(id));
            change = std::max(change, last_.empty() ? 1.0 : std::abs(now[id] - last_[id]));
        }
        last_ = std::move(now);
        return ++steps_ > 200 || (steps_ > 1 && change < 1e-9);
    }

  private:
    std::vector<double> last_;
    int steps_ = 0;
};

std::vector<double> find_pagerank(const Arcs& arcs) {
    const BoostGraph graph = to_boost(arcs);
    std::vector<double> scores(arcs.node_count());
    std::vector<double> scratch(arcs.node_count());
    const auto index = boost::get(boost::vertex_index, graph);
    boost::graph::page_rank(graph, boost::make_iterator_property_map(scores.begin(), index), Converged(), 0.85,
                            boost::num_vertices(graph), boost::make_iterator_property_map(scratch.begin(), index));
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

std::vector<Ranked> rank_nodes(const KnowledgeGraph& graph, Measure measure, const TraversalFilter& filter) {
    TraversalFilter all_classes = filter;
    all_classes.classes.clear();
    const Arcs arcs(graph, all_classes);
    std::vector<double> scores;
    if (measure == Measure::pagerank) scores = find_pagerank(arcs);
    if (measure == Measure::degree) scores = find_degree(arcs);
    if (measure == Measure::betweenness) scores = find_betweenness(arcs);
    std::vector<Ranked> ranked;
    for (NodeId id = 0; id < scores.size(); ++id) {
        if (admits_node(graph, id, filter)) ranked.push_back({id, scores[id]});
    }
    // Sums of doubles differ in their last digits from machine to machine; what is closer than that is a tie.
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return std::llround(a.score * 1e9) > std::llround(b.score * 1e9);
    });
    return ranked;
}

}  // namespace lede
