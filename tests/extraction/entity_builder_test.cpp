#include <lede/extraction/entity_builder.hpp>
#include <lede/extraction/entity_classifier.hpp>
#include <lede/extraction/entity_clusters.hpp>
#include <support/catch.hpp>
#include <support/plain_document.hpp>

using namespace lede;

namespace {

/// Two classes under one root, and a class of the user's own.
Ontology make_ontology() {
    Ontology ontology;
    ontology.add(OntologyClass{"x:Work", "work", {}, {"work"}, {}});
    ontology.add(OntologyClass{"x:Film", "film", {"x:Work"}, {"film"}, {}});
    ontology.add(OntologyClass{"x:Book", "book", {"x:Work"}, {"book"}, {}});
    ontology.add(OntologyClass{"x:Ship", "ship", {}, {"ship"}, {}});
    return ontology;
}

/// A classifier for which feature 1 means film and feature 2 book, and 3 speaks for both alike.
std::string make_section() {
    std::vector<ClassifierExample> examples;
    for (int i = 0; i < 40; ++i) {
        examples.push_back({{1}, 0});
        examples.push_back({{2}, 1});
        examples.push_back({{3}, static_cast<std::uint32_t>(i % 2)});
    }
    for (auto& example : examples)
        for (auto& feature : example.features) feature *= 0x9E3779B97F4A7C15ULL;
    return train_classifier(examples, 2, 1, 1000);
}

std::vector<std::uint64_t> feature(std::uint64_t number) { return {number * 0x9E3779B97F4A7C15ULL}; }

}  // namespace

TEST_CASE("Training a classifier gives probabilities that follow the examples") {
    const std::string section = make_section();
    const LinearModel model(section);
    CHECK(classify(model, feature(1))[0] > 0.9);
    CHECK(classify(model, feature(2))[0] < 0.1);
    CHECK(classify(model, feature(3))[0] + classify(model, feature(3))[1] == Approx(1));
    CHECK(section == make_section());
}

TEST_CASE("The class is as special as it is sure, and a noun in the text decides for unknown classes") {
    const Ontology ontology = make_ontology();
    const std::string section = make_section();
    const EntityTyper typer(ontology, {"x:Film", "x:Book"}, section);
    CHECK(typer.choose(feature(1), {}) == "x:Film");
    CHECK(typer.choose(feature(2), {}) == "x:Book");
    CHECK(typer.choose(feature(1), {{"x:Ship", 1}}) == "x:Ship");
    CHECK(typer.choose(feature(1), {{"x:Book", 1}}) == "x:Film");
}

TEST_CASE("Without a model of links every name is a thing of its own") {
    test::PlainDocument document("Amy Frost left. Frost returned.");
    document.add_name("Amy Frost");
    const auto at = document.token("returned") - 1;
    document->names.push_back({at, at + 1, "person", 1});
    const NamedText text{*document, document->names};
    const auto groups = group_names(text);
    const NameGazetteer gazetteer;
    CHECK(cluster_groups(text, gazetteer, groups, LinearModel()).size() == 2);
    const EntityCluster both = {0, 1};
    CHECK(fullest_name(groups, both) == "Amy Frost");
    CHECK(other_names(groups, both) == std::vector<std::string>{"Frost"});
}
