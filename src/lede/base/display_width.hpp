#pragma once

#include <cstddef>
#include <string_view>

namespace lede {

/// How many columns of a terminal a valid UTF-8 text takes: two for the wide letters of East Asia and most emoji, none
/// for what is put upon the letter before it (Unicode Standard Annex #11, as utf8proc has it).
std::size_t display_width(std::string_view text);

}  // namespace lede
