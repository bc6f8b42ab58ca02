#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/hash.hpp>
#include <lede/graph/find_nodes.hpp>
#include <lede/graph/graph_builder.hpp>
#include <lede/graph/graph_file.hpp>
#include <lede/graph/rank.hpp>
#include <lede/graph/stats.hpp>
#include <lede/graph/traversal.hpp>

using namespace lede;

namespace {

KnowledgeGraph make_sample() {
    GraphBuilder builder;
    const Source source{"Ann knows Bob.", "i:news", "0.9"};
    builder.add_edge("i:ann", "p:knows", "i:bob", &source);
    builder.add_edge("i:bob", "p:worksFor", "i:mill", nullptr);
    builder.add_edge("i:news", "p:mentions", "i:ann", nullptr);
    builder.mark_record("i:news");
    builder.add_name("i:ann", "Ann Lee");
    builder.add_name("i:ann", "Ann");
    builder.add_alias("i:ann", "Étoile");
    builder.add_type("i:ann", "c:Person");
    builder.add_attribute("i:mill", {"p:size", "12", "x:integer"}, &source);
    builder.add_label("p:worksFor", "works for");
    builder.add_parent("c:Person", "c:Thing");
    builder.add_node("i:zed");
    return builder.build();
}

std::string bytes_of(const KnowledgeGraph& graph) {
    std::string bytes;
    write_graph_file(graph, [&](std::string_view piece) { bytes += piece; });
    return bytes;
}

/// Uses all of a graph, so that a reader of memory that is not its own is seen by the sanitizers.
std::string dump(const KnowledgeGraph& graph) {
    std::string text;
    TraversalFilter filter;
    filter.records = true;
    filter.classes = {"c:Thing"};
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        text.append(graph.iri(node)).append(graph.is_record(node) ? " record" : "");
        for (const TextList& list : {graph.names(node), graph.aliases(node), graph.types(node)})
            for (const std::string_view one : list) text.append(" ").append(one);
        const auto [first, last] = graph.attributes(node);
        for (AttributeId id = first; id < last; ++id) {
            const Attribute attribute = graph.attribute(id);
            text.append(" ").append(attribute.property).append(attribute.value).append(attribute.datatype);
            for (const Source& source : graph.sources_of_attribute(id)) text += source.sentence + source.article;
        }
        for (const EdgeId id : graph.in_edges(node)) text += " <" + std::to_string(id);
        for (const Neighbour& one : find_neighbours(graph, node, 2, {})) text += " ~" + std::to_string(one.node);
        for (const Path& path : find_paths(graph, node, 0, 2, filter)) text += " " + std::to_string(path.steps.size());
        text += graph.find_iri(graph.iri(node)) ? "\n" : "?\n";
    }
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
        const Edge edge = graph.edge(id);
        text += std::to_string(edge.from) + " " + std::to_string(edge.to) + " ";
        text += graph.label_of(graph.property_of(id));
        for (const Source& source : graph.sources_of_edge(id)) text += source.sentence + source.confidence;
    }
    for (const auto& [iri, label] : graph.labels()) text.append(iri).append(label);
    for (const char* name : {"Ann", "ANN LEE", "etoile", "lee", "bob", "nobody"})
        for (const NodeId id : find_nodes(graph, name)) text += " " + std::to_string(id);
    for (const NodeId id : similar_nodes(graph, "Anne Le")) text += " " + std::to_string(id);
    for (const Ranked& one : rank_nodes(graph, Measure::pagerank, filter)) text += " " + std::to_string(one.node);
    return text + std::to_string(find_stats(graph).components);
}

}  // namespace

TEST_CASE("A graph that was kept in a file is the same when it is opened", "[graph_file]") {
    const TemporaryFolder folder;
    const KnowledgeGraph graph = make_sample();
    const std::string bytes = bytes_of(graph);
    const std::string path = folder.write("kept", bytes);
    CHECK(is_graph_file(path));
    KnowledgeGraph opened;
    {
        const KnowledgeGraph first = open_graph_file(path);
        opened = first;  // a copy outlives what it was copied from
    }
    CHECK(dump(opened) == dump(graph));
    CHECK(bytes_of(opened) == bytes);
    CHECK(opened.has_class(*opened.find_iri("i:ann"), "c:Thing"));
    CHECK(find_nodes(opened, "etoile") == std::vector<NodeId>{*opened.find_iri("i:ann")});
}

TEST_CASE("The same parts in any order give the same file", "[graph_file][law]") {
    std::mt19937 random(2);
    std::string expected;
    std::vector<std::vector<std::string>> parts;
    for (int i = 0; i < 60; ++i)
        parts.push_back({std::string(1 + random() % 12, 'a') + std::to_string(random() % 9),
                         "p" + std::to_string(i % 4), "a" + std::to_string(random() % 9)});
    for (int round = 0; round < 5; ++round) {
        GraphBuilder builder;
        for (const auto& part : parts) {
            builder.add_edge(part[0], part[1], part[2], nullptr);
            builder.add_name(part[2], part[0]);
        }
        const std::string bytes = bytes_of(builder.build());
        if (round == 0) expected = bytes;
        CHECK(bytes == expected);
        std::shuffle(parts.begin(), parts.end(), random);
    }
}

TEST_CASE("An empty graph can be kept", "[graph_file]") {
    const TemporaryFolder folder;
    const KnowledgeGraph opened = open_graph_file(folder.write("kept", bytes_of(KnowledgeGraph())));
    CHECK(opened.node_count() == 0);
    CHECK(find_nodes(opened, "a").empty());
    CHECK(bytes_of(GraphBuilder().build()) == bytes_of(KnowledgeGraph()));
}

TEST_CASE("A graph file of which any byte is another, or that is cut short, is refused", "[graph_file][law]") {
    const TemporaryFolder folder;
    const std::string bytes = bytes_of(make_sample());
    std::vector<std::string> accepted;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
        try {
            open_graph_file(folder.write("damaged", damaged));
            accepted.push_back("byte " + std::to_string(at));
        } catch (const InputError& error) {
            if (std::string(error.what()).find("lede index") == std::string::npos) accepted.push_back(error.what());
        }
        try {
            open_graph_file(folder.write("short", bytes.substr(0, at)));
            accepted.push_back("length " + std::to_string(at));
        } catch (const InputError&) {
        }
    }
    CHECK(accepted == std::vector<std::string>{});
    CHECK_THROWS_AS(open_graph_file(folder.write("long", bytes + '\0')), InputError);
    CHECK_THROWS_AS(open_graph_file(folder.write("empty", "")), InputError);
}

TEST_CASE("A graph file of wrong numbers does no harm though its checksum is right", "[graph_file][law]") {
    constexpr std::size_t head_size = 24 + 8 * 28;
    const TemporaryFolder folder;
    const std::string bytes = bytes_of(make_sample());
    std::mt19937 random(9);
    std::size_t opened = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string damaged = bytes;
        for (std::size_t times = 1 + random() % 3; times > 0; --times) {
            const std::size_t at = head_size + random() % (damaged.size() - head_size);
            damaged[at] = static_cast<char>(random() % 3 == 0 ? random() : damaged[at] + 1);
        }
        std::uint64_t sum = 0;
        for (std::size_t column = 0, at = head_size; column < 28; ++column) {
            std::uint64_t size = 0;
            std::memcpy(&size, damaged.data() + 24 + 8 * column, 8);
            sum = hash_of(std::string_view(damaged).substr(at, size), sum);
            at += (size + 7) / 8 * 8;
        }
        std::memcpy(damaged.data() + 16, &sum, 8);
        try {
            dump(open_graph_file(folder.write("damaged", damaged)));
            ++opened;
        } catch (const InputError&) {
        }
    }
    CHECK(opened > 100);
    CHECK(opened < 4000);
}
