#include <string>
#include <support/catch.hpp>
#include <utility>
#include <vector>

#include <lede/rdf/iri.hpp>

using namespace lede;

TEST_CASE("A class's slug is its local name in kebab-case", "[iri]") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"https://schema.org/TVSeries", "tv-series"},
        {"https://schema.org/NGO", "ngo"},
        {"https://schema.org/MusicRecording", "music-recording"},
        {"https://w3id.org/lede#Award", "award"},
        {"urn:x:OfficeChair2", "office-chair2"},
        {"", "thing"},
    };
    for (const auto& [iri, slug] : table) CHECK(class_slug(iri) == slug);
}

TEST_CASE("A name's slug is readable and keeps what tells things apart", "[iri]") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"Amy Sherman-Palladino", "amy-sherman-palladino"},
        {"Étoile", "étoile"},
        {"E\u0301toile", "étoile"},
        {"Ocean’s Eleven", "oceans-eleven"},
        {"Ocean's  Eleven ", "oceans-eleven"},
        {"Mission: Impossible – Fallout", "mission-impossible-fallout"},
        {"U.S.", "us"},
        {"AC/DC", "ac-dc"},
        {"C", "c"},
        {"C++", "c++"},
        {"C#", "c%23"},
        {"Mother!", "mother!"},
        {"What?", "what%3F"},
        {"Johnson & Johnson", "johnson-&-johnson"},
        {"iOS 3.5", "ios-3.5"},
        {"100%", "100%25"},
        {"東京", "東京"},
        {"(500) Days", "500-days"},
        {"a\u200Bb\u202E", "ab"},
        {"<x>\\^`{y}", "%3Cx%3E%5C%5E-y"},
    };
    for (const auto& [name, slug] : table) CHECK(name_slug(name) == slug);
}

TEST_CASE("A name of dots and dashes alone still has a slug of its own", "[iri]") {
    CHECK(name_slug("...").size() > 5);
    CHECK(name_slug("...") != name_slug("—"));
    CHECK(name_slug("") != name_slug("."));
}

TEST_CASE("A book and its film have different IRIs", "[iri]") {
    CHECK(entity_iri("https://e.org/", "https://schema.org/Book", "Dune") == "https://e.org/book/dune");
    CHECK(entity_iri("https://e.org/", "https://schema.org/Movie", "Dune") == "https://e.org/movie/dune");
}

TEST_CASE("An article's IRI loses nothing of its id but the scheme", "[iri]") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"tv-001", "tv-001"},
        {"https://news.example/A/1?x=1#y", "news.example/A/1%3Fx=1%23y"},
        {"../a//b/.", "_../a/_/b/_."},
        {"/abs/é x", "_/abs/é%20x"},
    };
    for (const auto& [id, path] : table) CHECK(article_iri("http://b/", id) == "http://b/news-article/" + path);
}
