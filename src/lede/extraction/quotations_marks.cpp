#include <algorithm>
#include <optional>

#include <lede/base/utf8.hpp>
#include <lede/extraction/quotations_marks.hpp>

namespace lede {
namespace {

/// A paragraph as code points with their places.
struct Character {
    char32_t c;
    std::uint32_t at;
};

class MarkReader {
  public:
    MarkReader(std::string_view text, Span paragraph) : text_(text), end_(paragraph.end) {
        for (std::size_t at = paragraph.begin; at < paragraph.end;) {
            const auto begin = static_cast<std::uint32_t>(at);
            characters_.push_back({next_code_point(text, at), begin});
        }
    }

    std::vector<MarkedSpan> read() const {
        std::vector<MarkedSpan> spans;
        for (std::size_t i = 0; i < characters_.size(); ++i) {
            if (!opens(i)) continue;
            const auto closing = find_closing(i);
            if (!closing) continue;
            spans.push_back(make_span(i, *closing, *closing < characters_.size()));
            i = *closing;
        }
        return spans;
    }

  private:
    std::string_view text_;
    std::uint32_t end_;
    std::vector<Character> characters_;

    char32_t get(std::size_t i) const { return i < characters_.size() ? characters_[i].c : U'\n'; }
    std::uint32_t byte(std::size_t i) const { return i < characters_.size() ? characters_[i].at : end_; }
    char32_t before(std::size_t i) const { return i == 0 ? U'\n' : get(i - 1); }
    static bool in_word(char32_t c) { return is_letter(c) || is_digit(c); }
    static bool is_single(char32_t c) { return c == U'‘' || c == U'\''; }

    static char32_t closing_of(char32_t opening) {
        switch (opening) {
            case U'“':
                return U'”';
            case U'„':
                return U'“';
            case U'«':
                return U'»';
            case U'‘':
                return U'’';
            case U'"':
                return U'"';
            case U'\'':
                return U'\'';
            default:
                return 0;
        }
    }

    bool opens(std::size_t i) const {
        const char32_t c = get(i);
        if (closing_of(c) == 0) return false;
        if (c == U'“' || c == U'„' || c == U'«') return true;
        if (in_word(before(i)) || is_space(get(i + 1))) return false;
        // '90s and ’tis are no quotations; a straight mark behind a full stop or comma closes.
        if (is_single(c) && (is_digit(get(i + 1)) && is_digit(get(i + 2)) && get(i + 3) == U's')) return false;
        const char32_t b = before(i);
        return c == U'‘' || is_space(b) || b == U'(' || b == U'[' || b == U'—' || b == U'–' || b == U'-' || b == U'/' ||
               b == U'“' || b == U'"';
    }

    /// The end of the paragraph if nothing closes the span and no other begins; none for a stray mark.
    std::optional<std::size_t> find_closing(std::size_t opening) const {
        if (is_single(get(opening))) return find_single_closing(opening);
        const char32_t mark = closing_of(get(opening));
        bool inside = false;  // of a quotation in single marks, which may hold double ones again
        std::size_t depth = 0;
        for (std::size_t i = opening + 1; i < characters_.size(); ++i) {
            const char32_t c = get(i);
            if (c == U'‘') inside = true;
            if (c == mark || (get(opening) == U'„' && c == U'”')) {
                if (depth == 0) return i;
                --depth;
            } else if (c == get(opening) && inside) {
                ++depth;
            } else if (c == get(opening)) {
                return std::nullopt;  // a new one begins: this one is a stray mark
            }
        }
        return characters_.size();
    }

    /// Of the marks that may be apostrophes, the first that no plural's genitive ends in, else the first at all. The
    /// search ends where the next span opens.
    std::optional<std::size_t> find_single_closing(std::size_t opening) const {
        const char32_t mark = closing_of(get(opening));
        std::optional<std::size_t> genitive;
        for (std::size_t i = opening + 1; i < characters_.size(); ++i) {
            if (get(i) == get(opening) && opens(i)) break;
            if (get(i) != mark || in_word(get(i + 1)) || is_space(before(i))) continue;
            const bool may_be_genitive = before(i) == U's' && is_space(get(i + 1));
            if (!may_be_genitive) return i;
            if (!genitive) genitive = i;
        }
        if (!genitive && opening == 0 && get(opening) == U'‘') return characters_.size();
        return genitive;
    }

    MarkedSpan make_span(std::size_t opening, std::size_t closing, bool closed) const {
        std::size_t first = opening + 1;
        std::size_t last = closing;
        while (first < last && is_space(get(first))) ++first;
        while (last > first && is_space(get(last - 1))) --last;
        return {{byte(opening), byte(closed ? closing + 1 : closing)}, {byte(first), byte(last)}, closed};
    }
};

}  // namespace

std::vector<MarkedSpan> find_marked_spans(std::string_view text, Span paragraph) {
    return MarkReader(text, paragraph).read();
}

std::vector<Span> find_paragraphs(std::string_view text) {
    std::vector<Span> paragraphs;
    for (std::size_t begin = 0; begin < text.size();) {
        begin = std::min(text.find_first_not_of("\n \t", begin), text.size());
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        if (begin < end) paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end;
    }
    return paragraphs;
}

}  // namespace lede
