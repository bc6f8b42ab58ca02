#include <support/catch.hpp>

#include <lede/language/name_variants.hpp>

using namespace lede;

TEST_CASE("A careless variant has its letters changed and its spans and tags kept") {
    NamedDocument named{std::make_unique<Article>(), {}, {1, 2, 1, 4}, {}};
    named.article->text = "Élodie Ray met. Ann";
    named.document.article = named.article.get();
    for (const Span span : {Span{0, 7}, Span{8, 11}, Span{12, 16}, Span{17, 20}})
        named.document.tokens.emplace_back().span = span;
    named.document.sentences = {{0, 2, {0, 11}, 0, false}, {2, 3, {12, 16}, 0, false}, {3, 4, {17, 20}, 0, false}};
    const NamedDocument variant = make_careless_variant(named);
    CHECK(variant.document.text() == "Élodie ray met. ANN");
    CHECK(variant.document.form(3) == "ANN");
    CHECK(variant.allowed == named.allowed);
    CHECK(named.document.text() == "Élodie Ray met. Ann");
}
