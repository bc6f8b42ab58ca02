#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <lede/base/byte_source.hpp>
#include <lede/text/article.hpp>

namespace lede {

/// The number of a line, and the article read there, or, if it could not be read, what is wrong.
using JsonArticleSink =
    std::function<void(std::size_t line, std::optional<Article> article, const std::string& problem)>;

/// Reads articles of JSON: one object a line (JSON Lines), or a file that is one array of objects or one object.
/// Fields: `text` (or `body`, `content`), `id`, `url`, `title` (or `headline`), `date`, `author`, `publisher`,
/// `language`; others are passed over. The first bad line of JSON Lines is reported, and reading goes on behind it; an
/// array ends at its first error. Memory is bounded by `limit` bytes an article. Throws InputError if the source cannot
/// be read.
void read_json_articles(ByteSource& source, std::size_t limit, const JsonArticleSink& sink);

/// Reads one object. Empty, with the reason in `problem`, if it is none.
std::optional<Article> parse_json_article(std::string_view object, std::string& problem);

}  // namespace lede
