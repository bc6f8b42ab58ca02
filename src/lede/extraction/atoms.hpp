#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <lede/text/document.hpp>

namespace lede {

/// A piece of a token: a run of digits, a run of letters, or one other character. Patterns over atoms do not depend on
/// how a tokenizer cuts "2019-2022", "14th", "3.5bn" or "two-season".
struct Atom {
    enum class Kind : std::uint8_t { digits, letters, mark };

    Kind kind = Kind::mark;
    bool glued = false;    ///< nothing stands between it and the atom before
    bool capital = false;  ///< begins with a capital letter
    std::uint32_t token = 0;
    Span span;              ///< bytes in the article's text
    std::string_view word;  ///< ASCII letters in lower case; all hyphens and dashes are "-", all apostrophes "'"

    bool is(std::string_view text) const { return word == text; }
    bool is_number() const { return kind == Kind::digits; }
};

/// The atoms of a document, sentence by sentence.
class Atoms {
  public:
    explicit Atoms(const Document& document);
    Atoms(const Atoms&) = delete;
    Atoms& operator=(const Atoms&) = delete;

    const std::vector<Atom>& all() const { return atoms_; }
    /// The article's text.
    std::string_view text() const { return text_; }
    /// Indices into all() of the atoms of a sentence.
    Span of_sentence(std::size_t sentence) const { return sentences_[sentence]; }
    /// The index of the first atom of a token.
    std::uint32_t of_token(std::uint32_t token) const { return tokens_[token]; }

  private:
    std::string_view text_;
    std::string lower_;
    std::vector<Atom> atoms_;
    std::vector<Span> sentences_;
    std::vector<std::uint32_t> tokens_;

    void add_token(std::string_view text, std::uint32_t index, Span span);
};

/// The value of a run of decimal digits; -1 for an empty run, other characters, or more than nine digits.
int to_number(std::string_view digits);

}  // namespace lede
