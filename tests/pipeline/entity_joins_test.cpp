#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/pipeline/entity_joins.hpp>

using namespace lede;

namespace {

Ontology make_ontology() {
    Ontology ontology;
    const auto add = [&](const char* name, std::vector<std::string> parents) {
        OntologyClass item;
        item.iri = std::string("http://o/") + name;
        item.parents = std::move(parents);
        ontology.add(item);
    };
    add("org", {});
    add("corp", {"http://o/org"});
    add("bank", {"http://o/corp"});
    add("team", {"http://o/org"});
    add("film", {});
    return ontology;
}

/// What a line becomes when there are these things, each "<class>/<name>".
std::string join(const std::vector<std::string>& things, const std::string& line) {
    EntityJoins joins("http://b/");
    for (const auto& thing : things) joins.note("http://b/" + thing, "http://o/" + thing.substr(0, thing.find('/')));
    joins.find(make_ontology());
    return joins.apply(line);
}

}  // namespace

TEST_CASE("The general IRI is replaced by the special one of the same name", "[joins]") {
    const std::vector<std::string> things{"org/acme", "corp/acme", "team/other", "bank/acme"};
    CHECK(join(things, "<http://b/x> <http://o/p> <http://b/org/acme> .") ==
          "<http://b/x> <http://o/p> <http://b/bank/acme> .");
    const std::string literal = "<http://b/x> <http://o/p> \"a \\\" <http://b/org/acme> b\"@en .";
    CHECK(join(things, literal) == literal);
}

TEST_CASE("What could be either, or is another thing, is not joined", "[joins]") {
    const std::string line = "<http://b/org/acme> <http://o/p> <http://b/film/acme> .";
    CHECK(join({"org/acme", "corp/acme", "team/acme", "film/acme"}, line) == line);
    CHECK(join({"org/acme", "corp/other"}, line) == line);
    EntityJoins joins("http://b/");
    joins.note("http://b/org/acme", "http://o/org");
    joins.note("http://www.wikidata.org/entity/Q1", "http://o/corp");
    CHECK_FALSE(joins.find(make_ontology()));
}
