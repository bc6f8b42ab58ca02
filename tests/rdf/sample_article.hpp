#pragma once

#include <string>

#include <lede/model/facts.hpp>

namespace lede {

/// The span of the first `words` in `text`.
inline Span span_of(const std::string& text, const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

/// Two sentences with an asserted, a literal, a symmetric and a denied fact, and a quotation.
inline ArticleFacts make_sample_article() {
    ArticleFacts facts;
    facts.article = {
        "tv-001",    "https://news.example/tv-001", "Étoile dances", "Ann Lee", "The Daily", "en", Date{2023, 4, 27},
        "tv-001.txt"};
    facts.text = "Étoile was created by Amy. “We dance,” says Amy.\nAmy did not write Étoile.";
    const std::string schema = "https://schema.org/";
    facts.entities = {{"Étoile", {}, schema + "TVSeries", {}, {}},
                      {"Amy Palladino", {"Amy"}, schema + "Person", {}, {}},
                      {"Dan Palladino", {}, schema + "Person", {}, {}}};
    const Span first = span_of(facts.text, "Étoile was created by Amy.");
    const Span last = span_of(facts.text, "Amy did not write Étoile.");
    const auto evidence = [](Span sentence, double confidence) {
        return std::vector<Evidence>{{sentence, {}, {}, "{X|subject} was created by {Y|object}", confidence}};
    };
    facts.facts = {
        {0, schema + "creator", EntityId{1}, Status::asserted, evidence(first, 0.934)},
        {0, schema + "numberOfSeasons", Literal{"2", Datatype::integer}, Status::asserted, evidence(first, 0.5)},
        {0, schema + "author", EntityId{1}, Status::denied, evidence(last, 0.8)},
        {2, schema + "spouse", EntityId{1}, Status::asserted, evidence(first, 0.9)}};
    facts.quotations = {{span_of(facts.text, "We dance,"), "We dance,", EntityId{1}, first}};
    return facts;
}

}  // namespace lede
