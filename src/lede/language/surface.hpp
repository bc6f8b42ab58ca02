#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lede {

/// What the models see of a word's writing: hashes, computed once a token.
struct Surface {
    std::uint64_t form = 0;   ///< as written, with typographic quotes and apostrophes made plain
    std::uint64_t lower = 0;  ///< in lower case, every digit as 0
    std::uint64_t shape = 0;  ///< classes of characters, runs longer than two cut: "Xxx", "XX-00"
    std::array<std::uint64_t, 4>
        prefixes{};  ///< first 1 to 4 characters in lower case; 0 where the word is not longer than that
    std::array<std::uint64_t, 5> suffixes{};  ///< last 1 to 5 characters, in the same way
    bool upper_first = false;
    bool lower_first = false;
    bool all_upper = false;  ///< has letters, none of them in lower case
    bool has_digit = false;
    bool has_letter = false;
    bool has_hyphen = false;
    bool ends_in_stop = false;  ///< "." is the last character
};

/// Only the first and last 40 bytes of longer words are looked at, so that the time is bounded.
Surface look_at(std::string_view form);

/// The hash that Surface::lower would have.
std::uint64_t lower_key(std::string_view form);

}  // namespace lede
