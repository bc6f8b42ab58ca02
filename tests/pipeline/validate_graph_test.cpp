#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/ontology/read_ontology.hpp>
#include <lede/pipeline/shapes.hpp>
#include <lede/pipeline/validate_graph.hpp>
#include <lede/pipeline/value_conflicts.hpp>
#include <lede/rdf/rdf_reader.hpp>

using namespace lede;

namespace {

const std::string prefixes =
    "@base <http://e/> .\n@prefix : <https://v.example/terms#> .\n@prefix schema: <https://schema.org/> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix prov: <http://www.w3.org/ns/prov#> .\n"
    "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n";

Ontology make_ontology(const TemporaryFolder& folder) {
    const std::string path = folder.write("o.ttl", prefixes + R"(
:Ship a owl:Class ; owl:disjointWith :Captain .
:Ferry a owl:Class ; rdfs:subClassOf :Ship .
:Captain a owl:Class .
:commands a owl:ObjectProperty ; rdfs:domain :Captain ; rdfs:range :Ship ; :x 1 .
:launched a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:domain :Ship ; rdfs:range xsd:date .
schema:startDate a owl:DatatypeProperty ; rdfs:domain :Ship ; rdfs:range xsd:date .
:motto a owl:DatatypeProperty ; rdfs:range xsd:string .
:berths a owl:DatatypeProperty ; rdfs:range xsd:integer ; sh:minInclusive 1 .
)");
    return read_ontologies({path}, make_statement_reader<OntologyStatement>(), {});
}

const std::string good = "<ferry/f> a :Ferry ; schema:name \"F\" .\n<captain/c> a :Captain ; schema:name \"C\" .\n";

std::vector<std::string> offences_of(const std::string& turtle) {
    const TemporaryFolder folder;
    const Ontology ontology = make_ontology(folder);
    MergedGraph graph({folder.write("g.ttl", prefixes + turtle)}, {});
    std::vector<std::string> result;
    validate_graph(graph, ontology, [&](const Offence& offence) {
        std::string line =
            offence.kind + " " + offence.subject.substr(offence.subject.rfind('/') + 1) + " " + offence.value;
        for (const StatementSource& source : offence.sources)
            line += " [" + source.article + ": " + source.sentence + "]";
        result.push_back(line);
    });
    return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A graph that keeps to its ontology has no offence, subclasses and other vocabularies included",
          "[validate]") {
    CHECK(offences_of(good + "<captain/c> :commands <ferry/f> ; <http://other/p> 1 .\n"
                             "<ferry/f> :launched \"1971\"^^xsd:gYear , \"1971-03-02\"^^xsd:date ; :berths 2 .\n")
              .empty());
}

TEST_CASE("Each kind of offence is found once", "[validate]") {
    CHECK(offences_of(good + "<ferry/f> :commands <ferry/f> .") == Lines{"domain f <http://e/ferry/f>"});
    CHECK(offences_of(good + "<captain/c> :commands <captain/c> .") == Lines{"range c <http://e/captain/c>"});
    CHECK(offences_of(good + "<captain/c> :commands <nobody> .") == Lines{"range c <http://e/nobody>"});
    CHECK(offences_of(good + "<captain/c> :commands \"F\" .") == Lines{"range c \"F\""});
    CHECK(offences_of(good + "<ferry/f> :launched \"2023-02-31\"^^xsd:date .") ==
          Lines{"datatype f \"2023-02-31\"^^<http://www.w3.org/2001/XMLSchema#date>"});
    CHECK(offences_of(good + "<ferry/f> :berths \"two\" .") == Lines{"datatype f \"two\""});
    CHECK(offences_of(good + "<ferry/f> :berths <ferry/f> .") == Lines{"datatype f <http://e/ferry/f>"});
    CHECK(offences_of(good + "<ferry/f> :berths 0 .") ==
          Lines{"minimum f \"0\"^^<http://www.w3.org/2001/XMLSchema#integer>"});
    CHECK(offences_of(good + "<ferry/f> :launched \"1971\"^^xsd:gYear , \"1972\"^^xsd:gYear .").size() == 2);
    CHECK(offences_of(good + "<ferry/f> a :Captain .") == Lines{"disjoint f <https://v.example/terms#Ferry>"});
    CHECK(offences_of("<ferry/f> a :Ferry ; schema:name \"F\" ; :motto \"\" .") == Lines{"empty f \"\""});
    CHECK(offences_of("[] a :Ferry ; schema:name \"F\" .").front().starts_with("blank _:"));
    CHECK(offences_of("<ferry/f> a :Ferry .") == Lines{"missing f "});
    CHECK(offences_of(good + "<ferry/f> :berth 2 .") ==
          Lines{"unknown-property f \"2\"^^<http://www.w3.org/2001/XMLSchema#integer>"});
    CHECK(offences_of("<ferry/f> a :Fery .") == Lines{"unknown-class f <https://v.example/terms#Fery>"});
    CHECK(
        offences_of(good + "<ferry/f> <http://v.example/terms#berths> 2 .").front().starts_with("unknown-property f"));
    CHECK(
        offences_of("<q> a schema:Quotation ; schema:text \"x\" ; schema:isPartOf <a> ; schema:creator <c> , <d> .") ==
        Lines{"too-many q "});
}

TEST_CASE("An offence comes with the article and the sentence that state it", "[validate]") {
    const std::string statement =
        "<news-article/1#fact=1> a rdf:Statement ; rdf:subject <ferry/f> ; rdf:predicate :berths ; rdf:object 0 ; "
        "prov:wasDerivedFrom <news-article/1#char=0,9> .\n"
        "<news-article/1#char=0,9> a nif:Sentence ; nif:anchorOf \"It \\\"sleeps\\\" nobody.\" ; nif:referenceContext "
        "<news-article/1> .\n";
    CHECK(offences_of(good + "<ferry/f> :berths 0 .\n" + statement) ==
          Lines{"minimum f \"0\"^^<http://www.w3.org/2001/XMLSchema#integer> [http://e/news-article/1: It \"sleeps\" "
                "nobody.]"});
}

TEST_CASE("Conflicting values are listed with all their sources, but no date with its year", "[conflicts]") {
    const TemporaryFolder folder;
    const Ontology ontology = make_ontology(folder);
    const std::string file =
        folder.write("g.nq",
                     "<http://e/f> <https://v.example/terms#launched> \"1971\" <http://e/1> .\n<http://e/f> "
                     "<https://v.example/terms#launched> \"1972\" <http://e/2> .\n"
                     "<http://e/f> <https://v.example/terms#launched> \"1972\" <http://e/3> .\n"
                     "<http://e/g> <https://v.example/terms#launched> \"1971\" <http://e/1> .\n<http://e/g> "
                     "<https://v.example/terms#launched> \"1971-03\" <http://e/2> .\n"
                     "<http://e/g> <https://v.example/terms#berths> \"1\" .\n<http://e/g> "
                     "<https://v.example/terms#berths> \"2\" .\n");
    MergedGraph graph({file}, {});
    std::vector<ValueConflict> conflicts;
    CHECK(find_conflicts(graph, ontology, [&](const ValueConflict& one) { conflicts.push_back(one); }) == 1);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].subject == "http://e/f");
    REQUIRE(conflicts[0].values.size() == 2);
    CHECK(conflicts[0].values[0].term == "\"1971\"");
    CHECK(conflicts[0].values[1].sources.size() == 2);
}

TEST_CASE("The shapes of an ontology are RDF that names each of its properties", "[validate]") {
    const TemporaryFolder folder;
    const std::string shapes = shapes_of(make_ontology(folder));
    std::size_t targets = 0;
    read_rdf(shapes, Syntax::turtle, RdfSource{}, [&](const Quad& quad, std::size_t) {
        targets += quad.predicate == "http://www.w3.org/ns/shacl#targetSubjectsOf";
    });
    CHECK(targets == 6);
}

TEST_CASE("The statement of a post may have a start, as a ship has; a captain has none", "[validate]") {
    const std::string post =
        "rdf:subject <captain/c> ; rdf:predicate :commands ; rdf:object <ferry/f> ; schema:startDate "
        "\"2019\"^^xsd:gYear .\n";
    for (const std::string& node : {"<s> a rdf:Statement ; " + post, "<s> " + post}) {
        for (const std::string& offence : offences_of(good + node))
            CHECK(offence.find("startDate") == std::string::npos);
        for (const std::string& offence : offences_of(good + node)) CHECK(offence.find("domain") == std::string::npos);
    }
    CHECK(offences_of(good + "<captain/c> schema:startDate \"2019\"^^xsd:gYear .") ==
          Lines{R"(domain c "2019"^^<http://www.w3.org/2001/XMLSchema#gYear>)"});
}
