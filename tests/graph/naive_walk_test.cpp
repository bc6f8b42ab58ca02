#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/graph/graph_builder.hpp>
#include <lede/graph/rank.hpp>
#include <lede/graph/traversal.hpp>

using namespace lede;

namespace {

struct Triple {
    int from, property, to;
    auto operator<=>(const Triple&) const = default;
};

/// A graph of few nodes, some of them records, and the same as a plain set of triples.
struct Sample {
    static constexpr int nodes = 12;
    std::set<Triple> triples;
    std::set<int> records;
    KnowledgeGraph graph;

    explicit Sample(std::mt19937& random) {
        GraphBuilder builder;
        for (int node = 0; node < nodes; ++node) builder.add_node(iri(node));
        for (std::size_t count = random() % 30; count > 0; --count) {
            // The smaller of two numbers, so that some nodes have most edges.
            const auto draw = [&] { return static_cast<int>(std::min(random() % nodes, random() % nodes)); };
            const Triple triple{draw(), static_cast<int>(random() % 3), draw()};
            triples.insert(triple);
            builder.add_edge(iri(triple.from), "p" + std::to_string(triple.property), iri(triple.to), nullptr);
        }
        for (std::size_t count = random() % 3; count > 0; --count) {
            const int record = static_cast<int>(random() % nodes);
            records.insert(record);
            builder.mark_record(iri(record));
        }
        graph = builder.build();
    }
    static std::string iri(int node) { return std::string(1, static_cast<char>('a' + node)); }

    /// By what is written in the filter's description, over all triples.
    std::set<int> next(int node, const TraversalFilter& filter, const std::set<int>& ends) const {
        std::set<int> found;
        const auto add = [&](int other) {
            if (other != node && (filter.records || !records.contains(other) || ends.contains(other)))
                found.insert(other);
        };
        for (const Triple& triple : triples) {
            const auto& all = filter.properties;
            if (!all.empty() && std::find(all.begin(), all.end(), "p" + std::to_string(triple.property)) == all.end())
                continue;
            if (triple.from == node) add(triple.to);
            if (triple.to == node && !filter.directed) add(triple.from);
        }
        return found;
    }
};

TraversalFilter draw_filter(std::mt19937& random) {
    TraversalFilter filter;
    filter.records = random() % 2 == 0;
    filter.directed = random() % 2 == 0;
    if (random() % 3 == 0) filter.properties = {"p0", "p" + std::to_string(random() % 3)};
    return filter;
}

/// All paths that pass no node twice, shortest first, then in the order of their nodes.
std::vector<std::vector<int>> all_paths(const Sample& sample, int from, int to, const TraversalFilter& filter) {
    std::vector<std::vector<int>> found;
    std::vector<int> path{from};
    const std::function<void()> walk = [&] {
        if (path.back() == to) return found.push_back(path);
        for (const int next : sample.next(path.back(), filter, {from, to})) {
            if (std::find(path.begin(), path.end(), next) != path.end()) continue;
            path.push_back(next);
            walk();
            path.pop_back();
        }
    };
    walk();
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    return found;
}

}  // namespace

TEST_CASE("Paths are the first of all that there are, in their order", "[path][law]") {
    std::mt19937 random(21);
    for (int round = 0; round < 400; ++round) {
        const Sample sample(random);
        const TraversalFilter filter = draw_filter(random);
        const int from = static_cast<int>(random() % Sample::nodes);
        const int to = static_cast<int>(random() % Sample::nodes);
        const std::size_t count = 1 + random() % 6;
        const std::size_t longest = random() % 3 == 0 ? 1 + random() % 4 : any_length;
        std::vector<std::vector<int>> expected = all_paths(sample, from, to, filter);
        std::erase_if(expected, [&](const auto& path) { return path.size() - 1 > longest; });
        expected.resize(std::min(expected.size(), count));
        std::vector<std::vector<int>> found;
        for (const Path& path :
             find_paths(sample.graph, static_cast<NodeId>(from), static_cast<NodeId>(to), count, filter, longest)) {
            std::vector<int> nodes{static_cast<int>(path.from)};
            for (const Step& step : path.steps) {
                CHECK_FALSE(step.hops.empty());
                CHECK(std::is_sorted(step.hops.begin(), step.hops.end()));
                for (const Hop& hop : step.hops) {
                    const Edge edge = sample.graph.edge(hop.edge);
                    CHECK((hop.forward ? edge.from : edge.to) == static_cast<NodeId>(nodes.back()));
                    CHECK((hop.forward ? edge.to : edge.from) == step.to);
                }
                nodes.push_back(static_cast<int>(step.to));
            }
            found.push_back(nodes);
        }
        CHECK(found == expected);
    }
}

TEST_CASE("Neighbours are what goes on from step to step, each by its first way", "[neighbours][law]") {
    std::mt19937 random(22);
    for (int round = 0; round < 300; ++round) {
        const Sample sample(random);
        const TraversalFilter filter = draw_filter(random);
        const int start = static_cast<int>(random() % Sample::nodes);
        const std::uint32_t depth = 1 + static_cast<std::uint32_t>(random() % 3);
        std::vector<std::vector<int>> expected;
        std::set<int> seen{start};
        std::set<int> level{start};
        for (std::uint32_t steps = 1; steps <= depth; ++steps) {
            std::map<int, int> reached;
            for (const int node : level)
                for (const int next : sample.next(node, filter, {start}))
                    if (!seen.contains(next)) reached.try_emplace(next, node);
            level.clear();
            for (const auto& [node, from] : reached) {
                expected.push_back({static_cast<int>(steps), node, from});
                seen.insert(node);
                level.insert(node);
            }
        }
        std::vector<std::vector<int>> found;
        for (const Neighbour& one : find_neighbours(sample.graph, static_cast<NodeId>(start), depth, filter)) {
            found.push_back({static_cast<int>(one.depth), static_cast<int>(one.node), static_cast<int>(one.from)});
            CHECK_FALSE(one.hops.empty());
        }
        CHECK(found == expected);
    }
}

TEST_CASE("PageRank is what its formula gives", "[rank][law]") {
    std::mt19937 random(23);
    for (int round = 0; round < 60; ++round) {
        const Sample sample(random);
        const TraversalFilter filter = draw_filter(random);
        const std::uint32_t most_steps = 1 + static_cast<std::uint32_t>(random() % 12);
        const auto admitted = [&](int node) { return filter.records || !sample.records.contains(node); };
        std::vector<double> ranks(Sample::nodes, 1.0 / Sample::nodes);
        for (std::uint32_t step = 0; step < most_steps; ++step) {
            std::vector<double> next(Sample::nodes, 0.15);
            for (int node = 0; node < Sample::nodes; ++node) {
                if (!admitted(node)) continue;
                const std::set<int> others = sample.next(node, filter, {});
                for (const int other : others)
                    next[static_cast<std::size_t>(other)] +=
                        0.85 * ranks[static_cast<std::size_t>(node)] / static_cast<double>(others.size());
            }
            ranks = next;
        }
        double sum = 0;
        for (int node = 0; node < Sample::nodes; ++node)
            sum += admitted(node) ? ranks[static_cast<std::size_t>(node)] : 0;
        for (const Ranked& one : rank_nodes(sample.graph, Measure::pagerank, filter, most_steps))
            CHECK(one.score == Approx(ranks[one.node] / sum));
        for (const Ranked& one : rank_nodes(sample.graph, Measure::degree, filter))
            CHECK(one.score == static_cast<double>(sample.next(static_cast<int>(one.node), filter, {}).size()));
    }
}
