#include <algorithm>
#include <cstdint>
#include <cstdio>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/rdf/iri.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {
namespace {

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// `ucschar` of RFC 3987, section 2.2.
bool is_ucschar(char32_t c) {
    if (c < 0xA0) return false;
    if (c < 0x10000) return c <= 0xD7FF || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF);
    return c < 0xF0000 && (c & 0xFFFF) <= 0xFFFD && (c < 0xE0000 || c >= 0xE1000);
}

/// What may stand in a path segment as it is: `ipchar` of RFC 3987 without ":", which a relative IRI may not begin
/// with.
bool is_path_char(char32_t c) {
    if (c >= 0x80) return is_ucschar(c);
    const char byte = static_cast<char>(c);
    return is_ascii_letter(byte) || is_ascii_digit(byte) ||
           std::string_view("-._~!$&'()*+,;=@").find(byte) != std::string_view::npos;
}

/// Marks of direction, joiners and soft hyphens, which show nothing (RFC 3987, section 4.1, forbids the former).
bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

void append_percent(std::string& iri, char32_t c) {
    std::string bytes;
    append_utf8(bytes, c);
    for (char byte : bytes) {
        char buffer[4];
        std::snprintf(buffer, sizeof buffer, "%%%02X", static_cast<unsigned char>(byte));
        iri += buffer;
    }
}

void append_path_char(std::string& iri, char32_t c) {
    is_path_char(c) ? append_utf8(iri, c) : append_percent(iri, c);
}

enum class Part { keep, drop, separate };

/// What becomes of a character of a name. Written in many ways, or left out by some, is what is dropped or made a
/// hyphen.
Part part_of(char32_t c) {
    if (is_invisible(c) || c < 0x20 || c == 0x7F) return is_space(c) ? Part::separate : Part::drop;
    if (is_space(c)) return Part::separate;
    switch (c) {
        case '\'':
        case U'‘':
        case U'’':
        case U'‚':
        case U'‛':
        case U'ʼ':
        case U'`':
        case U'´':
        case '"':
        case U'“':
        case U'”':
        case U'„':
        case U'«':
        case U'»':
        case U'‹':
        case U'›':
        case '.':
        case ',':
            return Part::drop;
        case '-':
        case U'‐':
        case U'‑':
        case U'‒':
        case U'–':
        case U'—':
        case U'―':
        case U'−':
        case '_':
        case '/':
        case ':':
        case ';':
        case '(':
        case ')':
        case '[':
        case ']':
        case '{':
        case '}':
        case U'…':
        case '|':
            return Part::separate;
        default:
            return Part::keep;
    }
}

/// A point or comma between digits is a part of the number: "3.5" is not "35".
bool is_inside_number(std::string_view name, std::size_t at) {
    return at > 0 && at + 1 < name.size() && is_ascii_digit(name[at - 1]) && is_ascii_digit(name[at + 1]);
}

}  // namespace

std::string_view local_name(std::string_view iri) {
    const std::size_t end = iri.find_last_of("#/:");
    return end == std::string_view::npos ? iri : iri.substr(end + 1);
}

std::string class_slug(std::string_view class_iri) {
    const std::string_view local = local_name(class_iri);
    std::string words;
    for (std::size_t at = 0; at < local.size(); ++at) {
        const bool upper = is_ascii_upper(local[at]);
        const bool after_lower = at > 0 && !is_ascii_upper(local[at - 1]);
        const bool before_lower = at + 1 < local.size() && local[at + 1] >= 'a' && local[at + 1] <= 'z';
        if (upper && at > 0 && (after_lower || before_lower)) words += ' ';
        words += local[at];
    }
    return words.empty() ? "thing" : name_slug(words);
}

std::string name_slug(std::string_view name) {
    const std::string lower = to_nfc(to_lower(to_nfc(name)));
    std::string slug;
    bool separate = false;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(lower, at);
        Part part = part_of(c);
        if (part == Part::drop && (c == '.' || c == ',') && is_inside_number(lower, begin)) part = Part::keep;
        if (part == Part::separate) separate = true;
        if (part != Part::keep) continue;
        if (separate && !slug.empty()) slug += '-';
        separate = false;
        append_path_char(slug, c);
    }
    return slug.empty() ? "x" + to_hex(hash_of(name)) : slug;
}

std::string entity_iri(std::string_view base, std::string_view class_iri, std::string_view name) {
    return std::string(base) + class_slug(class_iri) + "/" + name_slug(name);
}

std::string open_property_iri(std::string_view base, std::string_view phrase) {
    return std::string(base) + "property/" + name_slug(phrase);
}

std::string article_iri(std::string_view base, std::string_view id) {
    for (std::string_view scheme : {"https://", "http://"}) {
        if (id.starts_with(scheme)) id.remove_prefix(scheme.size());
    }
    std::string iri = std::string(base) + class_slug(terms::news_article);
    const std::string text = to_nfc(id);
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('/', at), text.size());
        const std::string_view segment = std::string_view(text).substr(at, end - at);
        iri += '/';
        // Empty and dotted segments have a meaning of their own in a path and would be resolved away.
        if (segment.empty() || segment == "." || segment == "..")
            iri.append("_").append(segment);
        else
            for (std::size_t c = 0; c < segment.size();) append_path_char(iri, next_code_point(segment, c));
        at = end + 1;
    }
    return iri;
}

}  // namespace lede
