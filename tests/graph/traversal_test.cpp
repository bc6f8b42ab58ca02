#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/graph/graph_export.hpp>
#include <lede/graph/rank.hpp>
#include <lede/graph/traversal.hpp>

#include "small_graph.hpp"

using namespace lede;

namespace {

/// "a>b<c": one character a node, and the direction of the first edge of each step.
std::string to_text(const KnowledgeGraph& graph, const Path& path) {
    std::string text(graph.iri(path.from));
    for (const Step& step : path.steps) text.append(step.hops.front().forward ? ">" : "<").append(graph.iri(step.to));
    return text;
}

std::vector<std::string> paths(const KnowledgeGraph& graph, const char* from, const char* to, std::size_t count,
                               const TraversalFilter& filter = {}) {
    std::vector<std::string> result;
    for (const Path& path : find_paths(graph, *graph.find_iri(from), *graph.find_iri(to), count, filter))
        result.push_back(to_text(graph, path));
    return result;
}

}  // namespace

TEST_CASE("The shortest paths come first, with the direction of each step", "[path]") {
    const KnowledgeGraph graph = make_graph({{"a", "p", "b"},
                                             {"c", "p", "b"},
                                             {"c", "q", "d"},
                                             {"a", "p", "e"},
                                             {"e", "p", "d"},
                                             {"a", "p", "f"},
                                             {"f", "p", "g"},
                                             {"g", "p", "d"},
                                             {"x", "p", "y"}});
    CHECK(paths(graph, "a", "d", 1) == std::vector<std::string>{"a>e>d"});
    CHECK(paths(graph, "a", "d", 9) == std::vector<std::string>{"a>e>d", "a>b<c>d", "a>f>g>d"});
    CHECK(paths(graph, "a", "x", 3).empty());
    CHECK(paths(graph, "a", "a", 3) == std::vector<std::string>{"a"});
    TraversalFilter filter;
    filter.properties = {"q"};
    CHECK(paths(graph, "c", "d", 3, filter) == std::vector<std::string>{"c>d"});
    CHECK(paths(graph, "a", "d", 3, filter).empty());
    filter = {};
    filter.directed = true;
    CHECK(paths(graph, "a", "d", 9, filter) == std::vector<std::string>{"a>e>d", "a>f>g>d"});
    CHECK(find_paths(graph, 0, 3, 9, {}, 2).size() == 1);
}

TEST_CASE("Two edges between the same nodes are one step", "[path]") {
    const KnowledgeGraph graph = make_graph({{"a", "p", "b"}, {"a", "q", "b"}, {"b", "r", "a"}});
    const std::vector<Path> found = find_paths(graph, 0, 1, 5, {});
    REQUIRE(found.size() == 1);
    CHECK(found[0].steps[0].hops.size() == 3);
}

TEST_CASE("The k shortest paths are those that trying all finds", "[path][law]") {
    std::mt19937 random(11);
    for (int round = 0; round < 30; ++round) {
        GraphBuilder builder;
        for (int i = 0; i < 14; ++i)
            builder.add_edge(std::string(1, static_cast<char>('a' + random() % 7)), "p",
                             std::string(1, static_cast<char>('a' + random() % 7)), nullptr);
        builder.add_node("a");
        builder.add_node("g");
        const KnowledgeGraph graph = builder.build();
        std::vector<std::size_t> all;
        std::set<NodeId> on_path{*graph.find_iri("a")};
        const std::function<void(NodeId)> walk = [&](NodeId at) {
            if (graph.iri(at) == "g") return all.push_back(on_path.size() - 1);
            for (const Neighbour& next : find_neighbours(graph, at, 1, {})) {
                if (!on_path.insert(next.node).second) continue;
                walk(next.node);
                on_path.erase(next.node);
            }
        };
        walk(*graph.find_iri("a"));
        std::sort(all.begin(), all.end());
        std::vector<std::size_t> found;
        for (const Path& path : find_paths(graph, *graph.find_iri("a"), *graph.find_iri("g"), 1000, {}))
            found.push_back(path.steps.size());
        CHECK(found == all);
    }
}

TEST_CASE("Neighbours come by their distance, and records are passed only if asked", "[neighbours]") {
    GraphBuilder builder;
    builder.add_edge("a", "p", "b", nullptr);
    builder.add_edge("c", "p", "b", nullptr);
    builder.add_edge("r", "mentions", "a", nullptr);
    builder.add_edge("r", "mentions", "d", nullptr);
    builder.mark_record("r");
    builder.add_type("b", "Sub");
    builder.add_parent("Sub", "Super");
    const KnowledgeGraph graph = builder.build();
    const auto names = [&](const TraversalFilter& filter) {
        std::string text;
        for (const Neighbour& one : find_neighbours(graph, 0, 2, filter))
            text.append(graph.iri(one.node)).append(std::to_string(one.depth));
        return text;
    };
    TraversalFilter filter;
    CHECK(names(filter) == "b1c2");
    filter.records = true;
    CHECK(names(filter) == "b1r1c2d2");
    filter = {};
    filter.classes = {"Super"};
    CHECK(names(filter) == "b1");
    filter.properties = {"q"};
    CHECK(names(filter).empty());
}

TEST_CASE("The middle of a star ranks first by every measure", "[rank]") {
    const KnowledgeGraph graph = make_graph({{"a", "p", "m"}, {"b", "p", "m"}, {"c", "p", "m"}, {"c", "p", "d"}});
    for (Measure measure : {Measure::pagerank, Measure::degree, Measure::betweenness}) {
        const std::vector<Ranked> ranked = rank_nodes(graph, measure, {});
        REQUIRE(ranked.size() == 5);
        CHECK(graph.iri(ranked[0].node) == "m");
        CHECK(graph.iri(ranked[1].node) == "c");
    }
    CHECK(rank_nodes(graph, Measure::degree, {})[0].score == 3);
    // Of the 12 ordered pairs of other nodes, all but those between c and d, which are neighbours, go through m.
    CHECK(rank_nodes(graph, Measure::betweenness, {})[0].score == Approx(10.0 / 12));
    double sum = 0;
    for (const Ranked& one : rank_nodes(graph, Measure::pagerank, {})) sum += one.score;
    CHECK(sum == Approx(1));
    CHECK(rank_nodes(make_graph({}), Measure::pagerank, {}).empty());
}

TEST_CASE("Names in drawings can not break out of their quotes", "[export]") {
    GraphBuilder builder;
    builder.add_edge("i:a", "p", "i:b", nullptr);
    builder.add_name("i:a", "A\"];\n evil \\ <b>&'`");
    builder.add_name("i:b", "B#quot;]]>\x1b");
    const KnowledgeGraph graph = builder.build();
    const Drawing drawing = select_drawing(graph, {}, std::nullopt, 0, false);
    CHECK(to_text(graph, drawing, DrawingFormat::dot).find("label=\"A\\\"];  evil \\\\ <b>&'`\"") != std::string::npos);
    CHECK(to_text(graph, drawing, DrawingFormat::graphml)
              .find("<data key=\"label\">A&quot;];  evil \\ &lt;b&gt;&amp;'`</data>") != std::string::npos);
    CHECK(to_text(graph, drawing, DrawingFormat::mermaid)
              .find("n0[\"A#quot;];  evil #92; #lt;b#gt;#38;'#96;\"]\n    n1[\"B#35;quot;]]#gt;\uFFFD\"]") !=
          std::string::npos);
}

TEST_CASE("A drawing holds what the filter admits, or what is near its centre", "[export]") {
    const KnowledgeGraph graph = make_graph({{"a", "p", "b"}, {"b", "q", "c"}, {"c", "p", "d"}});
    TraversalFilter filter;
    CHECK(select_drawing(graph, filter, NodeId{0}, 2, false).nodes == std::vector<NodeId>{0, 1, 2});
    filter.properties = {"q"};
    const Drawing drawing = select_drawing(graph, filter, std::nullopt, 0, false);
    CHECK(drawing.nodes == std::vector<NodeId>{1, 2});
    CHECK(drawing.edges.size() == 1);
    CHECK(select_drawing(graph, filter, std::nullopt, 0, true).nodes.size() == 4);
}
