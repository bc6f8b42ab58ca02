#include <cstdio>

#include <lede/base/utf8.hpp>
#include <lede/graph/words.hpp>

namespace lede {
namespace {

bool is_upper_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower_letter(char c) {
    return c >= 'a' && c <= 'z';
}

std::string_view local_part(std::string_view iri) {
    while (iri.ends_with('/') || iri.ends_with('#')) iri.remove_suffix(1);
    const std::size_t end = iri.find_last_of("#/");
    return end == std::string_view::npos ? iri : iri.substr(end + 1);
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string decode_percent(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_code =
            text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
        result += is_code ? static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2])) : text[at];
        if (is_code) at += 2;
    }
    return is_valid_utf8(result) ? result : std::string(text);
}

}  // namespace

std::string words_of_term(std::string_view iri) {
    const std::string_view local = local_part(iri);
    std::string words;
    for (std::size_t at = 0; at < local.size(); ++at) {
        const bool before_lower = at + 1 < local.size() && is_lower_letter(local[at + 1]);
        const bool begins = is_upper_letter(local[at]) && at > 0 && (!is_upper_letter(local[at - 1]) || before_lower);
        if (begins) words += ' ';
        // A word in capitals, such as TV, stays as it is.
        const bool lower = is_upper_letter(local[at]) && before_lower;
        words += lower ? static_cast<char>(local[at] - 'A' + 'a') : local[at];
    }
    return words;
}

std::string words_of_iri(std::string_view iri) {
    const std::string words = decode_percent(local_part(iri));
    return words.empty() ? std::string(iri) : words;
}

std::string escape_controls(std::string_view json) {
    std::string result;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const auto byte = [&](std::size_t i) { return i < json.size() ? static_cast<unsigned char>(json[i]) : 0U; };
        const bool two_bytes = byte(at) == 0xC2 && byte(at + 1) >= 0x80 && byte(at + 1) < 0xA0;
        if (byte(at) != 0x7F && !two_bytes) {
            result += json[at];
            continue;
        }
        at += two_bytes;  // the second byte is the number of the character
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", byte(at));
        result += escape;
    }
    return result;
}

std::string to_printable(std::string_view text) {
    const std::string valid = to_valid_utf8(text);
    std::string result;
    for (std::size_t at = 0; at < valid.size();) {
        const char32_t c = next_code_point(valid, at);
        const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029) {
            result += ' ';
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || turns || (c & 0xFFFE) == 0xFFFE) {
            append_utf8(result, 0xFFFD);
        } else {
            append_utf8(result, c);
        }
    }
    return result;
}

}  // namespace lede
