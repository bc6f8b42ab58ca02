#pragma once

#include <string_view>

namespace lede {

/// The IRI of the article that `iri` is a part of: its sentences, quotations, statements and unnamed things. The IRI of
/// an article gives itself, as does every IRI that is no part of one; the result is a view into `iri`. What an article
/// is, is told by its form, `<base>news-article/<id>` (article_iri()).
std::string_view article_of_part(std::string_view iri);

/// Whether the IRI has the form of an article's own.
bool is_article_iri(std::string_view iri);

}  // namespace lede
