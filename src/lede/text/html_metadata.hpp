#pragma once

#include <string>

#include <lede/model/facts.hpp>
#include <lede/text/html_page.hpp>

namespace lede {

/// What a page says about its article: in JSON-LD (schema.org), then in <meta> (Open Graph, Dublin Core), then in
/// <time>, <title> and headings. Fields that it does not give are empty.
ArticleInfo read_page_info(const Page& page);

/// The article's text in the page's JSON-LD, for pages that are filled in by scripts; may be empty.
std::string find_declared_text(const Page& page);

}  // namespace lede
