#include <string>
#include <support/catch.hpp>

#include <lede/pipeline/explanation.hpp>

using namespace lede;

namespace {

ArticleFacts make_article() {
    ArticleFacts article;
    article.article.id = "a1";
    article.text = "Élan is by\nAmy. It flopped.";
    article.entities = {
        {.name = "Élan", .aliases = {"It"}, .class_iri = "https://x/Series", .iri = "", .mentions = {{0, 5}}},
        {.name = "Amy", .aliases = {}, .class_iri = "https://x/Person", .iri = "", .mentions = {{12, 15}}}};
    Fact fact;
    fact.property_iri = "https://x/creator";
    fact.object = EntityId{1};
    fact.evidence.push_back({{0, 16}, {0, 5}, {12, 15}, "{X|subject} is by {Y|object}.", 0.934});
    article.facts.push_back(fact);
    fact.object = to_literal(2LL);
    fact.status = Status::denied;
    fact.evidence.front().object = {};
    article.facts.push_back(fact);
    article.quotations.push_back({{0, 5}, "Hm", EntityId{1}, {0, 5}});
    return article;
}

}  // namespace

TEST_CASE("Facts are explained with their words set off in the sentence", "[explain]") {
    const std::string text = explain(make_article(), Ontology(), plain_marks);
    CHECK(text.find("Élan · creator · Amy   0.93\n    «Élan» is by [Amy].\n    like: {X|subject} is by {Y|object}.") !=
          std::string::npos);
    CHECK(text.find("Élan · creator · 2   0.93\n    not asserted: the text denies it\n    «Élan» is by Amy.") !=
          std::string::npos);
    CHECK(text.find("Élan  Series · It\n") != std::string::npos);
    CHECK(text.find("Amy said: “Hm”") != std::string::npos);
    CHECK(explain(make_article(), Ontology(), colour_marks).find("\033[1;36mÉlan\033[0m") != std::string::npos);
}

TEST_CASE("Explanations for programs count code points and stay on one line", "[explain]") {
    const std::string json = explain_json(make_article(), Ontology());
    CHECK(json.find('\n') == std::string::npos);
    CHECK(json.find(R"("mentions":[[11,14]])") != std::string::npos);
    CHECK(json.find(R"("position":[0,15],"subject":[0,4],"object":[11,14])") != std::string::npos);
    CHECK(json.find(R"("value":"2","datatype":"http://www.w3.org/2001/XMLSchema#integer","status":"denied")") !=
          std::string::npos);
}

TEST_CASE("An open fact is shown with its phrase in quotation marks, and as a phrase in JSON", "[explain]") {
    ArticleFacts article = make_article();
    article.facts.front().property_iri.clear();
    article.facts.front().phrase = "was made by";
    CHECK(explain(article, Ontology(), plain_marks).find("Élan · “was made by” · Amy   0.93") != std::string::npos);
    const std::string json = explain_json(article, Ontology());
    CHECK(json.find(R"({"subject":"Élan","phrase":"was made by","object":"Amy")") != std::string::npos);
}
