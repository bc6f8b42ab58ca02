#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <lede/base/utf8.hpp>
#include <lede/model/date.hpp>
#include <lede/text/document.hpp>

namespace lede::test {

/// A document cut by plain rules, without tags or trees, for tests of what works on the surface: blanks and punctuation
/// divide words, "n't" and "'s" stand alone, titles keep their full stop, a sentence ends at ". ! ?" before a capital
/// letter or the end, a blank line ends a paragraph.
class PlainDocument {
  public:
    explicit PlainDocument(std::string text, std::string_view date = {}) {
        article_.text = std::move(text);
        if (!date.empty()) article_.info.date = parse_date(date);
        document_.article = &article_;
        cut_tokens();
        cut_sentences();
    }
    PlainDocument(const PlainDocument&) = delete;

    Document& operator*() { return document_; }
    Document* operator->() { return &document_; }

    /// Marks the first tokens that read `words` as a name.
    void add_name(std::string_view words, std::string label = "person") {
        const auto at = static_cast<std::uint32_t>(article_.text.find(words));
        const Span span{at, at + static_cast<std::uint32_t>(words.size())};
        Name name{0, 0, std::move(label), 1};
        for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
            if (!span.contains(document_.tokens[i].span)) continue;
            if (name.last == 0) name.first = i;
            name.last = i + 1;
        }
        document_.names.push_back(name);
    }
    /// The first token of that form.
    std::uint32_t token(std::string_view form) const {
        std::uint32_t i = 0;
        while (i + 1 < document_.tokens.size() && document_.form(i) != form) ++i;
        return i;
    }

  private:
    Article article_;
    Document document_;

    std::string_view text() const { return article_.text; }
    char at(std::size_t i) const { return i < text().size() ? text()[i] : '\n'; }
    static bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

    bool in_word(std::size_t begin, std::size_t i, char32_t c) const {
        if (is_letter(c) || is_digit(c)) return true;
        if (i == begin) return false;
        const bool between_digits = ascii_digit(at(i - 1)) && ascii_digit(at(i + 1));
        if (c == '.' || c == ',' || c == '/' || c == ':')
            return between_digits || (c == '.' && i == begin + 1 && at(i + 1) > '@');
        return false;
    }
    bool is_title(std::size_t begin, std::size_t i) const {
        for (std::string_view title : {"Mr", "Mrs", "Ms", "Dr", "St", "Jr"}) {
            if (at(i) == '.' && text().substr(begin, i - begin) == title) return true;
        }
        return false;
    }
    void push(std::size_t begin, std::size_t end) {
        Token token;
        token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        document_.tokens.push_back(token);
    }
    /// Length of a clitic at the byte: "'s", "’ll", "n't"; 0 if there is none.
    std::size_t clitic(std::size_t i) const {
        for (std::string_view form : {"'s", "’s", "'ll", "’ll", "n't", "n’t", "'re", "’re", "'ve", "’ve", "'d", "’d"}) {
            const char32_t next = at(i + form.size()) & 0x7F;
            if (text().substr(i).starts_with(form) && !is_letter(next)) return form.size();
        }
        return 0;
    }
    void cut_tokens() {
        for (std::size_t i = 0; i < text().size();) {
            const std::size_t begin = i;
            const char32_t c = next_code_point(text(), i);
            if (is_space(c)) continue;
            if (const std::size_t length = clitic(begin); length > 0 && begin > 0 && is_letter(at(begin - 1) & 0x7F)) {
                push(begin, i = begin + length);
                continue;
            }
            while (in_word(begin, begin, c) && i < text().size() && clitic(i) == 0) {
                std::size_t next = i;
                if (!in_word(begin, i, next_code_point(text(), next))) break;
                i = next;
            }
            if (is_title(begin, i)) ++i;
            push(begin, i);
        }
    }
    static bool is_upper_or_mark(char32_t c) { return !is_lower(c) && !is_digit(c); }
    bool ends_sentence(std::size_t i) const {
        if (i + 1 == document_.tokens.size()) return true;
        const std::size_t end = document_.tokens[i].span.end;
        const std::size_t next = document_.tokens[i + 1].span.begin;
        if (text().substr(end, next - end).find("\n\n") != std::string_view::npos) return true;
        std::size_t byte = next;
        if (next == end || !is_upper_or_mark(next_code_point(text(), byte))) return false;
        for (std::size_t back = i + 1; back-- > 0 && i - back < 3;) {
            const std::string_view form = document_.form(back);
            if (form == "." || form == "!" || form == "?") return true;
            if (form != "”" && form != "’" && form != "\"" && form != "'" && form != ")" && form != "»") return false;
        }
        return false;
    }
    void cut_sentences() {
        std::uint32_t first = 0;
        std::uint32_t paragraph = 0;
        for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
            document_.tokens[i].sentence = static_cast<std::uint32_t>(document_.sentences.size());
            if (!ends_sentence(i)) continue;
            document_.sentences.push_back({first, i + 1, document_.span_of(first, i + 1), paragraph, false});
            first = i + 1;
            if (first == document_.tokens.size()) break;
            const std::size_t end = document_.tokens[i].span.end;
            if (text().substr(end, document_.tokens[first].span.begin - end).find("\n\n") != std::string_view::npos)
                ++paragraph;
        }
    }
};

}  // namespace lede::test
