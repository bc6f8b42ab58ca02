#include <algorithm>
#include <array>

#include <lede/rdf/article_parts.hpp>

namespace lede {
namespace {

constexpr std::string_view article_segment = "news-article/";
// Under a base with a fragment a part is a path, as an IRI has but one fragment.
constexpr std::array<std::string_view, 3> parts{"fact=", "char=", "quotation="};

}  // namespace

std::string_view article_of_part(std::string_view iri) {
    const auto article = iri.find(article_segment);
    if (article == std::string_view::npos) return iri;
    const auto fragment = iri.find('#', article);
    if (fragment != std::string_view::npos) return iri.substr(0, fragment);
    if (iri.substr(0, article).find('#') == std::string_view::npos) return iri;
    const auto slash = iri.rfind('/');
    const std::string_view last = iri.substr(slash + 1);
    const bool is_part = slash >= article + article_segment.size() &&
                         std::any_of(parts.begin(), parts.end(), [&](auto part) { return last.starts_with(part); });
    return is_part ? iri.substr(0, slash) : iri;
}

bool is_article_iri(std::string_view iri) {
    return iri.find(article_segment) != std::string_view::npos && article_of_part(iri) == iri;
}

}  // namespace lede
