#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/break_features.hpp>

namespace lede {

BreakFeatures::BreakFeatures(std::string_view text, const std::vector<Span>& tokens, const TokenRules& rules)
    : text_(text), tokens_(tokens), rules_(rules), seen_(tokens.size()) {
    bool open_quote = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view form = slice(text, tokens[i]);
        Seen& token = seen_[i];
        token.surface = look_at(form);
        token.mark = mark_of(form);
        token.gap_after = i + 1 < tokens.size() && tokens[i + 1].begin > tokens[i].end;
        token.abbreviation = token.surface.has_letter && token.surface.ends_in_stop && rules.is_abbreviation(form);
        if (form == "\"") open_quote = !open_quote;
        token.open_quote = open_quote;
        // A straight quote opens or closes by its parity; a single one by the gap around it.
        if (form == "\"") token.mark = open_quote ? opens : closes;
        if (form == "'" || form == "’") token.mark = token.gap_after || i + 1 == tokens.size() ? closes : opens;
    }
}

BreakFeatures::Mark BreakFeatures::mark_of(std::string_view form) const {
    std::size_t at = 0;
    const char32_t c = next_code_point(form, at);
    switch (c) {
        case U'.':
        case U'!':
        case U'?':
        case U'…':
            return stop;
        case U',':
            return comma;
        case U':':
        case U';':
            return colon;
        case U'(':
        case U'[':
        case U'{':
        case U'“':
        case U'„':
        case U'«':
        case U'‘':
            return opens;
        case U')':
        case U']':
        case U'}':
        case U'”':
        case U'»':
            return closes;
        default:
            return is_letter(c) || is_digit(c) ? none : other;
    }
}

const BreakFeatures::Seen& BreakFeatures::seen(std::size_t at, int offset) const {
    const auto index = static_cast<std::ptrdiff_t>(at) + offset;
    return index < 0 || index >= static_cast<std::ptrdiff_t>(seen_.size()) ? outside_
                                                                           : seen_[static_cast<std::size_t>(index)];
}

/// “Stop!” Mr. Smith said: whether a verb of speech comes soon, with nothing but words before it.
bool BreakFeatures::is_attribution(std::size_t at) const {
    constexpr std::size_t longest_name = 4;
    for (std::size_t i = at; i < std::min(at + longest_name + 1, seen_.size()); ++i) {
        if (rules_.is_speech_verb(slice(text_, tokens_[i]))) return true;
        if (seen_[i].mark != none) return false;
    }
    return false;
}

bool BreakFeatures::is_candidate(std::size_t at) const {
    const Seen& left = seen_[at];
    const Seen& right = seen_[at + 1];
    const bool glued = !left.gap_after;
    if (left.mark == opens) return false;
    if (right.mark == closes && (glued || right.surface.form != look_at("'").form)) return false;
    if (glued && (right.mark == stop || right.mark == comma || right.mark == colon)) return false;
    // “…,” he said; “What?” she asked: what goes on in lower case belongs to the quotation's sentence.
    if (left.mark == closes && right.surface.lower_first) return false;
    if (left.mark == closes && at > 0 && seen_[at - 1].mark == comma) return false;
    if (left.mark == closes && at > 0 && seen_[at - 1].mark == stop && slice(text_, tokens_[at - 1]) != "." &&
        is_attribution(at + 1))
        return false;
    const bool ends_well = left.mark == stop || left.mark == closes || left.surface.ends_in_stop;
    if (glued) return ends_well && !right.surface.lower_first;
    return ends_well || left.mark != none || !right.surface.lower_first;
}

std::span<const std::uint64_t> BreakFeatures::extract(std::size_t first, std::size_t at) {
    size_ = 0;
    const auto add = [&](std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
        features_[size_++] = combine(combine(combine(kind, a), b), c);
    };
    const Seen &far = seen(at, -1), &left = seen(at, 0), &right = seen(at, 1), &next = seen(at, 2),
               &next2 = seen(at, 3);
    const std::size_t length = std::min<std::size_t>(at - first + 1, 40);
    const std::uint64_t length_class = length < 5 ? length : length < 10 ? 5 : length < 20 ? 6 : length < 40 ? 7 : 8;
    const std::uint64_t first_shape = seen_[first].surface.shape;
    const std::uint64_t gap = left.gap_after;
    const std::uint64_t marks = combine(combine(far.mark, left.mark), combine(right.mark, gap));
    const std::uint64_t quoted = left.open_quote;

    add(1, left.surface.lower, right.surface.shape);
    add(2, left.surface.lower, right.surface.lower);
    add(3, left.surface.shape, right.surface.shape, gap);
    add(4, left.surface.shape, right.surface.lower);
    add(5, left.surface.form, gap);
    add(6, right.surface.form, gap, left.mark);
    add(7, far.surface.lower, left.surface.lower);
    add(8, far.surface.shape, left.surface.lower, right.surface.shape);
    add(9, left.surface.lower, right.surface.shape, next.surface.shape);
    add(10, right.surface.form, next.surface.lower);
    add(11, marks, quoted);
    add(12, marks, right.surface.shape);
    add(13, marks, length_class);
    add(14, left.abbreviation, right.surface.shape, gap);
    add(15, left.abbreviation, right.surface.form);
    add(16, left.mark, quoted, next.surface.lower);
    add(17, left.mark, next2.surface.lower, right.surface.upper_first);
    add(18, left.mark, length_class, right.surface.shape);
    add(19, first_shape, left.surface.lower, right.surface.shape);
    add(20, seen_[first].surface.lower, left.surface.lower);
    add(21, left.surface.suffixes[2], left.mark, right.surface.shape);
    add(22, left.surface.upper_first, combine(right.surface.upper_first, far.surface.upper_first),
        combine(next.surface.upper_first, gap));
    add(23, left.mark, combine(right.surface.upper_first, left.surface.ends_in_stop), combine(left.abbreviation, gap));
    add(24, left.surface.lower, right.surface.upper_first, gap);
    add(25, left.surface.lower, far.surface.shape, length_class);
    add(26, combine(left.mark, right.mark), next.mark, right.surface.all_upper);
    return {features_.data(), size_};
}

}  // namespace lede
