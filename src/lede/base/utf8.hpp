#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

/// Bytes as valid UTF-8: each ill-formed sequence and each NUL becomes U+FFFD. `changed` (may be null) tells if any was.
std::string to_valid_utf8(std::string_view bytes, bool* changed = nullptr);

bool is_valid_utf8(std::string_view bytes);

/// The code point that begins at byte `at`, and moves `at` behind it. The text must be valid UTF-8 and `at` < size.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Appends a code point to a string.
void append_utf8(std::string& text, char32_t code_point);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// Canonical composition (NFC).
std::string to_nfc(std::string_view text);

/// Lower case by Unicode's simple mapping.
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
/// First letter in upper case, the rest as it is.
std::string capitalise(std::string_view text);

/// Letter case and diacritics folded away: "Étoile" gives "etoile". For comparing and searching names.
std::string fold(std::string_view text);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);  ///< decimal digits of any script
bool is_space(char32_t c);  ///< blanks, line ends, no-break and other Unicode spaces
bool is_punctuation(char32_t c);  ///< Unicode P*
bool is_symbol(char32_t c);       ///< Unicode S*

}  // namespace lede
