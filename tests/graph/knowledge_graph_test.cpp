#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/graph/find_nodes.hpp>
#include <lede/graph/graph_builder.hpp>
#include <lede/graph/stats.hpp>
#include <lede/graph/words.hpp>

#include "small_graph.hpp"

using namespace lede;

namespace {

std::string dump(const KnowledgeGraph& graph) {
    std::string text;
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        text.append(graph.iri(node)).append(":");
        const TextList names = graph.names(node);
        for (const std::string_view name : names) text.append(" ").append(name);
        const auto [first, last] = graph.attributes(node);
        for (AttributeId id = first; id < last; ++id) {
            const Attribute attribute = graph.attribute(id);
            text.append(" ").append(attribute.property).append("=").append(attribute.value);
            text += "/" + std::to_string(graph.sources_of_attribute(id).size());
        }
        text += "\n";
    }
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
        const Edge edge = graph.edge(id);
        text.append(graph.iri(edge.from)).append(" ").append(graph.property_of(id)).append(" ");
        text.append(graph.iri(edge.to)).append("/" + std::to_string(graph.sources_of_edge(id).size()) + "\n");
    }
    return text;
}

}  // namespace

TEST_CASE("The same parts in any order give the same graph, and a part twice counts once", "[graph]") {
    const Source one{"a sentence", "article", "0.9"};
    const Source two{"another", "article", "0.8"};
    std::vector<std::function<void(GraphBuilder&)>> parts;
    for (int twice = 0; twice < 2; ++twice) {
        parts.emplace_back([&](GraphBuilder& b) { b.add_edge("b", "knows", "a", &one); });
        parts.emplace_back([&](GraphBuilder& b) { b.add_edge("b", "knows", "a", &two); });
        parts.emplace_back([&](GraphBuilder& b) { b.add_edge("a", "zz", "c", nullptr); });
        parts.emplace_back([&](GraphBuilder& b) { b.add_name("a", "Al"); });
        parts.emplace_back([&](GraphBuilder& b) { b.add_name("a", "Alan"); });
        parts.emplace_back([&](GraphBuilder& b) { b.add_alias("a", "Al"); });
        parts.emplace_back([&](GraphBuilder& b) { b.add_attribute("a", {"age", "5"}, &one); });
    }
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(parts.begin(), parts.end(), random);
        GraphBuilder builder;
        for (const auto& part : parts) part(builder);
        CHECK(dump(builder.build()) == "a: Alan Al age=5/1\nb:\nc:\na zz c/0\nb knows a/2\n");
    }
}

TEST_CASE("A source of what is not in the graph adds nothing", "[graph]") {
    GraphBuilder builder;
    builder.add_edge("a", "p", "b", nullptr);
    const Source source{"words", "article", {}};
    builder.add_source("a", "p", "b", source);
    builder.add_source("a", "q", "b", source);
    builder.add_source("b", "p", "a", source);
    builder.add_source("x", "p", "a", source);
    builder.add_source("a", Attribute{"p", "5"}, source);
    CHECK(dump(builder.build()) == "a:\nb:\na p b/1\n");
}

TEST_CASE("Edges are found from both ends", "[graph]") {
    const KnowledgeGraph graph = make_graph({{"a", "p", "b"}, {"c", "p", "b"}, {"a", "q", "c"}});
    CHECK(graph.out_edges(0) == std::pair<EdgeId, EdgeId>(0, 2));
    CHECK(graph.in_edges(0).empty());
    REQUIRE(graph.in_edges(1).size() == 2);
    CHECK(graph.edge(graph.in_edges(1)[1]).from == 2);
    CHECK(graph.find_iri("c") == NodeId{2});
    CHECK_FALSE(graph.find_iri("d"));
}

TEST_CASE("A node is found by IRI, by name, without accents, by a word, in this order", "[find]") {
    GraphBuilder builder;
    builder.add_name("i:1", "Étoile");
    builder.add_name("i:2", "etoile");
    builder.add_name("i:3", "Amy Sherman-Palladino");
    builder.add_alias("i:3", "ASP");
    builder.add_name("i:4", "Étoile premieres");
    builder.mark_record("i:4");
    const KnowledgeGraph graph = builder.build();
    using Ids = std::vector<NodeId>;
    CHECK(find_nodes(graph, "i:1") == Ids{0});
    CHECK(find_nodes(graph, "<i:1>") == Ids{0});
    CHECK(find_nodes(graph, "Étoile") == Ids{0});
    CHECK(find_nodes(graph, "ETOILE") == Ids{0, 1});
    CHECK(find_nodes(graph, "asp") == Ids{2});
    CHECK(find_nodes(graph, "palladino amy") == Ids{2});
    CHECK(find_nodes(graph, "premieres") == Ids{3});
    CHECK(find_nodes(graph, "pallad").empty());
    CHECK(find_nodes(graph, "").empty());
    CHECK(similar_nodes(graph, "Amy Sherman Paladino") == Ids{2});
    CHECK(similar_nodes(graph, "xyzzy").empty());
}

TEST_CASE("Terms and IRIs are put into words", "[words]") {
    CHECK(words_of_term("https://schema.org/numberOfSeasons") == "number of seasons");
    CHECK(words_of_term("https://schema.org/TVSeries") == "TV series");
    CHECK(words_of_term("https://schema.org/Person") == "person");
    CHECK(words_of_term("https://schema.org/NGO") == "NGO");
    CHECK(words_of_iri("http://a/b/c%23%C3%A9") == "c#é");
    CHECK(words_of_iri("http://a/b%FF") == "b%FF");
    CHECK(words_of_iri("http://a/") == "a");
}

TEST_CASE("Nothing that a terminal obeys is shown", "[words]") {
    CHECK(to_printable("a\x1b[31mb\nc\td\u202Ee\u009Bf") == "a\uFFFD[31mb c d\uFFFDe\uFFFDf");
    CHECK(to_printable("bad\xFF") == "bad\uFFFD");
}

TEST_CASE("Statistics count entities, records apart", "[stats]") {
    GraphBuilder builder;
    builder.add_edge("a", "p", "b", nullptr);
    builder.add_edge("b", "p", "c", nullptr);
    builder.add_edge("r", "mentions", "d", nullptr);
    builder.add_type("a", "C");
    builder.mark_record("r");
    builder.add_attribute("d", {"q", "1"}, nullptr);
    const GraphStats stats = find_stats(builder.build());
    CHECK(stats.entities == 4);
    CHECK(stats.records == 1);
    CHECK(stats.edges == 2);
    CHECK(stats.attributes == 1);
    CHECK(stats.components == 2);
    CHECK(stats.largest == 3);
    CHECK(stats.isolated == 1);
    CHECK(stats.properties == std::vector<std::pair<std::string, std::size_t>>{{"p", 2}, {"q", 1}});
    CHECK(stats.degrees == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 2}, {2, 1}});
}
