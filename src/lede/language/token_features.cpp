#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/token_features.hpp>

namespace lede {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

}  // namespace

TokenFeatures::Look TokenFeatures::look(const std::vector<Piece>& pieces, std::size_t at, int offset) const {
    const auto index = static_cast<std::ptrdiff_t>(at) + offset;
    if (index < 0) return {1, 1};
    if (index >= static_cast<std::ptrdiff_t>(pieces.size())) return {2, 2};
    const Piece& piece = pieces[static_cast<std::size_t>(index)];
    const Surface surface = look_at(slice(text_, piece.span));
    // Digits and letters have a length in the shape: "9-1-1" and "555-1234" differ from "2010-12".
    const std::uint64_t length = std::min<std::uint32_t>(piece.span.size(), 5);
    return {surface.lower, combine(surface.shape, length)};
}

void TokenFeatures::add(std::uint64_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    features_[size_++] = combine(combine(combine(kind, a), b), c);
}

/// The words around a doubtful contraction: "its good" and "its name" differ there alone.
void TokenFeatures::add_neighbours(const std::vector<Piece>& pieces, std::size_t at) {
    constexpr std::size_t longest = 40;  // bytes of a neighbour that are looked at
    const std::size_t begin = pieces[at - 1].span.begin, end = pieces[at].span.end;
    std::size_t before_end = begin;
    while (before_end > 0 && begin - before_end < longest && text_[before_end - 1] == ' ') --before_end;
    std::size_t before = before_end;
    while (before > 0 && before_end - before < longest && !is_blank(text_[before - 1])) --before;
    std::size_t after = end;
    while (after < text_.size() && after - end < longest && text_[after] == ' ') ++after;
    std::size_t after_end = after;
    while (after_end < text_.size() && after_end - after < longest && !is_blank(text_[after_end])) ++after_end;

    const std::uint64_t word = combine(look(pieces, at, -1).word, look(pieces, at, 0).word);
    const Surface left = look_at(text_.substr(before, before_end - before));
    const Surface right = look_at(text_.substr(after, after_end - after));
    add(27, word, left.lower);
    add(28, word, right.lower);
    add(29, word, left.lower, right.lower);
    for (const std::size_t length : {1, 2, 3}) add(30 + length, word, right.suffixes[length]);
    add(34, word, left.shape, right.shape);
    add(35, word, left.suffixes[0]);
}

std::span<const std::uint64_t> TokenFeatures::extract(const std::vector<Piece>& pieces, const std::vector<char>& begins,
                                                      std::size_t at, bool hide_abbreviations) {
    size_ = 0;
    Look far = look(pieces, at, -2), left = look(pieces, at, -1);
    const Look right = look(pieces, at, 0), next = look(pieces, at, 1), next2 = look(pieces, at, 2);
    const std::uint64_t left_begins = static_cast<std::uint64_t>(begins[at - 1]);
    const bool last = at + 1 == pieces.size();
    std::size_t token_begin = at - 1;
    constexpr std::size_t longest = 16;  // pieces of the token so far that are looked at
    while (token_begin > 0 && !begins[token_begin] && at - token_begin < longest) --token_begin;
    const Span so_far{pieces[token_begin].span.begin, pieces[at - 1].span.end};
    std::uint64_t token = look_at(slice(text_, so_far)).lower;
    const bool abbreviation = rules_.is_abbreviation(slice(text_, {so_far.begin, pieces[at].span.end}));

    if (abbreviation && hide_abbreviations) far.word = left.word = token = 0;

    // What follows the chunk, for the stop at its end.
    std::uint64_t after = 3;
    if (last) {
        std::size_t behind = pieces.back().span.end;
        while (behind < text_.size() && text_[behind] == ' ') ++behind;
        if (behind < text_.size() && text_[behind] != '\n') {
            const char32_t c = next_code_point(text_, behind);
            after = is_lower(c) ? 0 : is_upper(c) ? 1 : is_digit(c) ? 2 : 4;
        }
    }
    add(1, left.word, right.word);
    add(2, left.word, right.shape);
    add(3, left.shape, right.word);
    add(4, left.shape, right.shape);
    add(5, left.shape, right.word, next.shape);
    add(6, left.word, right.word, next.word);
    add(7, left.shape, right.word, next.word);
    add(8, left.word, right.word, next.shape);
    add(9, far.shape, left.shape, right.word);
    add(10, far.word, left.word, right.word);
    add(11, far.shape, left.word, right.shape);
    add(12, far.word, left.word, right.shape);
    add(13, token, right.word);
    add(14, token, right.word, last);
    add(15, combine(left.shape, last), right.word, combine(after, at == 1));
    add(16, combine(left.word, last), right.word, after);
    add(17, right.word, left_begins, combine(last, at));
    add(18, combine(left_begins, left.shape), right.shape, next.shape);
    add(19, combine(left_begins, left.word), right.word);
    add(20, combine(abbreviation, right.word), after, last);
    add(21, combine(next.word, next2.word), right.word, left.shape);
    add(22, combine(next.shape, next2.shape), right.word, left.shape);
    add(23, combine(far.shape, left_begins), combine(left.shape, right.word), next.shape);
    add(24, token, right.shape);
    add(25, right.word, next.word);
    add(26, left.word, left_begins);
    const bool contraction = pieces[at].kind == PieceKind::word && pieces[at - 1].kind == PieceKind::word;
    if (contraction) add_neighbours(pieces, at);
    return {features_.data(), size_};
}

}  // namespace lede
