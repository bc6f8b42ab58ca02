#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <lede/text/article.hpp>

namespace lede {

/// Reads the article in a web page of valid UTF-8: its text without what is around it, and what the page says about it.
/// `suspicious_words` as for parse_page. The text is empty if the page has none. `complete` (may be null) tells whether
/// the page was read to its end.
Article parse_html_article(std::string_view html, const std::vector<std::string>& suspicious_words,
                           bool* complete = nullptr);

}  // namespace lede
