#include <algorithm>
#include <array>

#include <lede/base/error.hpp>
#include <lede/rdf/triple_terms.hpp>

namespace lede {
namespace {

constexpr std::string_view open_mark = "<<(";
constexpr std::string_view close_mark = ")>>";
constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads the text token by token, copying all but the triple terms.
class Rewriter {
  public:
    Rewriter(std::string_view bytes, Syntax syntax, const std::string& path, std::size_t first_line)
        : bytes_(bytes),
          by_line_(syntax == Syntax::ntriples || syntax == Syntax::nquads),
          path_(path),
          first_line_(first_line) {}

    std::string run() {
        result_.reserve(bytes_.size() + bytes_.size() / 4);
        while (at_ < bytes_.size()) {
            if (is_blank(bytes_[at_])) {
                if (bytes_[at_] == '\n') statement_ = result_.size() + 1;
                result_ += bytes_[at_++];
            } else if (starts(open_mark)) {
                rewrite();
            } else if (starts("<<")) {
                fail("\"<<\" is understood only as \"<<( … )>>\" after rdf:reifies");
            } else {
                last_ = result_.size();
                result_ += next_token();
            }
        }
        return std::move(result_);
    }

  private:
    std::string_view bytes_;
    bool by_line_;
    const std::string& path_;
    std::size_t first_line_;
    std::size_t at_ = 0;
    std::size_t last_ = 0;       ///< where the last token begins in the result
    std::size_t statement_ = 0;  ///< where the line begins in the result
    std::string result_;

    bool starts(std::string_view mark) const { return bytes_.substr(at_).starts_with(mark); }

    [[noreturn]] void fail(const std::string& what) const {
        const auto before = std::count(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
        throw InputError(path_, first_line_ + static_cast<std::size_t>(before), 0, what);
    }

    /// The token at `at_`, which it moves behind it.
    std::string_view next_token() {
        const std::size_t begin = at_;
        const char c = bytes_[at_];
        if (c == '#') {
            at_ = std::min(bytes_.find('\n', at_), bytes_.size());
        } else if (c == '<') {
            const std::size_t close = bytes_.find('>', at_);
            at_ = close == std::string_view::npos ? bytes_.size() : close + 1;
        } else if (c == '"' || c == '\'') {
            skip_string(c);
        } else if (std::string_view(",;.[]()").find(c) != std::string_view::npos) {
            ++at_;
        } else {
            // A name, number or keyword, or the ^^ of a datatype; a dot inside a name is a token of its own, which does
            // no harm.
            while (at_ < bytes_.size() && !is_blank(bytes_[at_]) &&
                   std::string_view("<>\"',;.[]()").find(bytes_[at_]) == std::string_view::npos)
                ++at_;
            if (at_ == begin) ++at_;
        }
        return bytes_.substr(begin, at_ - begin);
    }

    void skip_string(char quote) {
        const std::string three(3, quote);
        const bool is_long = starts(three);
        at_ += is_long ? 3 : 1;
        while (at_ < bytes_.size()) {
            if (bytes_[at_] == '\\') {
                at_ += 2;
            } else if (is_long ? starts(three) : bytes_[at_] == quote) {
                at_ += is_long ? 3 : 1;
                break;
            } else {
                ++at_;
            }
        }
        at_ = std::min(at_, bytes_.size());
    }

    void skip_blanks() {
        while (at_ < bytes_.size() && is_blank(bytes_[at_])) ++at_;
    }

    /// A whole term: tokens that no blank separates.
    std::string_view next_term() {
        skip_blanks();
        if (starts(open_mark)) fail("a triple term inside a triple term is not understood");
        const std::size_t begin = at_;
        while (at_ < bytes_.size() && !is_blank(bytes_[at_]) && !starts(close_mark)) next_token();
        if (at_ == begin) fail("a triple term needs a subject, a predicate and an object: <<( s p o )>>");
        return bytes_.substr(begin, at_ - begin);
    }

    void rewrite() {
        const std::string_view predicate = std::string_view(result_).substr(last_);
        const std::string_view name = predicate.substr(0, predicate.find_last_not_of(" \t\r\n") + 1);
        if (name != "<" + std::string(rdf) + "reifies>" && !name.ends_with(":reifies")) {
            fail("a triple term is understood only after rdf:reifies");
        }
        at_ += open_mark.size();
        const std::array<std::string_view, 3> terms{next_term(), next_term(), next_term()};
        skip_blanks();
        if (!starts(close_mark)) fail("a triple term must end with )>> behind its object");
        at_ += close_mark.size();
        by_line_ ? append_lines(terms) : append_list(terms);
    }

    static std::string predicate(std::size_t part) {
        static constexpr std::array names{"subject", "predicate", "object"};
        return "<" + std::string(rdf) + names[part] + "> ";
    }

    void append_list(const std::array<std::string_view, 3>& terms) {
        result_.resize(last_);
        for (std::size_t part = 0; part < terms.size(); ++part) {
            result_.append(part > 0 ? " ; " : "").append(predicate(part));
            result_ += terms[part] == "a" ? "<" + std::string(rdf) + "type>" : std::string(terms[part]);
        }
    }

    /// N-Triples and N-Quads have no ";": the whole statement, with its graph, is written three times on the line.
    void append_lines(const std::array<std::string_view, 3>& terms) {
        const std::size_t end = std::min(bytes_.find('\n', at_), bytes_.size());
        const std::string rest(bytes_.substr(at_, end - at_));
        const std::string subject = result_.substr(statement_, last_ - statement_);
        at_ = end;
        result_.resize(statement_);
        for (std::size_t part = 0; part < terms.size(); ++part) {
            result_.append(part > 0 ? " " : "")
                .append(subject)
                .append(predicate(part))
                .append(terms[part])
                .append(rest);
        }
    }
};

}  // namespace

bool has_triple_terms(std::string_view bytes) {
    return bytes.find("<<") != std::string_view::npos;
}

std::string expand_triple_terms(std::string_view bytes, Syntax syntax, const std::string& path,
                                std::size_t first_line) {
    return Rewriter(bytes, syntax, path, first_line).run();
}

}  // namespace lede
