#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <lede/text/article.hpp>

namespace lede {

/// Reads an article of plain text, given as valid UTF-8. An optional first line `date 2023-04-27` gives its date; a
/// short first line without a full stop is its headline. Paragraphs are what blank lines part, or single line ends in a
/// file without blank lines. The text is empty if there is nothing but white space.
Article parse_plain_text(std::string_view text);

/// Whether a line may be a headline: short, on one line, and not ended like a sentence.
bool looks_like_headline(std::string_view line);

/// The lines of a text without CR, LF, or blanks at their ends. The views live as long as `text`.
std::vector<std::string_view> split_lines(std::string_view text);

/// Without white space at either end.
std::string_view trim(std::string_view text);

}  // namespace lede
