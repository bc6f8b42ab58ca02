#include <lede/language/name_gazetteer.hpp>
#include <support/catch.hpp>

using namespace lede;

namespace {

const NameGazetteer gazetteer({"# comment", "Belgium\tschema:Country\tKingdom of Belgium\tBelgian|Belgians", "Cannes\tschema:City",
                               "Cannes Film Festival\tschema:Festival\tCannes\t"},
                              {"Amy"});

}  // namespace

TEST_CASE("Known names are found by name and alias") {
    REQUIRE(gazetteer.find("Belgium").size() == 1);
    CHECK(gazetteer.find("Kingdom of Belgium").front()->name == "Belgium");
    CHECK(gazetteer.find("belgium").empty());
    CHECK(gazetteer.longest() == 3);
}

TEST_CASE("Of two things with one name, the one whose name it is comes first") {
    const auto& found = gazetteer.find("Cannes");
    REQUIRE(found.size() == 2);
    CHECK(found[0]->class_curie == "schema:City");
    CHECK(found[1]->class_curie == "schema:Festival");
}

TEST_CASE("Adjectives lead to their place but are no names of it") {
    REQUIRE(gazetteer.find_demonym("Belgian") != nullptr);
    CHECK(gazetteer.find_demonym("Belgian")->name == "Belgium");
    CHECK(gazetteer.find("Belgian").empty());
    CHECK(gazetteer.find_demonym("Dane") == nullptr);
}

TEST_CASE("Given names are known as written") {
    CHECK(gazetteer.is_given_name("Amy"));
    CHECK_FALSE(gazetteer.is_given_name("amy"));
}
