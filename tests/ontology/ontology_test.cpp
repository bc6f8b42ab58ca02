#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/ontology/read_ontology.hpp>

using namespace lede;

namespace {

/// Thing > Work > {Film, Book}, Film and Book > FilmedBook, Person disjoint with Work.
Ontology make_tree() {
    Ontology ontology;
    for (auto [iri, parents, disjoint] :
         std::vector<std::tuple<std::string, std::vector<std::string>, std::vector<std::string>>>{
             {"FilmedBook", {"Film", "Book"}, {}},
             {"Film", {"Work"}, {}},
             {"Book", {"Work"}, {}},
             {"Work", {"Thing"}, {}},
             {"Person", {"Thing"}, {"Work"}},
             {"Thing", {}, {}}}) {
        OntologyClass item;
        item.iri = iri;
        item.parents = parents;
        item.disjoint = disjoint;
        ontology.add(item);
    }
    return ontology;
}

}  // namespace

TEST_CASE("A class is below its ancestors and itself", "[ontology]") {
    const Ontology ontology = make_tree();
    CHECK(ontology.is_a("FilmedBook", "Thing"));
    CHECK(ontology.is_a("Film", "Film"));
    CHECK_FALSE(ontology.is_a("Work", "Film"));
    CHECK_FALSE(ontology.is_a("Person", "Work"));
    CHECK(ontology.is_a("unknown", "unknown"));
    CHECK_FALSE(ontology.is_a("unknown", "Thing"));
    CHECK(ontology.ancestors("FilmedBook") == std::vector<std::string>{"FilmedBook", "Film", "Book", "Work", "Thing"});
    CHECK(ontology.depth("FilmedBook") == 3);
    CHECK(ontology.depth("Thing") == 0);
    CHECK(ontology.depth("unknown") == 0);
}

TEST_CASE("A circle of classes does no harm", "[ontology]") {
    Ontology ontology;
    OntologyClass a, b;
    a.iri = "a", a.parents = {"b"};
    b.iri = "b", b.parents = {"a"};
    ontology.add(a);
    ontology.add(b);
    CHECK(ontology.is_a("a", "b"));
    CHECK_FALSE(ontology.is_a("a", "c"));
    CHECK(ontology.depth("a") <= 3);
}

TEST_CASE("Disjointness is inherited by both sides", "[ontology]") {
    const Ontology ontology = make_tree();
    CHECK(ontology.are_disjoint("FilmedBook", "Person"));
    CHECK(ontology.are_disjoint("Person", "FilmedBook"));
    CHECK_FALSE(ontology.are_disjoint("Film", "Book"));
    CHECK_FALSE(ontology.are_disjoint("Thing", "Person"));
}

TEST_CASE("A place admits what is below or above its classes", "[ontology]") {
    const Ontology ontology = make_tree();
    CHECK(ontology.admits({}, "Person"));
    CHECK(ontology.admits({"Film"}, "Work"));
    CHECK(ontology.admits({"Person", "Work"}, "Book"));
    CHECK_FALSE(ontology.admits({"Film"}, "Person"));
}

TEST_CASE("The same item twice is merged, and another meaning is an error", "[ontology]") {
    Ontology ontology = make_tree();
    OntologyClass film;
    film.iri = "Film";
    film.nouns = {"film", "movie"};
    ontology.add(film);
    ontology.add(film);
    CHECK(ontology.find_class("Film")->nouns == film.nouns);
    CHECK(ontology.find_class("Film")->parents == std::vector<std::string>{"Work"});
    Property property;
    property.iri = "pages";
    property.datatype = Datatype::integer;
    ontology.add(property);
    property.datatype = Datatype::string;
    CHECK_THROWS_AS(ontology.add(property), Error);
    CHECK_THROWS_AS(ontology.add(Individual{"pages", "Film", "x", {}}), Error);
}

TEST_CASE("One IRI may name a class and a property", "[ontology]") {
    Ontology ontology = make_tree();
    Property property;
    property.iri = "Film";
    property.range = {"Work"};
    ontology.add(property);
    CHECK(ontology.find_property("Film")->range == std::vector<std::string>{"Work"});
    CHECK(ontology.find_class("Film")->parents == std::vector<std::string>{"Work"});
    CHECK_THROWS_AS(ontology.add(Individual{"Film", "Work", "x", {}}), Error);
}

TEST_CASE("An inverse that one side names is known to both", "[ontology]") {
    Ontology ontology;
    Property a, b;
    a.iri = "a", a.inverse = "b";
    b.iri = "b";
    SECTION("named first") {
        ontology.add(a), ontology.add(b);
    }
    SECTION("named last") {
        ontology.add(b), ontology.add(a);
    }
    CHECK(ontology.find_property("a")->inverse == "b");
    CHECK(ontology.find_property("b")->inverse == "a");
}

TEST_CASE("A class tree is asked about alike whatever its height, and one that is no tree of classes is refused", "[ontology]") {
    const auto make_chain = [](int count) {
        Ontology ontology;
        for (int i = 0; i < count; ++i) {
            OntologyClass item;
            item.iri = "c" + std::to_string(i);
            item.parents = {"c" + std::to_string(i + 1)};
            ontology.add(item);
        }
        return ontology;
    };
    const Ontology tall = make_chain(900);
    CHECK(tall.is_a("c0", "c899"));
    CHECK_FALSE(tall.is_a("c899", "c0"));
    CHECK_FALSE(tall.is_a("c0", "c9000"));
    CHECK_NOTHROW(check_ontology(tall, {}));
    CHECK_THROWS_WITH(check_ontology(make_chain(1200), {}), Catch::Contains("below more than 1000 others"));
}
