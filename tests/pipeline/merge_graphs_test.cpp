#include <string>
#include <support/catch.hpp>
#include <vector>

#include "generated_graphs.hpp"

using namespace lede;

namespace {

using Articles = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr Provenance with_sources[] = {Provenance::graph, Provenance::sentence, Provenance::rdf12};

std::string iri_of_article(std::uint32_t number) {
    return "https://example.org/news-article/a" + std::to_string(number);
}

const std::string prefixes =
    "@prefix schema: <https://schema.org/> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    "@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix lede: <https://w3id.org/lede#> .\n"
    "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n@base <https://example.org/> "
    ".\n";

/// Ann is born in 1970, as the articles say.
std::string born(const std::vector<std::string>& articles) {
    std::string turtle = prefixes + "<person/ann> schema:birthDate 1970 .\n";
    for (const std::string& id : articles) {
        const std::string article = "<news-article/" + id;
        turtle +=
            article +
            "#fact=1> a rdf:Statement ; rdf:subject <person/ann> ; rdf:predicate schema:birthDate ; rdf:object 1970 ; "
            "prov:wasDerivedFrom " +
            article + "#char=0,9> .\n" + article + "#char=0,9> nif:referenceContext " + article + "> .\n";
    }
    return turtle;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("Files of different articles give the same bytes in every order", "[merge]") {
    const TemporaryFolder folder;
    for (const Provenance provenance : {Provenance::none, Provenance::graph, Provenance::sentence, Provenance::rdf12}) {
        for (std::uint32_t seed = 0; seed < 10; ++seed) {
            std::vector<std::string> files;
            for (std::uint32_t i = 0; i < 4; ++i)
                files.push_back(
                    write_articles(folder, std::to_string(i) + ".nq", {{2 * i, seed}, {2 * i + 1, seed}}, provenance));
            const std::string forward = merge(files);
            std::reverse(files.begin(), files.end());
            CHECK(merge(files) == forward);
            std::swap(files[0], files[2]);
            CHECK(merge(files) == forward);
        }
    }
}

TEST_CASE("The later version of an article takes the place of the earlier one, and nothing is left of that",
          "[merge]") {
    const TemporaryFolder folder;
    for (const Provenance provenance : with_sources) {
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const std::string old = write_articles(folder, "old.nq", {{1, seed}, {2, seed}, {3, seed}}, provenance);
            const std::string others = write_articles(folder, "others.nq", {{1, seed}, {3, seed}}, provenance);
            const std::string now = write_articles(folder, "now.nq", {{2, seed + 1}, {4, seed}}, provenance);
            CHECK(merge({old, now}) == merge({others, now}));
        }
    }
}

TEST_CASE("The last file on the command line wins", "[merge]") {
    const TemporaryFolder folder;
    const std::string first = write_articles(folder, "first.nq", {{1, 1}}, Provenance::sentence);
    const std::string second = write_articles(folder, "second.nq", {{1, 2}}, Provenance::sentence);
    CHECK(merge({first, second}) == merge({second}));
    CHECK(merge({second, first}) == merge({first}));
}

TEST_CASE("A retracted article leaves what a graph without it has", "[merge]") {
    const TemporaryFolder folder;
    for (const Provenance provenance : with_sources) {
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const std::string all = write_articles(folder, "all.nq", {{1, seed}, {2, seed}, {3, seed}}, provenance);
            const std::string rest = write_articles(folder, "rest.nq", {{1, seed}, {3, seed}}, provenance);
            MergeGraphsOptions options;
            options.retracted = {iri_of_article(2)};
            CHECK(merge({all}, options) == merge({rest}));
        }
    }
}

TEST_CASE("Merging in steps counts support as merging at once does", "[merge]") {
    const TemporaryFolder folder;
    for (const Provenance provenance : with_sources) {
        for (std::uint32_t seed = 0; seed < 10; ++seed) {
            const std::string a = write_articles(folder, "a.nq", {{1, seed}, {2, seed}}, provenance);
            const std::string b = write_articles(folder, "b.nq", {{3, seed}}, provenance);
            const std::string c = write_articles(folder, "c.nq", {{4, seed}, {5, seed}}, provenance);
            const std::string ab = folder.write("ab.nq", merge({a, b}));
            const std::string step = folder.write("step.nq", merge({ab, c}));
            CHECK(merge({ab, c}) == merge({a, b, c}));
            CHECK(merge({step}) == merge({a, b, c}));
            CHECK(merge({step, ab}) == merge({step}));
        }
    }
}

TEST_CASE("Support is the number of articles, and stays with a fact that another article states", "[merge]") {
    const TemporaryFolder folder;
    const std::string file = folder.write("born.ttl", born({"x", "y", "z"}));
    const std::string all = merge({file});
    CHECK(count_of(all, "#support> \"3\"^^") == 3);
    MergeGraphsOptions one;
    one.retracted = {"https://example.org/news-article/x"};
    const std::string rest = merge({file}, one);
    CHECK(count_of(rest, "#support> \"2\"^^") == 2);
    CHECK(count_of(rest, "<https://example.org/person/ann> <https://schema.org/birthDate>") == 1);
    one.retracted.insert({"https://example.org/news-article/y", "https://example.org/news-article/z"});
    CHECK(merge({file}, one).empty());
}

TEST_CASE("An article that states a fact in two sentences supports it once", "[merge]") {
    const TemporaryFolder folder;
    std::string turtle = born({"x", "y"});
    turtle += "<news-article/x#fact=2> a rdf:Statement ; rdf:subject <person/ann> ; rdf:predicate schema:birthDate ; rdf:object 1970 ; "
              "prov:wasDerivedFrom <news-article/x#char=10,19> .\n";
    CHECK(count_of(merge({folder.write("born.ttl", turtle)}), "#support> \"2\"^^") == 3);
}

TEST_CASE("A statement that is not asserted neither supports a fact nor has support", "[merge]") {
    const TemporaryFolder folder;
    std::string turtle = born({"x", "y"});
    turtle += "<news-article/y#fact=1> lede:status \"denied\" .\n";
    const std::string all = merge({folder.write("born.ttl", turtle)});
    CHECK(count_of(all, "#support>") == 1);
    CHECK(count_of(all, "#support> \"1\"^^") == 1);
}

TEST_CASE("Graphs without provenance are united, also where they describe one article", "[merge]") {
    const TemporaryFolder folder;
    const std::string first =
        folder.write("1.nt", "<http://e/news-article/1> <https://schema.org/mentions> <http://e/a> .\n");
    const std::string second =
        folder.write("2.nt", "<http://e/news-article/1> <https://schema.org/mentions> <http://e/b> .\n");
    CHECK(count_of(merge({first, second}), "\n") == 2);
}

TEST_CASE("Foreign provenance that looks like ours is united, too", "[merge]") {
    const TemporaryFolder folder;
    const std::string first = folder.write("1.ttl", prefixes + "<run/1> prov:used <data> .\n<s1> nif:referenceContext <data> .\n<data> nif:isString \"a\" .\n");
    const std::string second = folder.write("2.ttl", prefixes + "<run/2> prov:used <data> .\n<s2> nif:referenceContext <data> .\n<data> nif:isString \"b\" .\n");
    CHECK(count_of(merge({first, second}), "\n") == 6);
}

TEST_CASE("What a file says without an article stays when an article goes", "[merge]") {
    const TemporaryFolder folder;
    const std::string sourced = folder.write("sourced.ttl", born({"x"}));
    const std::string plain = folder.write("plain.ttl", prefixes + "<person/ann> schema:birthDate 1970 .\n");
    MergeGraphsOptions options;
    options.retracted = {"https://example.org/news-article/x"};
    CHECK(count_of(merge({sourced, plain}, options), "\n") == 1);
}

TEST_CASE("An article to retract that is unknown, or without provenance, is told with those like it", "[merge]") {
    const TemporaryFolder folder;
    const std::string file =
        folder.write("born.ttl", born({"bridge-1", "bridge-2"}) + "<news-article/plain> a schema:NewsArticle .\n");
    MergeGraphsOptions options;
    options.retracted = {"https://example.org/news-article/bridge", "https://example.org/news-article/plain"};
    const MergedGraph graph({file}, options);
    CHECK(graph.articles().unattributed == std::set<std::string>{"https://example.org/news-article/plain"});
    REQUIRE(graph.articles().similar.size() == 1);
    CHECK(graph.articles().similar.begin()->second.front() == "https://example.org/news-article/bridge-1");
}
