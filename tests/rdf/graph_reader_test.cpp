#include <algorithm>
#include <optional>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/graph_reader.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/reifier_folder.hpp>
#include <lede/rdf/statement_line.hpp>

#include "sample_article.hpp"

using namespace lede;

namespace {

std::vector<std::string> sorted_lines(Provenance provenance, Syntax syntax) {
    RdfOptions options;
    options.base = "http://b/";
    options.provenance = provenance;
    std::vector<std::string> lines;
    for (const std::string& line : to_nquads(make_sample_article(), options))
        lines.push_back(to_sortable(line, syntax));
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string write(const std::vector<std::string>& lines, Syntax syntax) {
    std::string text;
    RdfWriter writer({syntax, "http://b/", {}}, [&](std::string_view piece) { text += piece; });
    for (const std::string& line : lines) writer.write(line);
    writer.finish();
    return text;
}

std::optional<EdgeId> find_edge(const KnowledgeGraph& graph, const std::string& from, const std::string& to) {
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
        const Edge edge = graph.edge(id);
        if (graph.iri(edge.from) == from && graph.iri(edge.to) == to) return id;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("A graph is read from each syntax with its sources, and without what is denied", "[graph_reader]") {
    const TemporaryFolder folder;
    for (Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads}) {
        for (Provenance provenance : {Provenance::none, Provenance::sentence, Provenance::rdf12}) {
            const std::string suffix = syntax == Syntax::turtle     ? ".ttl"
                                       : syntax == Syntax::trig     ? ".trig"
                                       : syntax == Syntax::ntriples ? ".nt"
                                                                    : ".nq";
            INFO(to_string(syntax) << " " << to_string(provenance));
            const KnowledgeGraph graph =
                read_graph({folder.write("g" + suffix, write(sorted_lines(provenance, syntax), syntax))});
            CHECK(graph.node_count() == 7);  // 3 entities, author, publisher, article, quotation
            const std::optional<EdgeId> edge =
                find_edge(graph, "http://b/tv-series/étoile", "http://b/person/amy-palladino");
            REQUIRE(edge);
            CHECK(graph.property_of(*edge) == "https://schema.org/creator");
            if (provenance == Provenance::none) {
                CHECK(graph.sources_of_edge(*edge).empty());
            } else {
                CHECK(graph.sources_of_edge(*edge) ==
                      std::vector<Source>{{"Étoile was created by Amy.", "http://b/news-article/tv-001", "0.93"}});
            }
            const NodeId article = *graph.find_iri("http://b/news-article/tv-001");
            CHECK(graph.is_record(article));
            CHECK(graph.name_of(article) == "Étoile dances");
            const auto [first, last] = graph.attributes(*graph.find_iri("http://b/tv-series/étoile"));
            REQUIRE(last - first == 1);
            CHECK(graph.attribute(first).value == "2");
            CHECK(graph.sources_of_attribute(first).size() == (provenance == Provenance::none ? 0 : 1));
        }
    }
}

TEST_CASE("A named graph is the source of its statements", "[graph_reader]") {
    const TemporaryFolder folder;
    const KnowledgeGraph graph =
        read_graph({folder.write("g.trig", write(sorted_lines(Provenance::graph, Syntax::trig), Syntax::trig))});
    const std::optional<EdgeId> edge = find_edge(graph, "http://b/tv-series/étoile", "http://b/person/amy-palladino");
    REQUIRE(edge);
    CHECK(graph.sources_of_edge(*edge) == std::vector<Source>{{"", "http://b/news-article/tv-001", ""}});
}

TEST_CASE("Classes and properties of a vocabulary give labels and no nodes", "[graph_reader]") {
    const TemporaryFolder folder;
    const std::string data = folder.write("d.ttl",
                                          "<http://x/a> a <http://x/Sub> ; <http://x/p> <http://x/b> . <http://x/C> a "
                                          "<http://www.w3.org/2002/07/owl#Class> .");
    const std::string words =
        folder.write("v.ttl",
                     "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <http://x/p> rdfs:label \"Ding\"@de , "
                     "\"works with\"@en . <http://x/Sub> rdfs:subClassOf <http://x/Super> .");
    const KnowledgeGraph graph = read_graph({data}, {words});
    CHECK(graph.node_count() == 2);
    CHECK(graph.label_of("http://x/p") == "works with");
    CHECK(graph.has_class(0, "http://x/Super"));
}

TEST_CASE("Blank nodes of two files are kept apart", "[graph_reader]") {
    const TemporaryFolder folder;
    const std::string text = "_:x <http://x/p> <http://x/b> .";
    CHECK(read_graph({folder.write("1.nt", text), folder.write("2.nt", text)}).node_count() == 3);
}

TEST_CASE("Reifiers that were read are folded back to what they were", "[reifier]") {
    for (Syntax syntax : {Syntax::nquads, Syntax::trig}) {
        const std::vector<std::string> lines = sorted_lines(Provenance::rdf12, syntax);
        std::vector<std::string> read;
        read_rdf(write(lines, syntax), syntax, {},
                 [&](const Quad& quad, std::size_t) { read.push_back(to_sortable(to_nquad(quad), syntax)); });
        std::sort(read.begin(), read.end());
        CHECK(read != lines);
        std::vector<std::string> folded;
        ReifierFolder folder(syntax, [&](std::string_view line) { folded.emplace_back(line); });
        for (const std::string& line : read) folder.write(line);
        folder.finish();
        CHECK(folded == lines);
    }
}

TEST_CASE("A reification of RDF 1.1 is not folded", "[reifier]") {
    const std::vector<std::string> lines = sorted_lines(Provenance::sentence, Syntax::nquads);
    std::vector<std::string> folded;
    ReifierFolder folder(Syntax::nquads, [&](std::string_view line) { folded.emplace_back(line); });
    for (const std::string& line : lines) folder.write(line);
    folder.finish();
    CHECK(folded == lines);
}
