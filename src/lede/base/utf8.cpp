#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>

namespace lede {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// What the bytes at the front of `bytes` are: a well-formed character of `length` bytes, or the longest start of one
/// that is ill-formed (Unicode 15, section 3.9, table 3-7 and "substitution of maximal subparts").
struct Sequence {
    std::size_t length;
    bool valid;
};

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/// Whether `second` may follow `first`: rules out overlong forms, surrogates and what is above U+10FFFF.
bool may_follow(unsigned char first, unsigned char second) {
    switch (first) {
        case 0xE0:
            return second >= 0xA0 && second <= 0xBF;
        case 0xED:
            return second >= 0x80 && second <= 0x9F;
        case 0xF0:
            return second >= 0x90 && second <= 0xBF;
        case 0xF4:
            return second >= 0x80 && second <= 0x8F;
        default:
            return is_continuation(second);
    }
}

Sequence first_sequence(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first < 0x80) return {1, true};
    if (first < 0xC2 || first > 0xF4) return {1, false};
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (bytes.size() < 2 || !may_follow(first, static_cast<unsigned char>(bytes[1]))) return {1, false};
    for (std::size_t i = 2; i < length; ++i) {
        if (i == bytes.size() || !is_continuation(static_cast<unsigned char>(bytes[i]))) return {i, false};
    }
    return {length, true};
}

/// Number of bytes at the front that are ASCII and not NUL.
std::size_t plain_prefix(std::string_view bytes) {
    const auto end = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c <= 0; });
    return static_cast<std::size_t>(end - bytes.begin());
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
char upper_ascii(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

template <typename Ascii, typename Other>
std::string map_characters(std::string_view text, Ascii map_ascii, Other map_other) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            result += map_ascii(text[at++]);
        } else {
            append_utf8(result,
                        static_cast<char32_t>(map_other(static_cast<utf8proc_int32_t>(next_code_point(text, at)))));
        }
    }
    return result;
}

std::string map_text(std::string_view text, int options) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &mapped, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0) throw Error(std::string("text cannot be normalised: ") + utf8proc_errmsg(length));
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

}  // namespace

std::string to_valid_utf8(std::string_view bytes, bool* changed) {
    std::string text;
    text.reserve(bytes.size());
    bool any = false;
    while (!bytes.empty()) {
        const std::size_t plain = plain_prefix(bytes);
        text.append(bytes.substr(0, plain));
        bytes.remove_prefix(plain);
        if (bytes.empty()) break;
        const Sequence sequence = first_sequence(bytes);
        const bool keep = sequence.valid && bytes[0] != '\0';
        text.append(keep ? bytes.substr(0, sequence.length) : replacement);
        any = any || !keep;
        bytes.remove_prefix(sequence.length);
    }
    if (changed) *changed = any;
    return text;
}

bool is_valid_utf8(std::string_view bytes) {
    while (true) {
        bytes.remove_prefix(plain_prefix(bytes));
        if (bytes.empty()) return true;
        const Sequence sequence = first_sequence(bytes);
        if (!sequence.valid) return false;
        bytes.remove_prefix(sequence.length);
    }
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t first = byte(at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > text.size()) {  // only in text that is not valid; never read behind the end
        at = text.size();
        return 0xFFFD;
    }
    char32_t result = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) result = (result << 6) | (byte(at + i) & 0x3F);
    at += length;
    return result;
}

void append_utf8(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        if (c >= 0xD800 && c <= 0xDFFF) c = 0xFFFD;
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c <= 0x10FFFF) {
        text += static_cast<char>(0xF0 | (c >> 18));
        text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += replacement;
    }
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

std::string to_nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string to_lower(std::string_view text) {
    return map_characters(text, lower_ascii, utf8proc_tolower);
}
std::string to_upper(std::string_view text) {
    return map_characters(text, upper_ascii, utf8proc_toupper);
}

std::string capitalise(std::string_view text) {
    if (text.empty()) return {};
    std::size_t at = 0;
    next_code_point(text, at);
    return to_upper(text.substr(0, at)).append(text.substr(at));
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return to_lower(text);
    return map_text(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const auto kind = category(c);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return category(c) == UTF8PROC_CATEGORY_LU || category(c) == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return category(c) == UTF8PROC_CATEGORY_LL;
}

bool is_digit(char32_t c) {
    if (c < 0x80) return c >= '0' && c <= '9';
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    const auto kind = category(c);
    return c == 0x85 || kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

bool is_punctuation(char32_t c) {
    const auto kind = category(c);
    return kind >= UTF8PROC_CATEGORY_PC && kind <= UTF8PROC_CATEGORY_PO;
}

bool is_symbol(char32_t c) {
    const auto kind = category(c);
    return kind >= UTF8PROC_CATEGORY_SM && kind <= UTF8PROC_CATEGORY_SO;
}

}  // namespace lede
