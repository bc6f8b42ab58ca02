#include <algorithm>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/model/amount_of_money.hpp>
#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/rdf_reader.hpp>

#include "sample_article.hpp"

using namespace lede;

namespace {

std::vector<std::string> with(Provenance provenance, double min_confidence = 0) {
    RdfOptions options;
    options.base = "http://b/";
    options.provenance = provenance;
    options.min_confidence = min_confidence;
    options.symmetric = {"https://schema.org/spouse"};
    options.activity = {"1.0", "--provenance x", "abc"};
    return to_nquads(make_sample_article(), options);
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

std::size_t count(const std::vector<std::string>& lines, const std::string& part) {
    return static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; }));
}

}  // namespace

TEST_CASE("An article becomes sorted statements about it, its entities, facts and quotations", "[quads]") {
    const std::vector<std::string> lines = with(Provenance::none);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    for (
        const char* line : {
            R"(<http://b/news-article/tv-001> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/NewsArticle> .)",
            R"(<http://b/news-article/tv-001> <https://schema.org/datePublished> "2023-04-27"^^<http://www.w3.org/2001/XMLSchema#date> .)",
            R"(<http://b/news-article/tv-001> <https://schema.org/author> <http://b/person/ann-lee> .)",
            R"(<http://b/news-article/tv-001> <https://schema.org/mentions> <http://b/tv-series/étoile> .)",
            R"(<http://b/tv-series/étoile> <https://schema.org/creator> <http://b/person/amy-palladino> .)",
            R"(<http://b/tv-series/étoile> <https://schema.org/numberOfSeasons> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .)",
            R"(<http://b/person/amy-palladino> <https://schema.org/alternateName> "Amy" .)",
            R"(<http://b/news-article/tv-001#quotation=28,37> <https://schema.org/text> "We dance," .)",
            R"(<http://b/news-article/tv-001#quotation=28,37> <https://schema.org/creator> <http://b/person/amy-palladino> .)",
        }) {
        INFO(line);
        CHECK(has(lines, line));
    }
}

TEST_CASE("A symmetric fact is written once, in the order of the names", "[quads]") {
    const std::vector<std::string> lines = with(Provenance::none);
    CHECK(count(lines, "schema.org/spouse>") == 1);
    CHECK(has(lines, "<http://b/person/amy-palladino> <https://schema.org/spouse> <http://b/person/dan-palladino> ."));
}

TEST_CASE("What is not asserted is nowhere in the plain graph", "[quads]") {
    for (Provenance provenance : {Provenance::none, Provenance::graph, Provenance::sentence, Provenance::rdf12}) {
        CHECK(count(with(provenance), "étoile> <https://schema.org/author> <") ==
              (provenance == Provenance::rdf12 ? 1 : 0));
    }
    CHECK(count(with(Provenance::sentence), "lede#status> \"denied\"") == 1);
    CHECK(count(with(Provenance::sentence), "-ns#predicate> <https://schema.org/author>") == 1);
}

TEST_CASE("Facts below the confidence asked for are left out", "[quads]") {
    CHECK(count(with(Provenance::none, 0.6), "numberOfSeasons") == 0);
    CHECK(count(with(Provenance::none, 0.6), "creator> <http://b/person/amy-palladino>") == 2);
}

TEST_CASE("Sentence provenance tells the exact quote, its place in code points and the confidence", "[quads]") {
    const std::vector<std::string> lines = with(Provenance::sentence);
    CHECK(has(
        lines,
        R"(<http://b/news-article/tv-001#char=0,26> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf> "Étoile was created by Amy." .)"));
    CHECK(count(lines, R"("0.93"^^<http://www.w3.org/2001/XMLSchema#decimal>)") == 1);
    CHECK(count(lines, R"("0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>)") == 1);  // canonical, without a last zero
    CHECK(count(lines, "ns/prov#used> <http://b/news-article/tv-001> .") == 1);
    CHECK(count(lines, "-syntax-ns#Statement>") == 4);
}

TEST_CASE("RDF 1.2 provenance has at most three triples for an asserted fact, and reads back as reification",
          "[quads]") {
    const std::vector<std::string> lines = with(Provenance::rdf12);
    CHECK(count(lines, "#reifies> <<( ") == 4);
    CHECK(count(lines, "#fact=") == 4 * 3 + 1);  // and one status
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    std::vector<std::string> read;
    read_rdf(text, Syntax::nquads, {}, [&](const Quad& quad, std::size_t) { read.push_back(to_nquad(quad)); });
    std::vector<std::string> classic = with(Provenance::sentence);
    std::erase_if(classic,
                  [](const std::string& line) { return line.find("-syntax-ns#Statement>") != std::string::npos; });
    std::sort(read.begin(), read.end());
    CHECK(read == classic);
}

TEST_CASE("When a post began and ended is said of the statement, where there is a node for it", "[quads]") {
    ArticleFacts facts = make_sample_article();
    facts.facts = {{1, "https://schema.org/jobTitle", Literal{"mayor", Datatype::string}, Status::asserted, facts.facts[0].evidence}};
    facts.facts[0].start = Literal{"2010", Datatype::year};
    facts.facts[0].end = Literal{"2018-05-01", Datatype::date};
    for (const Provenance provenance : {Provenance::none, Provenance::graph, Provenance::sentence, Provenance::rdf12}) {
        RdfOptions options;
        options.provenance = provenance;
        const std::vector<std::string> lines = to_nquads(facts, options);
        const std::size_t nodes = provenance == Provenance::sentence || provenance == Provenance::rdf12 ? 1 : 0;
        CHECK(count(lines, "> <https://schema.org/startDate> \"2010\"^^<http://www.w3.org/2001/XMLSchema#gYear>") == nodes);
        CHECK(count(lines, "> <https://schema.org/endDate> \"2018-05-01\"^^<http://www.w3.org/2001/XMLSchema#date>") == nodes);
        CHECK(count(lines, "/amy-palladino> <https://schema.org/startDate>") == 0);
    }
}

TEST_CASE("An amount of money is a literal of its own type", "[quads]") {
    ArticleFacts facts = make_sample_article();
    facts.facts = {{0, "https://w3id.org/lede#budget", to_amount("EUR", 12.5e6), Status::asserted, facts.facts[0].evidence}};
    CHECK(count(to_nquads(facts, {}), "<https://w3id.org/lede#budget> \"EUR 12500000\"^^<https://w3id.org/lede#amountOfMoney> .") == 1);
}

TEST_CASE("With graph provenance each statement of an article is in the article's graph", "[quads]") {
    const std::vector<std::string> lines = with(Provenance::graph);
    CHECK(count(lines, " <http://b/news-article/tv-001> .") == lines.size() - count(lines, "<http://b/activity/") + 1);
}

TEST_CASE("A syntax without graphs falls back to the plain graph and says so", "[quads]") {
    int told = 0;
    const DiagnosticSink sink = [&](const Diagnostic&) { ++told; };
    CHECK(usable_provenance(Provenance::graph, Syntax::turtle, sink) == Provenance::none);
    CHECK(usable_provenance(Provenance::graph, Syntax::trig, sink) == Provenance::graph);
    CHECK(usable_provenance(Provenance::sentence, Syntax::ntriples, sink) == Provenance::sentence);
    CHECK(told == 1);
}

TEST_CASE("The property of an open fact is minted under the base, typed and labelled", "[quads]") {
    ArticleFacts facts = make_sample_article();
    Fact open = facts.facts.front();
    open.property_iri.clear();
    open.phrase = "has been chairman of";
    facts.facts.push_back(open);
    open.phrase = "owned";
    open.status = Status::denied;
    facts.facts.push_back(open);
    RdfOptions options;
    options.base = "http://b/";
    const std::vector<std::string> lines = to_nquads(facts, options);
    const std::string property = "<http://b/property/has-been-chairman-of>";
    CHECK(has(lines, "<http://b/tv-series/étoile> " + property + " <http://b/person/amy-palladino> ."));
    CHECK(has(lines, property + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/lede#OpenProperty> ."));
    CHECK(has(lines, property + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/1999/02/22-rdf-syntax-ns#Property> ."));
    CHECK(has(lines, property + " <http://www.w3.org/2000/01/rdf-schema#label> \"has been chairman of\"@en ."));
    CHECK(count(lines, "property/owned") == 0);
    options.provenance = Provenance::sentence;
    const std::vector<std::string> all = to_nquads(facts, options);
    CHECK(count(all, "rdf-syntax-ns#predicate> <http://b/property/owned>") == 1);
    CHECK_FALSE(has(all, "<http://b/tv-series/étoile> <http://b/property/owned> <http://b/person/amy-palladino> ."));
}
