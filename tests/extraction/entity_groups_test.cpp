#include <lede/extraction/entity_aliases.hpp>
#include <lede/extraction/entity_groups.hpp>
#include <lede/extraction/entity_individuals.hpp>
#include <lede/extraction/entity_links.hpp>
#include <support/catch.hpp>
#include <support/plain_document.hpp>

using namespace lede;

namespace {

NameGroup group_of(const std::string& name) {
    test::PlainDocument document(name);
    document.add_name(name);
    return group_names({*document, document->names}).front();
}

struct Pair {
    std::string shorter, longer;
    std::optional<NameRelation> relation;
};

}  // namespace

TEST_CASE("Names are compared without case, accents, punctuation and a leading article") {
    CHECK(name_key("The Étoile") == "etoile");
    CHECK(name_key("Hob & Nettle") == "hob and nettle");
    CHECK(name_key("The") == "the");
    CHECK(name_key("Sherman-Palladino") == "sherman palladino");
    CHECK(name_key("…").empty());
}

TEST_CASE("Equal names make one group, shown in its commonest form") {
    test::PlainDocument document("OSLO waits. In Oslo it rains.");
    document->names = {{0, 1, "place", 1}, {document.token("Oslo"), document.token("Oslo") + 1, "place", 1}};
    const auto groups = group_names({*document, document->names});
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].form() == "Oslo");
    CHECK(groups[0].mentions.size() == 2);
}

TEST_CASE("A shorter name may come from a longer one in several ways") {
    const auto example = GENERATE(Pair{"Amy", "Amy Palladino", NameRelation::prefix}, Pair{"Palladino", "Amy Palladino", NameRelation::suffix},
                                  Pair{"Tall Ship", "Tall Ship Pictures", NameRelation::prefix}, Pair{"DP", "Democratic Party", NameRelation::acronym},
                                  Pair{"BNP", "Bank of National Parks", NameRelation::acronym}, Pair{"Emmy", "Emmys", NameRelation::plural},
                                  Pair{"Amy Palladino", "Amy", std::nullopt}, Pair{"Ann", "Anna Frost", std::nullopt});
    CAPTURE(example.shorter, example.longer);
    CHECK(find_relation(group_of(example.shorter), group_of(example.longer)) == example.relation);
}

TEST_CASE("A text may say that a thing has another name") {
    struct Row { const char *text, *name, *other, *label; bool same; };
    const auto row = GENERATE(
        Row{"Marisol Tan , the singer better known as Solly , left .", "Marisol Tan", "Solly", "person", true},
        Row{"Marisol Tan , a friend of Solly , left .", "Marisol Tan", "Solly", "person", false},
        Row{"Marisol Tan , known as Redwing , left .", "Marisol Tan", "Redwing", "organisation", false},
        Row{"They met at Vallgren University of Technology ( ValTech ) .", "Vallgren University of Technology", "ValTech", "person", true},
        Row{"The Coastal Workers Party ( KTP ) lost .", "Coastal Workers Party", "KTP", "person", true},
        Row{"They met at Vallgren University of Technology ( Corbin ) .", "Vallgren University of Technology", "Corbin", "person", false});
    CAPTURE(row.text);
    test::PlainDocument document(row.text);
    document.add_name(row.name);
    document.add_name(row.other);
    document->names.back().label = row.label;
    const NamedText text{*document, document->names};
    const auto groups = group_names(text);
    REQUIRE(groups.size() == 2);
    CHECK(is_introduced_as(text, groups[1], groups[0]) == row.same);
}

TEST_CASE("Individuals of the ontology are names even where the recogniser missed them") {
    Ontology ontology;
    ontology.add(Individual{"https://example.org/t", "https://example.org/Tool", "quick loader", {"QL"}});
    const KnownIndividuals known(ontology);
    test::PlainDocument document("They ran quick loader twice, then QL again.");
    NamedText text{*document, {{document.token("loader"), document.token("loader") + 1, "product", 1}}};
    known.add_names(text);
    REQUIRE(text.names.size() == 2);
    CHECK(text.form(text.names[0]) == "quick loader");
    CHECK(text.form(text.names[1]) == "QL");
}
