#include <algorithm>
#include <string>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/surface.hpp>

namespace lede {

namespace {

constexpr std::size_t longest = 80;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// A cut in the middle of a character is moved to its border.
std::string_view head_of(std::string_view text, std::size_t size) {
    while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}
std::string_view tail_of(std::string_view text, std::size_t size) {
    std::size_t at = text.size() - size;
    while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
    return text.substr(at);
}

/// Typographic marks as their plain forms, which most of the training data has.
char32_t plain(char32_t c) {
    switch (c) {
        case U'‘':
        case U'’':
        case U'´':
        case U'`':
            return U'\'';
        case U'“':
        case U'”':
        case U'„':
        case U'«':
        case U'»':
            return U'"';
        default:
            return c;
    }
}

char class_of(char32_t c) {
    if (is_upper(c)) return 'X';
    if (is_letter(c)) return 'x';
    if (is_digit(c)) return '0';
    return c < 128 ? static_cast<char>(c) : '?';
}

/// Plain marks; lower case and digits as 0 if `lower`.
void normalise(std::string_view form, bool lower, std::string& result) {
    result.clear();
    if (is_ascii(form)) {
        for (const char c : form) {
            if (lower && c >= 'A' && c <= 'Z')
                result += static_cast<char>(c + ('a' - 'A'));
            else if (lower && c >= '0' && c <= '9')
                result += '0';
            else
                result += c == '`' ? '\'' : c;
        }
        return;
    }
    const std::string cased = lower ? to_lower(form) : std::string(form);
    for (std::size_t at = 0; at < cased.size();) {
        const char32_t c = plain(next_code_point(cased, at));
        append_utf8(result, lower && is_digit(c) ? U'0' : c);
    }
}

void look_at_classes(std::string_view form, Surface& surface) {
    std::array<char, longest + 8> shape{};
    std::size_t size = 0;
    bool any_lower = false;
    for (std::size_t at = 0; at < form.size();) {
        const bool first = at == 0;
        const char32_t c = plain(next_code_point(form, at));
        const char kind = class_of(c);
        surface.has_letter |= kind == 'X' || kind == 'x';
        surface.has_digit |= kind == '0';
        surface.has_hyphen |= c == U'-';
        any_lower |= kind == 'x';
        if (first) surface.upper_first = kind == 'X', surface.lower_first = kind == 'x';
        if (size < 2 || shape[size - 1] != kind || shape[size - 2] != kind) shape[size++] = kind;
    }
    surface.all_upper = surface.has_letter && !any_lower;
    surface.ends_in_stop = form.ends_with('.');
    surface.shape = hash_of({shape.data(), size}, 3);
}

}  // namespace

Surface look_at(std::string_view form) {
    thread_local std::string kept, text;
    if (form.size() > longest) {
        kept.assign(head_of(form, longest / 2)).append(tail_of(form, longest / 2));
        form = kept;
    }
    Surface surface;
    look_at_classes(form, surface);
    normalise(form, false, text);
    surface.form = hash_of(text, 1);
    normalise(form, true, text);
    surface.lower = hash_of(text, 2);

    const auto is_start = [](char c) { return (c & 0xC0) != 0x80; };
    std::size_t at = 0;
    for (std::size_t i = 0; i < surface.prefixes.size() && at < text.size(); ++i) {
        do ++at;
        while (at < text.size() && !is_start(text[at]));
        if (at < text.size()) surface.prefixes[i] = hash_of({text.data(), at}, 4);
    }
    at = text.size();
    for (std::size_t i = 0; i < surface.suffixes.size() && at > 0; ++i) {
        do --at;
        while (at > 0 && !is_start(text[at]));
        if (at > 0) surface.suffixes[i] = hash_of({text.data() + at, text.size() - at}, 5);
    }
    return surface;
}

std::uint64_t lower_key(std::string_view form) {
    return look_at(form).lower;
}

}  // namespace lede
