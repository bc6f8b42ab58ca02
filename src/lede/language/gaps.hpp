#pragma once

#include <string>
#include <string_view>

namespace lede {

/// Whether the character stands between tokens and never in one: blanks, controls, the byte order mark and the blank of
/// no width.
bool is_gap(char32_t c);

/// A gap as SpacesAfter and SpacesBefore of CoNLL-U have it, with UDPipe's escapes: \s \t \n \r \p (a bar) \\.
std::string escape_gap(std::string_view gap);
/// The reverse. An unknown escape stands for itself.
std::string unescape_gap(std::string_view escaped);

}  // namespace lede
