#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/break_features.hpp>

namespace lede {

BreakFeatures::BreakFeatures(std::string_view text, const std::vector<Span>& tokens, const TokenRules& rules,
                             const WordClasses& classes)
    : text_(text), tokens_(tokens), rules_(rules), seen_(tokens.size()) {
    bool open_quote = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view form = slice(text, tokens[i]);
        Seen& token = seen_[i];
        token.surface = look_at(form);
        token.mark = mark_of(form);
        token.kind = kind_of(form, token.surface);
        const std::uint64_t known = classes.of(token.surface);
        token.finite = WordClasses::is_finite(known);
        token.pronoun = token.kind == title && WordClasses::is_pronoun(known);
        if (known != 0)
            token.grammar = combine(known, token.surface.upper_first);
        else
            token.grammar = token.kind == sign ? token.surface.lower : std::uint64_t{token.kind};
        token.gap_after = i + 1 < tokens.size() && tokens[i + 1].begin > tokens[i].end;
        token.abbreviation = token.surface.has_letter && token.surface.ends_in_stop && rules.is_abbreviation(form);
        if (form == "\"") open_quote = !open_quote;
        token.open_quote = open_quote;
        // A straight quote opens or closes by its parity; a single one by the gap around it.
        if (form == "\"") token.mark = open_quote ? opens : closes;
        if (form == "'" || form == "’") token.mark = token.gap_after || i + 1 == tokens.size() ? closes : opens;
    }
    look_around();
}

BreakFeatures::Kind BreakFeatures::kind_of(std::string_view form, const Surface& surface) const {
    if (!surface.has_letter && !surface.has_digit) return form.size() > 3 && form[0] != '.' ? line : sign;
    const bool slash = form.find('/') != std::string_view::npos;
    if (surface.has_letter && form.size() > 5) {
        const std::size_t dot = form.find('.');
        const bool inner_dot = dot != std::string_view::npos && dot + 2 < form.size() && dot > 1;
        if (form.find('@') != std::string_view::npos || form.find("://") != std::string_view::npos || inner_dot)
            return address;
    }
    if (surface.has_digit && !surface.has_letter)
        return slash || form.find(':') != std::string_view::npos || form.size() > 6 ? clock : numeral;
    return surface.lower_first ? word : surface.all_upper ? capitals : title;
}

void BreakFeatures::look_around() {
    constexpr std::uint8_t longest = 12;
    const std::size_t count = seen_.size();
    std::size_t lower_starts = 0, upper_starts = 0, stops = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Seen& token = seen_[i];
        const std::uint8_t before = i == 0 ? 0 : seen_[i - 1].capitals_before;
        token.capitals_before = token.kind == word ? 0 : std::min<std::uint8_t>(longest, before + 1);
        token.finites = static_cast<std::uint16_t>((i == 0 ? 0 : seen_[i - 1].finites) + token.finite);
        if (token.mark != stop) continue;
        ++stops;
        if (i + 1 < count && token.gap_after) (seen_[i + 1].surface.lower_first ? lower_starts : upper_starts) += 1;
    }
    std::size_t distance = 0;
    bool to_end = true;
    for (std::size_t i = count; i-- > 0;) {
        Seen& token = seen_[i];
        const std::uint8_t after = i + 1 == count ? 0 : seen_[i + 1].capitals_after;
        token.capitals_after = token.kind == word ? 0 : std::min<std::uint8_t>(longest, after + 1);
        token.finite_after = token.finite || (token.mark != stop && i + 1 < count && seen_[i + 1].finite_after);
        ++distance;
        if (token.mark == stop) distance = 0, to_end = false;
        const std::size_t rank = distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 30 ? 6 : 7;
        token.to_stop = static_cast<std::uint8_t>(rank + (to_end ? 8 : 0));
    }
    const std::uint64_t size = count < 6 ? 0 : count < 20 ? 1 : count < 80 ? 2 : 3;
    const std::uint64_t lower = lower_starts == 0 ? 0 : lower_starts < upper_starts ? 1 : 2;
    const std::uint64_t dense = stops == 0 ? 0 : count / stops < 30 ? 1 : 2;
    casual_ = lower > 0 || dense != 1;
    style_ = combine(size, combine(lower, dense));
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
    constexpr std::size_t longest_subject = 4, longest_name = 8;  // "the tall man", "Mr. J. R. R. Tolkien Jr."
    bool name = true;
    for (std::size_t i = at; i < std::min(at + longest_name, seen_.size()); ++i) {
        if (i > at + longest_subject && !name) return false;
        name &= seen_[i].surface.upper_first;
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
    // Yahoo! said; Who Framed Roger Rabbit? was: a mark that belongs to a name.
    const bool asks_or_calls = left.mark == stop && !left.surface.ends_in_stop;
    if (asks_or_calls && right.surface.lower_first && right.finite && at > 0 && seen_[at - 1].kind == title)
        return false;
    // Who sets a real ellipsis begins sentences in upper case; who types three stops may not.
    if (slice(text_, tokens_[at]) == "…" && right.surface.lower_first) return false;
    const bool ends_well = left.mark == stop || left.mark == closes || left.surface.ends_in_stop;
    if (glued) return ends_well && !right.surface.lower_first;
    return ends_well || left.mark != none || casual_ || !right.surface.lower_first || left.kind == address;
}

void BreakFeatures::add(std::uint64_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    features_[size_++] = combine(combine(combine(kind, a), b), c);
}

/// How the tokens around are written. One line a feature, so it is long.
void BreakFeatures::add_writing(const Place& place) {
    const auto& [far3, far2, far, left, right, next, next2, next3, head, length_class, marks, kinds, verbs] = place;
    add(1, left.surface.lower, right.surface.shape);
    add(2, left.surface.lower, right.surface.lower);
    add(3, left.surface.shape, right.surface.shape, left.gap_after);
    add(4, left.surface.shape, right.surface.lower);
    add(5, left.surface.form, left.gap_after);
    add(6, right.surface.form, left.gap_after, left.mark);
    add(7, far.surface.lower, left.surface.lower);
    add(8, far.surface.shape, left.surface.lower, right.surface.shape);
    add(9, left.surface.lower, right.surface.shape, next.surface.shape);
    add(10, right.surface.form, next.surface.lower);
    add(11, marks, left.open_quote);
    add(12, marks, right.surface.shape);
    add(13, marks, length_class);
    add(14, left.abbreviation, right.surface.shape, left.gap_after);
    add(15, left.abbreviation, right.surface.form);
    add(16, left.mark, left.open_quote, next.surface.lower);
    add(17, left.mark, next2.surface.lower, right.surface.upper_first);
    add(18, left.mark, length_class, right.surface.shape);
    add(19, head.surface.shape, left.surface.lower, right.surface.shape);
    add(20, head.surface.lower, left.surface.lower);
    add(21, left.surface.suffixes[2], left.mark, right.surface.shape);
    add(22, left.surface.upper_first, combine(right.surface.upper_first, far.surface.upper_first),
        combine(next.surface.upper_first, left.gap_after));
    add(23, left.mark, combine(right.surface.upper_first, left.surface.ends_in_stop),
        combine(left.abbreviation, left.gap_after));
    add(24, left.surface.lower, right.surface.upper_first, left.gap_after);
    add(25, left.surface.lower, far.surface.shape, length_class);
    add(26, combine(left.mark, right.mark), next.mark, right.surface.all_upper);
}

/// What kinds of tokens they are, how far the next mark is, how the paragraph is written.
void BreakFeatures::add_kinds(const Place& place) {
    const auto& [far3, far2, far, left, right, next, next2, next3, head, length_class, marks, kinds, verbs] = place;
    add(30, kinds);
    add(31, kinds, far.kind, next.kind);
    add(32, kinds, right.capitals_after, right.to_stop);
    add(33, kinds, left.capitals_before, right.capitals_after);
    add(34, kinds, head.kind, length_class);
    add(35, kinds, right.to_stop, style_);
    add(36, left.surface.lower, right.kind, right.to_stop);
    add(37, right.surface.lower, left.kind, marks);
    add(38, right.surface.form, left.kind, left.mark);
    add(39, left.surface.lower, length_class, right.kind);
    add(40, combine(far2.surface.lower, far.surface.lower), left.surface.lower);
    add(41, combine(right.surface.lower, next.surface.lower), next2.surface.lower);
    add(42, combine(next.kind, next2.kind), combine(next3.kind, kinds));
    add(43, combine(far2.kind, far.kind), combine(far3.kind, kinds));
    add(44, kinds, next.surface.lower);
    add(45, kinds, next2.surface.lower);
    add(46, kinds, next3.surface.lower);
    add(47, kinds, far.surface.lower);
    add(48, kinds, far2.surface.lower);
    add(49, style_, left.mark, right.kind);
    add(50, style_, left.surface.lower, right.kind);
    add(51, style_, right.surface.form);
    const bool repeats_head = right.surface.lower == head.surface.lower;
    const bool repeats_left = right.surface.lower == left.surface.lower || right.surface.lower == far.surface.lower;
    add(52, combine(repeats_head, repeats_left), kinds, length_class);
    add(53, kinds, head.surface.lower);
    add(54, right.surface.suffixes[2], kinds);
    add(55, left.surface.suffixes[2], kinds);
    add(56, next.surface.suffixes[1], kinds, right.surface.suffixes[1]);
}

/// The classes of the words, and whether there is a clause on both sides.
void BreakFeatures::add_grammar(const Place& place) {
    const auto& [far3, far2, far, left, right, next, next2, next3, head, length_class, marks, kinds, verbs] = place;
    const std::uint64_t around = combine(left.grammar, right.grammar);
    add(81, left.abbreviation, right.grammar, next.grammar);
    add(82, left.abbreviation, right.grammar, verbs);
    add(83, left.abbreviation, combine(left.surface.lower, right.grammar), left.gap_after);
    add(60, around, left.gap_after);
    add(61, around, verbs);
    add(62, around, next.grammar);
    add(63, around, far.grammar);
    add(64, around, combine(far.grammar, next.grammar));
    add(65, combine(next.grammar, next2.grammar), right.grammar, left.kind);
    add(66, combine(far2.grammar, far.grammar), left.grammar, right.kind);
    add(67, verbs, marks, length_class);
    add(68, verbs, kinds);
    add(69, verbs, right.grammar, left.mark);
    add(70, verbs, left.surface.lower, right.kind);
    add(71, verbs, right.grammar, next.grammar);
    add(72, kinds, right.grammar, next.grammar);
    add(73, kinds, left.grammar, far.grammar);
    add(74, kinds, head.grammar, right.grammar);
    add(75, combine(right.grammar, next.grammar), combine(next2.grammar, next3.grammar), left.mark);
    add(76, left.mark, right.grammar, style_);
    add(77, left.surface.lower, right.grammar);
    add(78, left.surface.lower, right.grammar, next.grammar);
    add(79, left.grammar, right.surface.lower);
    add(80, combine(head.grammar, left.grammar), length_class, right.kind);
}

std::span<const std::uint64_t> BreakFeatures::extract(std::size_t first, std::size_t at) {
    const Seen &far = seen(at, -1), &left = seen(at, 0), &right = seen(at, 1), &head = seen_[first];
    const std::size_t length = at - first + 1;
    const std::uint64_t length_class = length < 5 ? length : length < 10 ? 5 : length < 20 ? 6 : length < 40 ? 7 : 8;
    const std::uint64_t marks = combine(combine(far.mark, left.mark), combine(right.mark, left.gap_after));
    const std::uint64_t kinds = combine(combine(left.kind, right.kind), marks);
    const std::uint64_t verbs_before = left.finites - (first == 0 ? 0 : seen_[first - 1].finites);
    const std::uint64_t verbs = combine(std::min<std::uint64_t>(verbs_before, 2), right.finite_after);
    size_ = 0;
    const Place place{seen(at, -3), seen(at, -2), far,          left,  right, seen(at, 2), seen(at, 3),
                      seen(at, 4),  head,         length_class, marks, kinds, verbs};
    add_writing(place);
    add_kinds(place);
    add_grammar(place);
    const std::size_t tokens_left = std::min<std::size_t>(seen_.size() - at, 8);
    add(57, first == 0, kinds, length_class);
    add(58, tokens_left, kinds, style_);
    return {features_.data(), size_};
}

}  // namespace lede
