#include <charconv>

#include <lede/base/utf8.hpp>
#include <lede/extraction/atoms.hpp>

namespace lede {
namespace {

struct Character {
    Atom::Kind kind;
    std::string_view replacement;  ///< empty: stands for itself
    bool capital;
};

/// Hyphens and dashes of Unicode's general punctuation, and the minus sign.
bool is_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

Character classify(char32_t c) {
    using enum Atom::Kind;
    if (c < 0x80) {
        if (c >= '0' && c <= '9') return {digits, {}, false};
        if (c >= 'a' && c <= 'z') return {letters, {}, false};
        if (c >= 'A' && c <= 'Z') return {letters, {}, true};
        return {mark, {}, false};
    }
    if (is_dash(c)) return {mark, "-", false};
    if (c == 0x2019 || c == 0x2018) return {mark, "'", false};
    // Marks that combine with a letter (Mn) belong to its run.
    const bool letter = is_letter(c) || (c >= 0x300 && c <= 0x36F);
    return {letter ? letters : mark, {}, letter && is_upper(c)};
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace

Atoms::Atoms(const Document& document) : text_(document.text()), lower_(ascii_lower(text_)) {
    atoms_.reserve(document.tokens.size() + document.tokens.size() / 8);
    tokens_.reserve(document.tokens.size());
    for (const Sentence& sentence : document.sentences) {
        const auto begin = static_cast<std::uint32_t>(atoms_.size());
        for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
            add_token(document.text(), token, document.tokens[token].span);
        }
        sentences_.push_back({begin, static_cast<std::uint32_t>(atoms_.size())});
    }
}

void Atoms::add_token(std::string_view text, std::uint32_t index, Span span) {
    tokens_.resize(index + 1, static_cast<std::uint32_t>(atoms_.size()));
    bool fresh = true;
    for (std::size_t at = span.begin; at < span.end;) {
        const auto begin = static_cast<std::uint32_t>(at);
        const Character character = classify(next_code_point(text, at));
        const auto end = static_cast<std::uint32_t>(at);
        if (!fresh && character.kind != Atom::Kind::mark && atoms_.back().kind == character.kind) {
            Atom& atom = atoms_.back();
            atom.span.end = end;
            atom.word = slice(lower_, atom.span);
            continue;
        }
        const bool glued = !atoms_.empty() && atoms_.back().span.end == begin;
        const std::string_view word =
            character.replacement.empty() ? slice(lower_, {begin, end}) : character.replacement;
        atoms_.push_back({character.kind, glued, character.capital, index, {begin, end}, word});
        fresh = false;
    }
}

int to_number(std::string_view digits) {
    int number = 0;
    if (digits.empty() || digits.size() > 9) return -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() && number >= 0 ? number : -1;
}

}  // namespace lede
