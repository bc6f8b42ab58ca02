#include <lede/base/utf8.hpp>
#include <lede/language/conllu.hpp>

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

/// SpacesAfter's escapes, as UDPipe writes them.
std::string escape_gap(std::string_view gap) {
    std::string result;
    for (const char c : gap) {
        if (c == ' ')
            result += "\\s";
        else if (c == '\t')
            result += "\\t";
        else if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else if (c == '|')
            result += "\\p";
        else if (c == '\\')
            result += "\\\\";
        else
            result += c;
    }
    return result;
}

class Writer {
  public:
    explicit Writer(const Document& document) : document_(document), names_(document.tokens.size(), "") {
        for (const Name& name : document.names)
            for (std::uint32_t i = name.first; i < name.last; ++i)
                names_[i] = (i == name.first ? "B-" : "I-") + name.label;
    }

    std::string write() {
        if (!document_.article->info.id.empty())
            out_ += "# newdoc id = " + document_.article->info.id + "\n";
        else
            out_ += "# newdoc\n";
        for (std::size_t i = 0; i < document_.sentences.size(); ++i) write_sentence(i);
        return std::move(out_);
    }

  private:
    void write_sentence(std::size_t index) {
        const Sentence& sentence = document_.sentences[index];
        if (index == 0 || document_.sentences[index - 1].paragraph != sentence.paragraph) out_ += "# newpar\n";
        out_ += "# sent_id = " + std::to_string(index + 1) + "\n# text = ";
        for (const char c : slice(document_.text(), sentence.span)) out_ += c == '\n' || c == '\t' ? ' ' : c;
        out_ += '\n';
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

    void write_multiword(std::uint32_t first, std::uint32_t last, const Sentence& sentence) {
        out_ += std::to_string(first - sentence.first + 1) + "-" + std::to_string(last - sentence.first) + "\t";
        const Span span = document_.span_of(first, last);
        out_ += slice(document_.text(), span);
        out_ += "\t_\t_\t_\t_\t_\t_\t_\t" + place(span, last) + "\n";
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
        if (!in_multiword) misc += (misc.empty() ? "" : "|") + place(token.span, i + 1);
        cell(misc);
        out_ += '\n';
    }

    /// TokenRange and the gap before token `next`. Called with growing spans, so that the text is counted once.
    std::string place(Span span, std::uint32_t next) {
        const std::size_t begin = code_points_at(span.begin);
        const std::size_t end = code_points_at(span.end);
        const std::string result = "TokenRange=" + std::to_string(begin) + ":" + std::to_string(end);
        const std::size_t gap_end =
            next < document_.tokens.size() ? document_.tokens[next].span.begin : document_.text().size();
        const std::string_view gap = document_.text().substr(span.end, gap_end - span.end);
        if (gap.empty()) return "SpaceAfter=No|" + result;
        if (gap != " ") return "SpacesAfter=" + escape_gap(gap) + "|" + result;
        return result;
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
