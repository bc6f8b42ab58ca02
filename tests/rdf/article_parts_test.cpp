#include <string>
#include <support/catch.hpp>

#include <lede/rdf/article_parts.hpp>
#include <lede/rdf/article_quads.hpp>

#include "sample_article.hpp"

using namespace lede;

TEST_CASE("The parts of an article belong to it, under a base with a fragment, too", "[article]") {
    for (const std::string base : {"https://example.org/", "https://example.org/kg#", "urn:x:"}) {
        const std::string article = base + "news-article/2024/a";
        CHECK(article_of_part(article) == article);
        CHECK(article_of_part(base + "person/ann") == base + "person/ann");
        const std::string mark = base.find('#') == std::string::npos ? "#" : "/";
        for (const char* part : {"fact=0123456789abcdef", "char=12,34", "quotation=1,2"})
            CHECK(article_of_part(article + mark + part) == article);
        CHECK(article_of_part(article + "#a-woman") == article);
    }
    CHECK(article_of_part("https://example.org/news-article/x/char=1") == "https://example.org/news-article/x/char=1");
    CHECK(article_of_part("") == "");
    CHECK(is_article_iri("https://example.org/news-article/a"));
    CHECK_FALSE(is_article_iri("https://example.org/news-article/a#char=1,2"));
    CHECK_FALSE(is_article_iri("https://example.org/person/ann"));
}

TEST_CASE("All parts that are written of an article are told to be its own", "[article]") {
    for (const std::string base : {"https://example.org/", "https://example.org/kg#"}) {
        RdfOptions options;
        options.base = base;
        options.provenance = Provenance::sentence;
        const ArticleFacts facts = make_sample_article();
        const std::string article = iri_of(facts.article, options);
        std::size_t parts = 0;
        for (const std::string& line : to_nquads(facts, options)) {
            const std::string subject = line.substr(1, line.find('>') - 1);
            if (!subject.starts_with(article)) continue;
            ++parts;
            CHECK(article_of_part(subject) == article);
        }
        CHECK(parts > 20);
    }
}
