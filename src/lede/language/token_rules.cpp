#include <algorithm>

#include <lede/base/utf8.hpp>
#include <lede/language/token_rules.hpp>

namespace lede {

namespace {

/// How far an address is looked for: longer ones are cut, and the time stays linear.
constexpr std::size_t longest_address = 64;

PieceKind kind_of(char32_t c) {
    if (is_letter(c)) return PieceKind::word;
    if (is_digit(c)) return PieceKind::number;
    switch (c) {
        case U'.':
        case U'…':
        case U'!':
        case U'?':
            return PieceKind::stop;
        case U'\'':
        case U'’':
        case U'‘':
        case U'`':
        case U'´':
            return PieceKind::apostrophe;
        case U'-':
        case U'\u2010':
        case U'\u2011':
            return PieceKind::hyphen;
        case U'–':
        case U'—':
        case U'―':
            return PieceKind::dash;
        case U'"':
        case U'“':
        case U'”':
        case U'„':
        case U'«':
        case U'»':
            return PieceKind::quote;
        case U'(':
        case U')':
        case U'[':
        case U']':
        case U'{':
        case U'}':
            return PieceKind::bracket;
        default:
            break;
    }
    if (c >= 0x1F000 || (c >= 0x2600 && c < 0x2800)) return PieceKind::emoji;
    return is_symbol(c) ? PieceKind::symbol : PieceKind::other;
}

/// Marks, joiners, soft hyphens and selectors that belong to the character before.
bool continues(char32_t c) {
    if (c == 0xAD || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) ||
        (c >= 0xE0020 && c <= 0xE007F))
        return true;
    return c >= 0x300 && !is_letter(c) && !is_digit(c) && !is_punctuation(c) && !is_symbol(c) && !is_space(c);
}

bool is_regional(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool repeats(PieceKind kind) {
    return kind != PieceKind::bracket && kind != PieceKind::quote && kind != PieceKind::apostrophe &&
           kind != PieceKind::emoji;
}

bool is_currency(std::string_view form) {
    std::size_t at = 0;
    const char32_t c = next_code_point(form, at);
    return (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF);
}

bool is_address_part(std::string_view form, PieceKind kind) {
    return kind == PieceKind::word || kind == PieceKind::number ||
           form.find_first_not_of('.') == std::string_view::npos || form == "-" || form == "_" || form == "+" ||
           form == "%" || form == "__";
}

}  // namespace

std::string plain_lower(std::string_view text) {
    std::string result;
    const std::string lower = to_lower(text);
    for (std::size_t at = 0; at < lower.size();) {
        const char32_t c = next_code_point(lower, at);
        append_utf8(result, kind_of(c) == PieceKind::apostrophe ? U'\'' : c);
    }
    return result;
}

TokenRules::TokenRules(TokenLists lists) : lists_(std::move(lists)) {
    for (const std::string& line : lists_.contractions) {
        std::string whole;
        std::vector<std::uint32_t> sizes;
        std::uint32_t size = 0;
        for (const char c : line) {
            if (c == ' ' || c == '|')
                sizes.push_back(size), size = 0;
            else
                whole += c, ++size;
        }
        contractions_[whole] = {sizes, line.find('|') != std::string::npos};
    }
}

bool TokenRules::is_abbreviation(std::string_view word_with_stop) const {
    return word_with_stop.size() < 16 && lists_.abbreviations.contains(to_lower(word_with_stop));
}

void TokenRules::cut(std::string_view text, Span chunk, std::vector<Piece>& pieces) const {
    pieces.clear();
    cut_pieces(text, chunk, pieces);
    cut_contractions(text, pieces);
    fix_borders(text, pieces);
}

void TokenRules::cut_pieces(std::string_view text, Span chunk, std::vector<Piece>& pieces) const {
    char32_t last = 0;
    for (std::size_t at = chunk.begin; at < chunk.end;) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = next_code_point(text, at);
        const auto end = static_cast<std::uint32_t>(at);
        const PieceKind kind = kind_of(c);
        bool same = false;
        if (!pieces.empty()) {
            Piece& piece = pieces.back();
            const bool run = (kind == PieceKind::word || kind == PieceKind::number) ? piece.kind == kind
                                                                                    : c == last && repeats(kind);
            const bool joined = last == 0x200D && kind == PieceKind::emoji;
            const bool flag = is_regional(c) && is_regional(last) && piece.span.size() == 4;
            same = run || joined || flag || continues(c);
            if (same) piece.span.end = end;
        }
        if (!same) pieces.push_back({{begin, end}, kind, Border::open});
        last = c;
    }
}

std::vector<std::uint32_t> TokenRules::contraction_cuts(std::string_view text, const std::vector<Piece>& pieces,
                                                        std::size_t at, Border& border) const {
    constexpr std::size_t longest_contraction = 15;
    const Span span = pieces[at].span;
    std::vector<std::uint32_t> cuts;
    if (span.size() <= longest_contraction) {
        const auto found = contractions_.find(to_lower(slice(text, span)));
        std::uint32_t cut = span.begin;
        if (found != contractions_.end()) {
            for (const std::uint32_t size : found->second.sizes) cuts.push_back(cut += size);
            if (found->second.doubtful) border = Border::open;
        }
    }
    const bool apostrophe_follows = at + 2 < pieces.size() && pieces[at + 1].kind == PieceKind::apostrophe &&
                                    pieces[at + 2].kind == PieceKind::word;
    if (!cuts.empty() || !apostrophe_follows) return cuts;
    // The last letters of the word with what follows: "n’t" of "don’t".
    Span ending{std::max(span.begin, span.end > 3 ? span.end - 3 : 0), pieces[at + 2].span.end};
    while ((text[ending.begin] & 0xC0) == 0x80) ++ending.begin;
    if (ending.size() >= longest_contraction) return cuts;
    const std::string written = plain_lower(slice(text, ending));
    for (const std::string& clitic : lists_.clitics) {
        const auto inside = static_cast<std::uint32_t>(clitic.find('\''));
        if (!written.ends_with(clitic) || span.size() <= inside) continue;
        cuts.push_back(span.end - inside);
        break;
    }
    return cuts;
}

void TokenRules::cut_contractions(std::string_view text, std::vector<Piece>& pieces) const {
    std::vector<Piece> result;
    result.reserve(pieces.size() + 1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        result.push_back(pieces[i]);
        if (pieces[i].kind != PieceKind::word) continue;
        Border border = Border::split;
        for (const std::uint32_t cut : contraction_cuts(text, pieces, i, border)) {
            const Span last = result.back().span;
            if (cut <= last.begin || cut >= last.end) continue;
            result.back().span.end = cut;
            result.push_back({{cut, last.end}, PieceKind::word, border});
        }
    }
    pieces = std::move(result);
}

void TokenRules::fix_borders(std::string_view text, std::vector<Piece>& pieces) const {
    if (!pieces.empty()) pieces.front().before = Border::split;
    for (std::size_t i = 0; i < pieces.size();) {
        const std::size_t end = std::max(address_end(text, pieces, i), emoticon_end(text, pieces, i));
        if (end > i + 1) {
            for (std::size_t k = i + 1; k < end; ++k) pieces[k].before = Border::join;
            if (end < pieces.size()) pieces[end].before = Border::split;
            i = end;
            continue;
        }
        const PieceKind kind = pieces[i].kind;
        const bool alone = kind == PieceKind::bracket || kind == PieceKind::quote || kind == PieceKind::emoji ||
                           kind == PieceKind::dash;
        if (alone) pieces[i].before = Border::split;
        if (alone && i + 1 < pieces.size()) pieces[i + 1].before = Border::split;
        // €5 as $5, of which the treebanks have more.
        if (i + 1 < pieces.size() && pieces[i + 1].kind == PieceKind::number &&
            is_currency(slice(text, pieces[i].span)))
            pieces[i + 1].before = Border::split;
        const auto is_single = [&](std::size_t k, std::string_view marks) {
            return pieces[k].span.size() == 1 && marks.find(text[pieces[k].span.begin]) != std::string_view::npos;
        };
        // 3.5 and 10,000 and 9:30; M*A*S*H.
        if (i > 0 && i + 1 < pieces.size()) {
            const bool in_number = pieces[i - 1].kind == PieceKind::number && pieces[i + 1].kind == PieceKind::number &&
                                   is_single(i, ".,:");
            const bool in_stars = pieces[i - 1].kind == PieceKind::word && pieces[i + 1].kind == PieceKind::word &&
                                  is_single(i, "*") &&
                                  (pieces[i - 1].span.size() == 1 || pieces[i + 1].span.size() == 1);
            // 9-1-1 and 555-123-4567, but not 2019-2022.
            const auto dashed = [&](std::size_t k) { return k < pieces.size() && pieces[k].kind == PieceKind::number; };
            const bool dashes =
                is_single(i, "-") && dashed(i - 1) && dashed(i + 1) &&
                ((i >= 3 && is_single(i - 2, "-") && dashed(i - 3)) || (dashed(i + 3) && is_single(i + 2, "-")));
            if (in_number || in_stars || dashes) pieces[i].before = pieces[i + 1].before = Border::join;
        }
        ++i;
    }
}

std::size_t TokenRules::address_end(std::string_view text, const std::vector<Piece>& pieces, std::size_t first) const {
    const auto form = [&](std::size_t i) {
        return i < pieces.size() ? slice(text, pieces[i].span) : std::string_view();
    };
    const PieceKind kind = pieces[first].kind;
    const bool starts_word =
        first == 0 || (pieces[first - 1].kind != PieceKind::word && pieces[first - 1].kind != PieceKind::number);
    if (!starts_word) return first;
    if ((form(first) == "@" || form(first) == "#") && first + 1 < pieces.size() &&
        pieces[first + 1].kind == PieceKind::word && pieces[first + 1].before == Border::open) {
        std::size_t end = first + 2;
        while (end < pieces.size() &&
               (pieces[end].kind == PieceKind::word || pieces[end].kind == PieceKind::number || form(end) == "_"))
            ++end;
        return end;
    }
    if (kind != PieceKind::word && kind != PieceKind::number) return first;

    bool is_address = (form(first + 1) == ":" && form(first + 2) == "//") ||
                      (to_lower(form(first)) == "www" && form(first + 1) == ".");
    std::size_t end = first;
    bool has_at = false, has_dots = false;  // "franz...@example.com", but not "wait...example.com"
    std::size_t domain_end = first;
    const std::size_t limit = std::min(pieces.size(), first + longest_address);
    while (!is_address && end < limit) {
        const std::string_view part = form(end);
        if (part == "@" && !has_at && end > first)
            has_at = true;
        else if (!is_address_part(part, pieces[end].kind))
            break;
        has_dots |= part.size() > 1 && part.front() == '.';
        const bool ends_name = end > first + 1 && pieces[end].kind == PieceKind::word && form(end - 1) == ".";
        if (ends_name && (has_at || (!has_dots && lists_.domains.contains(to_lower(part))))) domain_end = end + 1;
        ++end;
    }
    if (!is_address && domain_end == first) return first;
    if (!is_address && form(domain_end) != "/" && form(domain_end) != ":") return domain_end;
    // The rest of the chunk belongs to it, but for brackets, quotes and marks at the end.
    end = is_address ? first + 1 : domain_end;
    while (end < pieces.size() && pieces[end].kind != PieceKind::quote && pieces[end].kind != PieceKind::bracket &&
           form(end) != "<" && form(end) != ">")
        ++end;
    while (end > first + 1 && pieces[end - 1].kind != PieceKind::word && pieces[end - 1].kind != PieceKind::number &&
           form(end - 1) != "/")
        --end;
    return end;
}

std::size_t TokenRules::emoticon_end(std::string_view text, const std::vector<Piece>& pieces, std::size_t first) const {
    const PieceKind kind = pieces[first].kind;
    if (kind == PieceKind::word || kind == PieceKind::number || kind == PieceKind::emoji) return first;
    const std::size_t chunk_end = pieces.back().span.end;
    const std::string_view rest = text.substr(pieces[first].span.begin, chunk_end - pieces[first].span.begin);
    std::size_t longest = first;
    for (const std::string& emoticon : lists_.emoticons) {
        if (!rest.starts_with(emoticon)) continue;
        const std::size_t end_byte = pieces[first].span.begin + emoticon.size();
        std::size_t end = first;
        while (end < pieces.size() && pieces[end].span.end <= end_byte) ++end;
        const bool whole = pieces[end - (end > first)].span.end == end_byte;
        const bool free =
            end == pieces.size() || (pieces[end].kind != PieceKind::word && pieces[end].kind != PieceKind::number);
        if (whole && free) longest = std::max(longest, end);
    }
    return longest;
}

}  // namespace lede
