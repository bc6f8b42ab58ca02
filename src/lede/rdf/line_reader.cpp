#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <lede/base/utf8.hpp>
#include <lede/rdf/line_reader.hpp>

namespace lede {
namespace {

/// What a byte may be a part of.
enum : std::uint8_t { in_iri = 1, in_literal = 2, in_scheme = 4, in_label = 8, in_tag = 16, letter = 32 };

constexpr std::array<std::uint8_t, 256> make_table() {
    std::array<std::uint8_t, 256> table{};
    for (int c = 0x20; c < 256; ++c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_digit = c >= '0' && c <= '9';
        const bool excluded =
            c == ' ' || std::string_view("<>\"{}|^`\\").find(static_cast<char>(c)) != std::string_view::npos;
        std::uint8_t uses = 0;
        if (!excluded) uses |= in_iri;
        if (c != '"' && c != '\\') uses |= in_literal;
        if (is_letter || is_digit || c == '+' || c == '-' || c == '.') uses |= in_scheme;
        if (is_letter || is_digit || c == '_' || c == '-') uses |= in_label;
        if (is_letter || is_digit || c == '-') uses |= in_tag;
        if (is_letter) uses |= letter;
        table[static_cast<std::size_t>(c)] = uses;
    }
    table['\t'] = in_literal;
    return table;
}

constexpr std::array<std::uint8_t, 256> table = make_table();

bool is(char c, std::uint8_t use) {
    return (table[static_cast<unsigned char>(c)] & use) != 0;
}

const char* skip(const char* at, const char* end, std::uint8_t use) {
    while (at != end && is(*at, use)) ++at;
    return at;
}

bool has_high_bytes(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if (word & 0x8080808080808080ULL) return true;
    }
    return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/// The code point of so many hexadecimal digits; 0 if they are none, or if it is one that Serd should judge.
char32_t read_code_point(std::string_view digits) {
    char32_t code = 0;
    for (char c : digits) {
        const int digit = hex_digit(c);
        if (digit < 0) return 0;
        code = code * 16 + static_cast<char32_t>(digit);
    }
    return code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0 : code;
}

constexpr std::string_view xsd_string = "http://www.w3.org/2001/XMLSchema#string";
constexpr std::size_t release_step = std::size_t{1} << 24;  // seldom enough to cost nothing, and little memory

}  // namespace

std::size_t StatementLineReader::run() {
    const char* released = begin_;
    for (; at_ != end_; ++line_) {
        const char* const begin = at_;
        const auto rest = static_cast<std::size_t>(end_ - at_);
        const auto* const found = static_cast<const char*>(std::memchr(at_, '\n', rest));
        line_end_ = found ? found : end_;
        const std::string_view line(begin, static_cast<std::size_t>(line_end_ - begin));
        if ((has_high_bytes(line) && !is_valid_utf8(line)) || !read_line()) {
            at_ = begin;
            break;
        }
        at_ = found ? found + 1 : end_;
        if (on_read && static_cast<std::size_t>(at_ - released) > release_step) {
            on_read({released, static_cast<std::size_t>(at_ - released)});
            released = at_;
        }
    }
    return static_cast<std::size_t>(at_ - begin_);
}

void StatementLineReader::skip_blanks() {
    while (at_ != line_end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
}

bool StatementLineReader::read_line() {
    skip_blanks();
    if (at_ == line_end_ || *at_ == '\r' || *at_ == '#') return read_end();
    if (!read_subject(quad_.subject)) return false;
    skip_blanks();
    if (!read_iri(quad_.predicate)) return false;
    skip_blanks();
    if (!read_object()) return false;
    skip_blanks();
    quad_.graph.value.clear();
    quad_.graph.kind = Term::Kind::iri;
    if (graphs_ && at_ != line_end_ && *at_ != '.') {
        if (!read_subject(quad_.graph)) return false;
        skip_blanks();
    }
    if (at_ == line_end_ || *at_ != '.') return false;
    ++at_;
    skip_blanks();
    if (!read_end()) return false;
    handler_(quad_, line_);
    return true;
}

/// Whether nothing but a comment is left of the line.
bool StatementLineReader::read_end() {
    if (at_ != line_end_ && *at_ == '#') return skip_comment();
    if (at_ != line_end_ && *at_ == '\r') ++at_;
    return at_ == line_end_;
}

/// A carriage return may end a comment, and a zero the whole text; Serd knows.
bool StatementLineReader::skip_comment() {
    const char* const end = line_end_ != at_ && line_end_[-1] == '\r' ? line_end_ - 1 : line_end_;
    return std::all_of(at_, end, [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\t'; });
}

bool StatementLineReader::read_subject(Term& term) {
    if (at_ == line_end_) return false;
    term.kind = *at_ == '<' ? Term::Kind::iri : Term::Kind::blank;
    return *at_ == '<' ? read_iri(term.value) : read_blank(term.value);
}

bool StatementLineReader::read_object() {
    quad_.object.datatype.clear();
    quad_.object.language.clear();
    if (at_ != line_end_ && *at_ == '"') return read_literal();
    return read_subject(quad_.object);
}

bool StatementLineReader::read_iri(std::string& iri) {
    if (at_ == line_end_ || *at_ != '<') return false;
    const char* part = ++at_;
    if (at_ == line_end_ || !is(*at_, letter)) return false;
    at_ = skip(at_, line_end_, in_scheme);
    if (at_ == line_end_ || *at_ != ':') return false;  // relative
    iri.clear();
    while (true) {
        at_ = skip(at_, line_end_, in_iri);
        iri.append(part, at_);
        if (at_ == line_end_ || (*at_ != '>' && *at_ != '\\')) return false;
        if (*at_ == '>') break;
        if (!read_escape(iri, true)) return false;
        part = at_;
    }
    ++at_;
    return true;
}

bool StatementLineReader::read_blank(std::string& label) {
    if (line_end_ - at_ < 3 || at_[0] != '_' || at_[1] != ':') return false;
    const char* const begin = at_ + 2;
    if (!is(*begin, in_label) || *begin == '-') return false;
    at_ = skip(begin, line_end_, in_label);
    // A point within is a part of the label, one at its end is that of the statement.
    while (line_end_ - at_ >= 2 && *at_ == '.' && is(at_[1], in_label)) at_ = skip(at_ + 1, line_end_, in_label);
    if (at_ != line_end_ && static_cast<unsigned char>(*at_) >= 0x80) return false;
    label.assign(source_.blank_prefix).append(begin, at_);
    return true;
}

bool StatementLineReader::read_literal() {
    Term& term = quad_.object;
    term.kind = Term::Kind::literal;
    term.value.clear();
    const char* part = ++at_;
    while (true) {
        at_ = skip(at_, line_end_, in_literal);
        term.value.append(part, at_);
        if (at_ == line_end_ || (*at_ != '"' && *at_ != '\\')) return false;
        if (*at_ == '"') break;
        if (!read_escape(term.value, false)) return false;
        part = at_;
    }
    ++at_;
    if (at_ != line_end_ && *at_ == '@') return read_language();
    if (line_end_ - at_ < 2 || at_[0] != '^' || at_[1] != '^') return true;
    at_ += 2;
    if (!read_iri(term.datatype)) return false;
    if (term.datatype == xsd_string) term.datatype.clear();
    return true;
}

/// Language tags are compared without regard to case; small letters are their normal form.
bool StatementLineReader::read_language() {
    const char* const begin = ++at_;
    const char* const primary = skip(begin, line_end_, letter);
    at_ = skip(primary, line_end_, in_tag);
    const std::string_view tag(begin, static_cast<std::size_t>(at_ - begin));
    const bool good = primary != begin && (primary == at_ || *primary == '-') && tag.back() != '-' &&
                      tag.find("--") == std::string_view::npos;
    if (!good) return false;
    for (char c : tag) quad_.object.language += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return true;
}

bool StatementLineReader::read_escape(std::string& text, bool in_iri) {
    if (line_end_ - at_ < 2) return false;
    const char kind = at_[1];
    if (kind == 'u' || kind == 'U') {
        const std::size_t size = kind == 'u' ? 4 : 8;
        if (static_cast<std::size_t>(line_end_ - at_) < size + 2) return false;
        const char32_t code = read_code_point({at_ + 2, size});
        if (code == 0 || (in_iri && code < 0x80)) return false;
        append_utf8(text, code);
        at_ += size + 2;
        return true;
    }
    constexpr std::string_view kinds = "tbnrf\"'\\";
    constexpr std::string_view meant = "\t\b\n\r\f\"'\\";
    const std::size_t which = kinds.find(kind);
    if (in_iri || which == std::string_view::npos) return false;
    text += meant[which];
    at_ += 2;
    return true;
}

}  // namespace lede
