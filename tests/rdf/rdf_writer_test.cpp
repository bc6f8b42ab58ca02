#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/base/utf8.hpp>
#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/statement_line.hpp>

#include "sample_article.hpp"

using namespace lede;

namespace {

constexpr Syntax all_syntaxes[] = {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads};

std::string write(const std::vector<std::string>& lines, Syntax syntax, const std::string& base = "http://b/") {
    std::vector<std::string> sorted;
    for (const std::string& line : lines) sorted.push_back(to_sortable(line, syntax));
    std::sort(sorted.begin(), sorted.end());
    std::string text;
    RdfWriter writer({syntax, base, {}}, [&](std::string_view piece) { text += piece; });
    for (const std::string& line : sorted) writer.write(line);
    writer.finish();
    return text;
}

std::vector<std::string> read(const std::string& text, Syntax syntax) {
    std::vector<std::string> lines;
    read_rdf(text, syntax, {}, [&](const Quad& quad, std::size_t) { lines.push_back(to_nquad(quad)); });
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Text of all sorts of characters, the awkward ones often.
std::string random_text(std::mt19937& random) {
    static const std::string awkward = "\"'\\\n\r\t\b\f\x01\x7f <>{}|^`#@:;,.()[]_-%a5";
    std::string text;
    for (auto n = random() % 12; n > 0; --n) {
        if (random() % 3 > 0) {
            text += awkward[random() % awkward.size()];
        } else {
            char32_t c = 0xA0 + random() % 0xF000;
            if (c >= 0xD800 && c < 0xE000) c = 0x1F600;
            if ((c >= 0xFDD0 && c < 0xFDF0) || c >= 0xFFFE) c = 0xE9;
            append_utf8(text, c);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("Turtle is grouped by subject, with the type first and short terms", "[writer]") {
    const std::vector<std::string> lines{
        R"(<http://b/tv/é> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/TVSeries> .)",
        R"(<http://b/tv/é> <https://schema.org/creator> <http://b/p/amy> .)",
        R"(<http://b/tv/é> <https://schema.org/creator> <http://other/dan> .)",
        R"(<http://b/tv/é> <http://a/b.c> "2.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .)",
        R"(<http://b/p/amy> <https://schema.org/birthDate> "1966"^^<http://www.w3.org/2001/XMLSchema#gYear> .)",
    };
    const std::string text = write(lines, Syntax::turtle);
    CHECK(text.substr(text.find("\n\n") + 1) == R"(
<p/amy> schema:birthDate "1966"^^xsd:gYear .

<tv/é> a schema:TVSeries ;
    <http://a/b.c> 2.0 ;
    schema:creator <p/amy> ,
        <http://other/dan> .
)");
    CHECK(text.starts_with("@base <http://b/> .\n@prefix lede: <https://w3id.org/lede#> .\n"));
}

TEST_CASE("Writing and reading any statements gives the same statements", "[writer][law]") {
    std::mt19937 random(7);
    std::vector<std::string> lines;
    for (int i = 0; i < 600; ++i) {
        Quad quad{make_iri("http://b/s" + std::to_string(random() % 90)),
                  "http://p/" + std::to_string(random() % 9),
                  make_literal(random_text(random)),
                  {}};
        if (i % 5 == 1) quad.object.language = "en-gb";
        if (i % 5 == 2) quad.object.datatype = "http://www.w3.org/2001/XMLSchema#integer";
        if (i % 5 == 3)
            quad.object = make_iri("http://b/" + std::string(i % 2 ? "a/" : "") + std::to_string(i) + "?x=é#" +
                                   std::to_string(i));
        lines.push_back(to_nquad(quad));
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    for (Syntax syntax : all_syntaxes) {
        INFO(to_string(syntax));
        CHECK(read(write(lines, syntax), syntax) == lines);
    }
}

TEST_CASE("An IRI that resolves differently is never written relative to the base", "[writer]") {
    for (const char* rest :
         {"", "//x", "../x", "./x", "a/../x", "a:b", "?q", "#f", "a//b", "%41", "é", "a/", "a/é(1)#x"}) {
        const std::vector<std::string> lines{"<http://b/" + std::string(rest) + "> <http://b/p> <http://b/" + rest +
                                             "> ."};
        CHECK(read(write(lines, Syntax::turtle), Syntax::turtle) == lines);
    }
}

TEST_CASE("Statements without graphs are written once though two graphs have them", "[writer]") {
    const std::vector<std::string> lines{"<http://a> <http://p> <http://c> <http://g> .",
                                         "<http://a> <http://p> <http://c> <http://h> ."};
    CHECK(write(lines, Syntax::ntriples) == "<http://a> <http://p> <http://c> .\n");
    CHECK(read(write(lines, Syntax::turtle), Syntax::turtle).size() == 1);
    CHECK(read(write(lines, Syntax::trig), Syntax::trig) == lines);
}

TEST_CASE("What is written is the same for a second parser", "[writer]") {
    const TemporaryFolder folder;
    RdfOptions options;
    options.base = "http://b/";
    for (Provenance provenance : {Provenance::none, Provenance::graph, Provenance::sentence}) {
        options.provenance = provenance;
        const std::vector<std::string> lines = to_nquads(make_sample_article(), options);
        for (Syntax syntax : all_syntaxes) {
            const std::string name = to_string(syntax);
            const std::string path = folder.write("g", write(lines, syntax));
            INFO(name);
            if (std::system("command -v serdi >/dev/null") == 0) {
                CHECK(std::system(("serdi -q -i " + name + " " + path + " >/dev/null").c_str()) == 0);
            }
            if (std::system("command -v rapper >/dev/null") == 0 && syntax != Syntax::trig) {
                CHECK(std::system(("rapper -q -c -i " + name + " " + path + " 2>/dev/null").c_str()) == 0);
            }
        }
    }
}

TEST_CASE("The same statements give the same bytes in any order", "[writer]") {
    std::vector<std::string> lines = to_nquads(make_sample_article(), {});
    const std::string first = write(lines, Syntax::turtle);
    std::reverse(lines.begin(), lines.end());
    CHECK(write(lines, Syntax::turtle) == first);
}

TEST_CASE("Statements with triple terms are written in RDF 1.2", "[writer]") {
    RdfOptions options;
    options.base = "http://b/";
    options.provenance = Provenance::rdf12;
    const std::vector<std::string> lines = to_nquads(make_sample_article(), options);
    const std::string turtle = write(lines, Syntax::turtle);
    CHECK(turtle.find("rdf:reifies <<( <tv-series/étoile> schema:creator <person/amy-palladino> )>> ;") !=
          std::string::npos);
    for (Syntax syntax : all_syntaxes)
        CHECK(read(write(lines, syntax), syntax) == read(write(lines, Syntax::nquads), Syntax::nquads));
}

TEST_CASE("Names that try to break out stay names, in every syntax and for every parser", "[writer][hostile]") {
    const TemporaryFolder folder;
    ArticleFacts facts = make_sample_article();
    facts.article.id = "../a b/<x>\"#%?é";
    facts.article.url = "http://x/a b\"<>\\^`{|}";
    facts.article.headline = "\"\"\" . <a> <b> <c> .\n\\u0041 \\";
    facts.entities[0].name = "\"> <http://evil/p> <http://evil/o> .\n#\x01\x7f\u202E";
    facts.entities[1].name = "''' \\\" @en ^^<x> )>> <<( {} ";
    facts.entities[1].aliases = {"\r\n\t\b\f", " "};
    facts.entities[2].name = "...";
    facts.facts[1].object = Literal{"not a number\"^^<", Datatype::integer};
    facts.facts.push_back({2, "https://schema.org/jobTitle", Literal{"chief )>> \" . \n", Datatype::string},
                           Status::claimed, facts.facts[0].evidence});
    for (Provenance provenance : {Provenance::none, Provenance::graph, Provenance::sentence, Provenance::rdf12}) {
        RdfOptions options;
        options.base = "http://b/";
        options.provenance = provenance;
        const std::vector<std::string> lines = to_nquads(facts, options);
        const std::vector<std::string> expected = read(write(lines, Syntax::nquads), Syntax::nquads);
        for (Syntax syntax : all_syntaxes) {
            INFO(to_string(syntax) << " " << to_string(provenance));
            const std::string text = write(lines, syntax);
            if (has_graphs(syntax) || provenance != Provenance::graph) CHECK(read(text, syntax) == expected);
            const std::string path = folder.write("g", text);
            if (provenance == Provenance::rdf12) continue;  // the other parsers know RDF 1.1 alone
            if (std::system("command -v serdi >/dev/null") == 0) {
                CHECK(std::system(
                          (std::string("serdi -q -i ") + to_string(syntax) + " " + path + " >/dev/null").c_str()) == 0);
            }
            if (std::system("command -v rapper >/dev/null") == 0 && syntax != Syntax::trig) {
                CHECK(std::system((std::string("rapper -q -c -i ") + to_string(syntax) + " " + path + " 2>/dev/null")
                                      .c_str()) == 0);
            }
        }
    }
}
