#include <algorithm>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/pipeline/identities.hpp>
#include <lede/pipeline/merge_graphs.hpp>

using namespace lede;

namespace {

using Links = std::vector<std::pair<std::string, std::string>>;

const std::string schema = "https://schema.org/";

Ontology make_ontology() {
    Ontology ontology;
    for (const auto& [name, parent] :
         Links{{"Person", ""}, {"Organization", ""}, {"Corporation", "Organization"}, {"Movie", ""}}) {
        OntologyClass one;
        one.iri = schema + name;
        if (!parent.empty()) one.parents = {schema + parent};
        ontology.add(one);
    }
    Property founded;
    founded.iri = schema + "foundingDate";
    founded.datatype = Datatype::date;
    founded.functional = true;
    ontology.add(founded);
    Property spouse;
    spouse.iri = schema + "spouse";
    spouse.symmetric = true;
    ontology.add(spouse);
    return ontology;
}

struct Merged {
    std::string lines;
    std::vector<RefusedJoin> refused;
};

Merged merge(const std::string& turtle, const Links& same_as = {}) {
    const TemporaryFolder folder;
    const Ontology ontology = make_ontology();
    MergeGraphsOptions options;
    options.joins = &ontology;
    options.same_as = same_as;
    const std::string head =
        "@base <http://e/> .\n@prefix : <https://schema.org/> .\n@prefix rdf: "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n";
    MergedGraph graph({folder.write("g.ttl", head + turtle)}, options);
    Merged result;
    graph.write(Syntax::ntriples, [&](std::string_view text) { result.lines += text; });
    result.refused = graph.refused();
    return result;
}

bool has(const Merged& merged, const std::string& line) {
    return merged.lines.find(line + " .\n") != std::string::npos;
}

const std::string who =
    "<organization/world-health-organization> a :Organization ; :name \"World Health Organization\" ; :alternateName "
    "\"WHO\" .\n"
    "<corporation/who> a :Corporation ; :name \"WHO\" ; :location <city/geneva> .\n";

}  // namespace

TEST_CASE("Links of sameness form sets whatever their order, and cycles are fine", "[identities]") {
    const Links chain{{"a", "b"}, {"b", "c"}, {"d", "c"}};
    Links backwards(chain.rbegin(), chain.rend());
    for (const Links& links : {chain, backwards}) {
        IdentitySets sets;
        add_same_as(links, sets);
        for (const char* one : {"a", "b", "c", "d"}) CHECK(sets.find(one) == "c");
        CHECK(sets.find("e") == "e");
    }
    IdentitySets cycle;
    add_same_as({{"y", "z"}, {"z", "x"}, {"x", "y"}, {"x", "x"}}, cycle);
    for (const char* one : {"x", "y", "z"}) CHECK(cycle.find(one) == "x");
    IdentitySets two_ends;
    add_same_as({{"m", "q"}, {"m", "p"}}, two_ends);
    CHECK(two_ends.find("q") == "m");
}

TEST_CASE("What a user says is one thing gets one IRI, its other names, and its type", "[identities]") {
    const auto merged = merge(
        "<person/al> a :Person ; :name \"Al\" ; :spouse <person/zoe> .\n<person/albert> a :Person ; :name \"Albert\" "
        ".\n",
        {{"http://e/person/al", "http://wd/Q1"}, {"http://e/person/albert", "http://wd/Q1"}});
    CHECK(has(merged, "<http://wd/Q1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Person>"));
    CHECK(has(merged, "<http://wd/Q1> <https://schema.org/name> \"Albert\""));
    CHECK(has(merged, "<http://wd/Q1> <https://schema.org/alternateName> \"Al\""));
    CHECK(has(merged, "<http://wd/Q1> <https://schema.org/spouse> <http://e/person/zoe>"));
    CHECK(merged.lines.find("person/al>") == std::string::npos);
}

TEST_CASE("A symmetric pair keeps the order of its names when one of them changes, in the fact and its statement",
          "[identities]") {
    const auto merged = merge(
        "<person/al> :spouse <person/bea> .\n"
        "<s> a rdf:Statement ; rdf:subject <person/al> ; rdf:predicate :spouse ; rdf:object <person/bea> .\n",
        {{"http://e/person/al", "http://e/person/zed"}});
    CHECK(has(merged, "<http://e/person/bea> <https://schema.org/spouse> <http://e/person/zed>"));
    CHECK(has(merged, "<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <http://e/person/bea>"));
    CHECK(has(merged, "<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <http://e/person/zed>"));
}

TEST_CASE("A general and a special class of one name are one thing, unless functional values conflict",
          "[identities]") {
    const std::string mill =
        "<organization/mill> a :Organization ; :name \"Mill\" ; :foundingDate "
        "\"1990\"^^<http://www.w3.org/2001/XMLSchema#gYear> .\n";
    const std::string company = "<corporation/mill> a :Corporation ; :name \"Mill\" ; :foundingDate ";
    const auto agreeing = merge(mill + company + "\"1990-05-01\"^^<http://www.w3.org/2001/XMLSchema#date> .\n");
    CHECK(agreeing.lines.find("organization/mill") == std::string::npos);
    CHECK(agreeing.refused.empty());
    const auto conflicting = merge(mill + company + "\"2001\"^^<http://www.w3.org/2001/XMLSchema#gYear> .\n");
    CHECK(has(conflicting, "<http://e/organization/mill> <https://schema.org/name> \"Mill\""));
    CHECK(has(conflicting, "<http://e/corporation/mill> <https://schema.org/name> \"Mill\""));
    REQUIRE(conflicting.refused.size() == 1);
    CHECK(conflicting.refused.front().property == schema + "foundingDate");
}

TEST_CASE("An acronym that is the alias of one thing alone is that thing", "[identities]") {
    const auto merged = merge(who);
    CHECK(
        has(merged,
            "<http://e/organization/world-health-organization> <https://schema.org/location> <http://e/city/geneva>"));
    CHECK(has(merged,
              "<http://e/organization/world-health-organization> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
              "<https://schema.org/Corporation>"));
    CHECK(has(merged, "<http://e/organization/world-health-organization> <https://schema.org/alternateName> \"WHO\""));
    CHECK(merged.lines.find("corporation/who") == std::string::npos);
}

TEST_CASE("An acronym of two things, of another class, or that is none of the name's initials is left alone",
          "[identities]") {
    const auto two = merge(
        who +
        "<organization/wild-horse-office> a :Organization ; :name \"Wild Horse Office\" ; :alternateName \"WHO\" .\n");
    CHECK(two.lines.find("corporation/who") != std::string::npos);
    const auto film = merge(who + "<movie/who> a :Movie ; :name \"WHO\" .\n");
    CHECK(film.lines.find("movie/who") != std::string::npos);
    const auto other = merge(
        "<person/ann-smith> a :Person ; :name \"Ann Smith\" ; :alternateName \"XY\" .\n<person/xy> a :Person ; :name "
        "\"XY\" .\n");
    CHECK(other.lines.find("person/xy") != std::string::npos);
}

TEST_CASE("What is joined does not depend on the order of the files, and joining again changes nothing",
          "[identities]") {
    const TemporaryFolder folder;
    const Ontology ontology = make_ontology();
    const std::string head = "@base <http://e/> .\n@prefix : <https://schema.org/> .\n";
    std::vector<std::string> files;
    for (const std::string& turtle :
         {who, std::string("<organization/mill> a :Organization ; :name \"Mill\" ; :owner <organization/who> .\n"),
          std::string("<corporation/mill> a :Corporation ; :name \"Mill\" ; :spouse <person/al> .\n"
                      "<organization/who> a :Organization ; :name \"WHO\" ; :spouse <organization/mill> .\n"),
          std::string("<person/al> a :Person ; :name \"Al\" ; :spouse <person/albert> .\n")}) {
        files.push_back(folder.write(std::to_string(files.size()) + ".ttl", head + turtle));
    }
    const auto merge_files = [&](const std::vector<std::string>& some) {
        MergeGraphsOptions options;
        options.joins = &ontology;
        options.same_as = {{"http://e/person/albert", "http://e/person/zed"},
                           {"http://e/person/zed", "http://e/person/albert"}};
        std::string lines;
        MergedGraph(some, options).write(Syntax::ntriples, [&](std::string_view text) { lines += text; });
        return lines;
    };
    const std::string once = merge_files(files);
    CHECK(once.find("organization/mill") == std::string::npos);
    CHECK(once.find("/who>") == std::string::npos);
    do CHECK(merge_files(files) == once);
    while (std::next_permutation(files.begin(), files.end()));
    CHECK(merge_files({folder.write("once.nt", once)}) == once);
    files.push_back(folder.write("once.nt", once));
    CHECK(merge_files(files) == once);
}

TEST_CASE("Initials are those of a name's words in order, small words left out", "[identities]") {
    CHECK(has_initials("World Health Organization", "WHO"));
    CHECK(has_initials("Department of Justice", "DOJ"));
    CHECK(has_initials("Bank of England", "BE"));
    CHECK_FALSE(has_initials("World Health Organization", "WO"));
    CHECK_FALSE(has_initials("World Health", "WHO"));
    CHECK(is_acronym("AT&T"));
    CHECK_FALSE(is_acronym("Who"));
    CHECK_FALSE(is_acronym("A"));
}
