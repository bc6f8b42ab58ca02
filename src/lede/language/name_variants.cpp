#include <lede/language/name_variants.hpp>

namespace lede {

namespace {

char to_small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

char to_capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

}  // namespace

NamedDocument make_careless_variant(const NamedDocument& named) {
    NamedDocument variant{std::make_unique<Article>(), named.document, named.allowed, {}};
    variant.document.article = variant.article.get();
    std::string& text = variant.article->text;
    text = named.document.text();
    for (std::size_t s = 0; s < named.document.sentences.size(); ++s) {
        const Span span = named.document.sentences[s].span;
        for (std::uint32_t i = span.begin; i < span.end; ++i)
            text[i] = s % 3 == 2 ? to_capital(text[i]) : to_small(text[i]);
    }
    return variant;
}

}  // namespace lede
