#include <functional>
#include <string>
#include <support/catch.hpp>
#include <tuple>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/ontology/read_ontology.hpp>

using namespace lede;

namespace {

/// A file as rows of subject, predicate and object; IRIs are short names in angle brackets, literals are bare, "x@de"
/// has a language.
using Rows = std::vector<std::tuple<std::string, std::string, std::string>>;

std::string expand(const std::string& name) {
    static const std::vector<std::pair<std::string, std::string>> spaces{
        {"rdf:", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
        {"rdfs:", "http://www.w3.org/2000/01/rdf-schema#"},
        {"owl:", "http://www.w3.org/2002/07/owl#"},
        {"xsd:", "http://www.w3.org/2001/XMLSchema#"},
        {"lede:", "https://w3id.org/lede#"},
        {"schema:", "https://schema.org/"},
        {"skos:", "http://www.w3.org/2004/02/skos/core#"}};
    for (const auto& [prefix, iri] : spaces) {
        if (name.starts_with(prefix)) return iri + name.substr(prefix.size());
    }
    return name;
}

StatementReader reader_of(const Rows& rows) {
    return [rows](const std::filesystem::path&, const std::function<void(const OntologyStatement&)>& handler) {
        std::size_t line = 0;
        for (const auto& [subject, predicate, object] : rows) {
            OntologyStatement statement{
                expand(subject), expand(predicate == "a" ? "rdf:type" : predicate), object, object.starts_with('<'), {},
                ++line};
            if (statement.object_is_iri) statement.object = expand(object.substr(1, object.size() - 2));
            if (const auto at = object.find('@'); !statement.object_is_iri && at != std::string::npos) {
                statement.object = object.substr(0, at);
                statement.language = object.substr(at + 1);
            }
            handler(statement);
        }
    };
}

Ontology read(const Rows& rows, std::vector<std::string>* warnings = nullptr) {
    return read_ontologies({"my.ttl"}, reader_of(rows), [=](const Diagnostic& diagnostic) {
        if (warnings) warnings->push_back(diagnostic.where + " " + diagnostic.message);
    });
}

}  // namespace

TEST_CASE("A class has its tree, its nouns in small letters, and its opposites", "[read_ontology]") {
    const Ontology ontology = read({{"Film", "a", "<owl:Class>"},
                                    {"Film", "rdfs:subClassOf", "<Work>"},
                                    {"Film", "rdfs:label", "Werk@de"},
                                    {"Film", "rdfs:label", "film@en"},
                                    {"Film", "lede:noun", "Film@en"},
                                    {"Film", "lede:noun", "Kinostück@de"},
                                    {"Film", "owl:disjointWith", "<Person>"},
                                    {"Film", "lede:extracted", "false"},
                                    {"Film", "lede:sharesNames", "true"}});
    const OntologyClass* film = ontology.find_class("Film");
    REQUIRE(film);
    CHECK(film->label == "film");
    CHECK(film->parents == std::vector<std::string>{"Work"});
    CHECK(film->nouns == std::vector<std::string>{"film"});
    CHECK(film->disjoint == std::vector<std::string>{"Person"});
    CHECK_FALSE(film->extracted);
    CHECK(film->shares_names);
}

TEST_CASE("Several domains and ranges mean any of them, in both vocabularies", "[read_ontology]") {
    const Ontology ontology = read({{"p", "a", "<owl:ObjectProperty>"},
                                    {"p", "rdfs:domain", "<A>"},
                                    {"p", "schema:domainIncludes", "<B>"},
                                    {"p", "schema:rangeIncludes", "<C>"},
                                    {"p", "schema:rangeIncludes", "<D>"},
                                    {"p", "rdfs:subPropertyOf", "<q>"},
                                    {"p", "lede:example", "{x|subject} is {y|object}@en"},
                                    {"p", "lede:counterExample", "{x|subject} no {y|object}@en"}});
    const Property* property = ontology.find_property("p");
    REQUIRE(property);
    CHECK(property->domain == std::vector<std::string>{"A", "B"});
    CHECK(property->range == std::vector<std::string>{"C", "D"});
    CHECK(property->super == std::vector<std::string>{"q"});
    REQUIRE(property->examples.size() == 2);
    CHECK(property->examples[0].positive);
    CHECK_FALSE(property->examples[1].positive);
    CHECK(property->extracted);
}

TEST_CASE("The kind of a property is declared or follows from its range", "[read_ontology]") {
    const Ontology ontology = read({{"n", "a", "<owl:DatatypeProperty>"},
                                    {"n", "rdfs:range", "<xsd:integer>"},
                                    {"s", "a", "<owl:SymmetricProperty>"},
                                    {"d", "a", "<rdf:Property>"},
                                    {"d", "rdfs:range", "<xsd:date>"},
                                    {"d", "rdfs:range", "<xsd:gYear>"},
                                    {"t", "a", "<owl:DatatypeProperty>"},
                                    {"o", "rdfs:range", "<Person>"}});
    CHECK(ontology.find_property("n")->datatype == Datatype::integer);
    CHECK(ontology.find_property("s")->symmetric);
    CHECK(ontology.find_property("d")->datatype == Datatype::date);
    CHECK(ontology.find_property("t")->datatype == Datatype::string);
    CHECK_FALSE(ontology.find_property("o")->datatype);
}

TEST_CASE("Any thing with a class that is no word of OWL is an individual", "[read_ontology]") {
    const Ontology ontology = read({{"wd:1", "a", "<owl:NamedIndividual>"},
                                    {"wd:1", "a", "<Person>"},
                                    {"wd:1", "rdfs:label", "Anna@en"},
                                    {"wd:1", "rdfs:label", "Anne@fr"},
                                    {"wd:1", "skos:altLabel", "A."},
                                    {"x", "a", "<owl:Ontology>"},
                                    {"wd:2", "a", "<skos:Concept>"},
                                    {"wd:2", "skos:prefLabel", "drama@en"}});
    // A declared named individual is described in OWL's words and yet a thing.
    REQUIRE(ontology.individuals().size() == 2);
    CHECK(ontology.individuals()[0].class_iri == "Person");
    CHECK(ontology.individuals()[0].name == "Anna");
    CHECK(ontology.individuals()[0].aliases == std::vector<std::string>{"Anne", "A."});
    CHECK(ontology.individuals()[1].name == "drama");
}

TEST_CASE("What is wrong in a file is told with its line and what to do", "[read_ontology]") {
    const std::vector<std::tuple<Rows, std::size_t, std::string>> table{
        {{{"p", "a", "<owl:ObjectProperty>"}, {"p", "lede:example", "no marks"}}, 2, "no subject"},
        {{{"p", "lede:example", "{x|subject} {y|object}"}}, 1, "has no kind"},
        {{{"p", "a", "<owl:DatatypeProperty>"}, {"p", "rdfs:range", "<xsd:duration>"}}, 2, "neither a class"},
        {{{"p", "a", "<owl:ObjectProperty>"}, {"p", "rdfs:range", "text"}}, 2, "neither a class"},
        {{{"p", "a", "<owl:DatatypeProperty>"}, {"p", "rdfs:range", "<Person>"}}, 1, "no datatype"},
        {{{"p", "a", "<owl:ObjectProperty>"}, {"p", "rdfs:range", "<xsd:date>"}}, 1, "both"},
        {{{"p", "a", "<owl:ObjectProperty>"}, {"p", "lede:extracted", "maybe"}}, 2, "true or false"},
        {{{"C", "a", "<owl:Class>"}, {"C", "lede:sharesNames", "often"}}, 2, "lede:sharesNames is \"often\"; write true or false"},
        {{{"p", "a", "<owl:ObjectProperty>"}, {"p", "rdfs:domain", "Person"}}, 2, "IRI of a class"},
    };
    for (const auto& [rows, line, part] : table) {
        INFO(part);
        try {
            read(rows);
            FAIL("no error");
        } catch (const InputError& error) {
            CHECK(error.path() == "my.ttl");
            CHECK(error.line() == line);
            CHECK(std::string(error.what()).find(part) != std::string::npos);
        }
    }
}

TEST_CASE("Doubts are diagnostics", "[read_ontology]") {
    std::vector<std::string> warnings;
    read({{"p", "a", "<owl:ObjectProperty>"},
          {"p", "lede:exmaple", "x"},
          {"p", "rdfs:domain", "<Gone>"},
          {"thing", "rdfs:label", "x"},
          {"q", "a", "<owl:ObjectProperty>"},
          {"q", "lede:extracted", "false"}},
         &warnings);
    REQUIRE(warnings.size() == 4);
    CHECK(warnings[0].find("my.ttl:2 <https://w3id.org/lede#exmaple>") == 0);
    CHECK(warnings[1].find("no rdf:type") != std::string::npos);
    CHECK(warnings[2].find("<Gone>") != std::string::npos);
    CHECK(warnings[3].find("no lede:example") != std::string::npos);
}

TEST_CASE("A second file may add examples to a property that is known", "[read_ontology]") {
    Ontology ontology = read({{"p", "a", "<owl:ObjectProperty>"}, {"C", "a", "<owl:Class>"}});
    read_ontology("more.ttl", reader_of({{"p", "lede:example", "{x|subject} {y|object}"}, {"C", "lede:noun", "thing"}}),
                  ontology, {});
    CHECK(ontology.find_property("p")->examples.size() == 1);
    CHECK(ontology.find_class("C")->nouns == std::vector<std::string>{"thing"});
}

TEST_CASE("A property tells whether a thing has one value of it, and the least that a value may be", "[read_ontology]") {
    const std::string minimum = "http://www.w3.org/ns/shacl#minInclusive";
    Ontology ontology = read({{"p", "a", "<owl:DatatypeProperty>"},
                              {"p", "rdfs:range", "<xsd:integer>"},
                              {"p", minimum, "-3"},
                              {"q", "a", "<owl:DatatypeProperty>"},
                              {"q", "a", "<owl:FunctionalProperty>"}});
    CHECK_FALSE(ontology.find_property("p")->functional);
    CHECK(ontology.find_property("p")->minimum == -3);
    CHECK(ontology.find_property("q")->functional);
    CHECK_FALSE(ontology.find_property("q")->minimum);
    read_ontology("more.ttl", reader_of({{"p", "a", "<owl:FunctionalProperty>"}}), ontology, {});
    CHECK(ontology.find_property("p")->functional);
    CHECK_THROWS_AS(read({{"p", "a", "<owl:DatatypeProperty>"}, {"p", minimum, "few"}}), InputError);
}
