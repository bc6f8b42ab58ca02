#include <lede/base/utf8.hpp>
#include <lede/language/conllu.hpp>
#include <lede/language/gaps.hpp>

namespace lede {

namespace {

char32_t last_code_point(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (text[--at] & 0xC0) == 0x80) {
    }
    return next_code_point(text, at);
}

char32_t first_code_point(std::string_view text) {
    std::size_t at = 0;
    return next_code_point(text, at);
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'’' || c == U'`' || c == U'´';
}

class Writer {
  public:
    explicit Writer(const Document& document) : document_(document), names_(document.tokens.size(), "") {
        for (const Name& name : document.names)
            for (std::uint32_t i = name.first; i < name.last; ++i)
                names_[i] = (i == name.first ? "B-" : "I-") + name.label;
    }

    std::string write() {
        // A block without words would be none to a reader.
        if (document_.sentences.empty()) return {};
        const std::string& id = document_.article->info.id;
        out_ += id.empty() ? "# newdoc\n" : "# newdoc id = " + without(id, " ") + "\n";
        for (std::size_t i = 0; i < document_.sentences.size(); ++i) write_sentence(i);
        return std::move(out_);
    }

  private:
    /// An identifier without blanks, controls and `others`, which identifiers may not have.
    static std::string without(std::string_view id, std::string_view others) {
        std::string result;
        for (std::size_t at = 0; at < id.size();) {
            const std::size_t begin = at;
            const char32_t c = next_code_point(id, at);
            const bool unfit = is_gap(c) || (c < 0x80 && others.find(static_cast<char>(c)) != std::string_view::npos);
            unfit ? result += '_' : result += id.substr(begin, at - begin);
        }
        return result;
    }

    void write_sentence(std::size_t index) {
        const Sentence& sentence = document_.sentences[index];
        const std::string& id = document_.article->info.id;
        if (index == 0 || document_.sentences[index - 1].paragraph != sentence.paragraph) out_ += "# newpar\n";
        // A slash has a meaning of its own in the identifiers of sentences.
        out_ += "# sent_id = " + (id.empty() ? "" : without(id, "/") + "-") + std::to_string(index + 1) + "\n# text = ";
        write_text(sentence);
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const bool part = i > sentence.first && joins_previous(document_, i);
            std::uint32_t last = i + 1;
            while (!part && last < sentence.last && joins_previous(document_, last)) ++last;
            if (last - i > 1) write_multiword(i, last, sentence);
            const bool in_multiword = part || last - i > 1;
            write_word(i, sentence, in_multiword);
        }
        out_ += '\n';
    }

    /// The sentence in one line: a gap, whatever it is, is a blank.
    void write_text(const Sentence& sentence) {
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            out_ += document_.form(i);
            if (i + 1 < sentence.last && document_.tokens[i + 1].span.begin > document_.tokens[i].span.end) out_ += ' ';
        }
        out_ += '\n';
    }

    void write_multiword(std::uint32_t first, std::uint32_t last, const Sentence& sentence) {
        out_ += std::to_string(first - sentence.first + 1) + "-" + std::to_string(last - sentence.first) + "\t";
        const Span span = document_.span_of(first, last);
        out_ += slice(document_.text(), span);
        out_ += "\t_\t_\t_\t_\t_\t_\t_\t" + place(span, first, last) + "\n";
    }

    void write_word(std::uint32_t i, const Sentence& sentence, bool in_multiword) {
        const Token& token = document_.tokens[i];
        const auto cell = [&](std::string_view text) { out_ += '\t', out_ += text.empty() ? "_" : text; };
        out_ += std::to_string(i - sentence.first + 1);
        cell(document_.form(token));
        cell(token.lemma);
        cell(token.xpos.empty() ? "" : to_string(token.upos));
        cell(token.xpos);
        cell(token.feats);
        cell(token.deprel.empty() ? ""
             : token.head < 0     ? "0"
                                  : std::to_string(token.head - static_cast<std::int32_t>(sentence.first) + 1));
        cell(token.deprel);
        cell("");
        std::string misc = names_[i].empty() ? "" : "NE=" + names_[i];
        if (!in_multiword) misc += (misc.empty() ? "" : "|") + place(token.span, i, i + 1);
        cell(misc);
        out_ += '\n';
    }

    /// TokenRange and the gap between the tokens [first, next) and the token behind them; for the first token of all,
    /// also the gap before it. Called with growing spans, so that the text is counted once.
    std::string place(Span span, std::uint32_t first, std::uint32_t next) {
        const std::size_t begin = code_points_at(span.begin);
        const std::size_t end = code_points_at(span.end);
        std::string result = "TokenRange=" + std::to_string(begin) + ":" + std::to_string(end);
        if (first == 0 && span.begin > 0)
            result = "SpacesBefore=" + escape_gap(document_.text().substr(0, span.begin)) + "|" + result;
        const std::size_t gap_end =
            next < document_.tokens.size() ? document_.tokens[next].span.begin : document_.text().size();
        const std::string_view gap = document_.text().substr(span.end, gap_end - span.end);
        if (gap.empty()) return "SpaceAfter=No|" + result;
        // At a paragraph's end a reader would take a blank line for granted, at the article's end nothing.
        const bool inside = next < document_.tokens.size() && paragraph_of(next) == paragraph_of(first);
        if (gap != " " || !inside) return "SpacesAfter=" + escape_gap(gap) + "|" + result;
        return result;
    }

    std::uint32_t paragraph_of(std::uint32_t token) const {
        return document_.sentences[document_.tokens[token].sentence].paragraph;
    }

    std::size_t code_points_at(std::uint32_t byte) {
        if (byte < counted_bytes_) counted_bytes_ = 0, counted_ = 0;
        counted_ += count_code_points(document_.text().substr(counted_bytes_, byte - counted_bytes_));
        counted_bytes_ = byte;
        return counted_;
    }

    const Document& document_;
    std::vector<std::string> names_;
    std::string out_;
    std::size_t counted_bytes_ = 0;
    std::size_t counted_ = 0;
};

}  // namespace

bool joins_previous(const Document& document, std::size_t token) {
    if (token == 0) return false;
    const Token& left = document.tokens[token - 1];
    const Token& right = document.tokens[token];
    if (left.span.end != right.span.begin || left.span.empty() || right.span.empty()) return false;
    const std::string_view form = document.form(right);
    if (!is_letter(last_code_point(document.form(left)))) return false;
    const char32_t first = first_code_point(form);
    if (is_letter(first)) return true;
    return is_apostrophe(first) && (is_letter(last_code_point(form)) || right.xpos == "POS");
}

std::string to_conllu(const Document& document) {
    return Writer(document).write();
}

}  // namespace lede
