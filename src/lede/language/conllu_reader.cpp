#include <algorithm>
#include <charconv>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/conllu.hpp>
#include <lede/language/gaps.hpp>

namespace lede {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// The value of a comment such as "# text = Hello", if it is that comment.
bool comment_value(std::string_view line, std::string_view key, std::string_view& value) {
    if (!line.starts_with("# ") || !line.substr(2).starts_with(key)) return false;
    line.remove_prefix(2 + key.size());
    if (!line.empty() && line.front() != ' ') return false;
    const std::size_t equals = line.find("= ");
    value = equals == std::string_view::npos ? std::string_view() : line.substr(equals + 2);
    return true;
}

class Reader {
  public:
    explicit Reader(const std::string& name) : name_(name) {}

    std::vector<TreebankArticle> read(std::string_view content) {
        if (!is_valid_utf8(content)) fail_encoding(content);
        for (std::string_view line : split(content, '\n')) {
            ++line_;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.empty())
                finish_sentence();
            else if (line.front() == '#')
                read_comment(line);
            else
                read_row(line);
        }
        finish_sentence();
        finish_article();
        return std::move(articles_);
    }

  private:
    /// What MISC says of the gaps around a surface token.
    struct Gaps {
        std::string before, after = " ";
        bool exact = false;  ///< given by SpacesAfter or SpacesBefore
    };
    /// A surface token: one row, or a multiword token with its rows.
    struct Surface {
        std::string_view form;
        std::size_t first, count;
        Gaps gaps;
    };

    [[noreturn]] void fail(const std::string& what) const { throw InputError(name_, line_, 0, what); }

    [[noreturn]] void fail_encoding(std::string_view content) {
        const auto is_bad = [](std::string_view line) { return !is_valid_utf8(line); };
        const auto lines = split(content, '\n');
        line_ = static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(), is_bad) - lines.begin()) + 1;
        fail("the line is not UTF-8");
    }

    std::uint32_t number(std::string_view text) const {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size())
            fail("expected a number, found '" + std::string(text) + "'");
        return value;
    }

    void read_comment(std::string_view line) {
        std::string_view value;
        if (comment_value(line, "newdoc", value)) {
            start_article(std::string(value.substr(0, value.find(' '))));
        } else if (comment_value(line, "newpar", value)) {
            new_paragraph_ = true;
        } else if (comment_value(line, "text", value)) {
            text_ = value;
        }
    }

    void read_row(std::string_view line) {
        const auto cells = split(line, '\t');
        if (cells.size() != 10) fail("expected 10 columns, found " + std::to_string(cells.size()));
        if (cells[0].find('.') != std::string_view::npos) return;
        if (cells[1].empty()) fail("the word has no form");
        Gaps gaps = gaps_of(cells[9]);
        if (const std::size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
            const std::uint32_t first = number(cells[0].substr(0, dash));
            const std::uint32_t last = number(cells[0].substr(dash + 1));
            if (first != rows_.size() + 1 || last < first) fail("the multiword token's range does not fit");
            surfaces_.push_back({cells[1], first - 1, last - first + 1, std::move(gaps)});
            return;
        }
        if (number(cells[0]) != rows_.size() + 1) fail("the word's number does not fit");
        rows_.push_back(cells);
        if (surfaces_.empty() || rows_.size() > surfaces_.back().first + surfaces_.back().count)
            surfaces_.push_back({cells[1], rows_.size() - 1, 1, std::move(gaps)});
    }

    static Gaps gaps_of(std::string_view misc) {
        Gaps gaps;
        for (const std::string_view entry : split(misc, '|')) {
            const auto value = [&](std::string_view key) { return entry.substr(std::min(key.size(), entry.size())); };
            if (entry == "SpaceAfter=No") gaps.after.clear();
            for (const std::string_view key : {"SpacesAfter=", "SpacesBefore="})
                if (entry.starts_with(key)) {
                    gaps.exact = true;
                    (key == "SpacesAfter=" ? gaps.after : gaps.before) = unescape_gap(value(key));
                }
        }
        return gaps;
    }

    void start_article(std::string id) {
        finish_sentence();
        finish_article();
        TreebankArticle& next = articles_.emplace_back();
        next.article = std::make_unique<Article>();
        next.article->info.id = std::move(id);
        next.article->info.source = name_;
        next.document.article = next.article.get();
        paragraph_ = 0;
        new_paragraph_ = false;
        gap_ = {};
    }

    void finish_sentence() {
        if (!surfaces_.empty() && surfaces_.back().first + surfaces_.back().count > rows_.size())
            fail("the sentence ends within a multiword token");
        if (rows_.empty()) return;
        if (articles_.empty()) start_article_keeping_rows();
        std::string& text = articles_.back().article->text;
        if (!text.empty() && new_paragraph_) ++paragraph_;
        if (!text.empty() && new_paragraph_ && !gap_.exact)
            text += "\n\n";
        else if (!text.empty())
            text += gap_.after;
        add_sentence(text);
        gap_ = surfaces_.back().gaps;
        new_paragraph_ = false;
        rows_.clear();
        surfaces_.clear();
        text_ = {};
    }

    /// The gap at the end of an article belongs to it only if it was written as one.
    void finish_article() {
        if (!articles_.empty() && gap_.exact) articles_.back().article->text += gap_.after;
        gap_ = {};
    }

    void start_article_keeping_rows() {
        auto rows = std::exchange(rows_, {});
        start_article("1");
        rows_ = std::move(rows);
    }

    void add_sentence(std::string& text) {
        Document& document = articles_.back().document;
        const auto first = static_cast<std::uint32_t>(document.tokens.size());
        std::string made;
        const bool exact =
            std::any_of(surfaces_.begin(), surfaces_.end(), [](const Surface& surface) { return surface.gaps.exact; });
        if (text_.empty() || exact) {
            for (const Surface& surface : surfaces_)
                ((made += surface.gaps.before) += surface.form) += surface.gaps.after;
            text_ = made;
            text_.remove_suffix(surfaces_.back().gaps.after.size());
        }
        while (text_.ends_with(' ')) text_.remove_suffix(1);
        const auto base = text.size();
        std::size_t at = 0;
        for (const Surface& surface : surfaces_) {
            while (at < text_.size() && !text_.substr(at).starts_with(surface.form)) {
                std::size_t next = at;
                if (!is_gap(next_code_point(text_, next)))
                    fail("the sentence's text lacks the form '" + std::string(surface.form) + "'");
                at = next;
            }
            if (at >= text_.size()) fail("the sentence's text lacks the form '" + std::string(surface.form) + "'");
            add_tokens(surface, static_cast<std::uint32_t>(base + at), first);
            at += surface.form.size();
        }
        text += text_;
        const auto last = static_cast<std::uint32_t>(document.tokens.size());
        document.sentences.push_back({first, last, document.span_of(first, last), paragraph_, false});
    }

    /// Shares the bytes of a surface token out: a part takes as many as its form has, the last the rest; if the forms
    /// do not make up the whole, at least one character each.
    void add_tokens(const Surface& surface, std::uint32_t begin, std::uint32_t first) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < surface.count; ++i) {
            const auto& cells = rows_[surface.first + i];
            std::size_t end = surface.form.size();
            if (i + 1 < surface.count) {
                end = std::min(at + cells[1].size(), surface.form.size());
                while (end > at && end < surface.form.size() && (surface.form[end] & 0xC0) == 0x80) --end;
            }
            add_token(cells, {begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(end)}, first);
            at = end;
        }
    }

    void add_token(const std::vector<std::string_view>& cells, Span span, std::uint32_t first) {
        Document& document = articles_.back().document;
        Token token;
        token.span = span;
        token.lemma = cells[2];
        token.upos = parse_upos(cells[3]);
        token.xpos = cells[4];
        token.feats = cells[5];
        const std::uint32_t head = number(cells[6]);
        if (head > rows_.size()) fail("the head lies outside the sentence");
        token.head = head == 0 ? -1 : static_cast<std::int32_t>(first + head - 1);
        token.deprel = cells[7];
        token.sentence = static_cast<std::uint32_t>(document.sentences.size());
        document.tokens.push_back(std::move(token));
    }

    const std::string& name_;
    std::vector<TreebankArticle> articles_;
    std::size_t line_ = 0;
    std::uint32_t paragraph_ = 0;
    bool new_paragraph_ = false;
    Gaps gap_;  ///< behind the last sentence
    std::string_view text_;
    std::vector<std::vector<std::string_view>> rows_;
    std::vector<Surface> surfaces_;
};

}  // namespace

std::vector<TreebankArticle> parse_conllu(std::string_view content, const std::string& name) {
    return Reader(name).read(content);
}

std::vector<TreebankArticle> read_conllu(const std::filesystem::path& path) {
    return parse_conllu(read_file(path), path.string());
}

}  // namespace lede
