#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include <lede/base/word_list.hpp>
#include <lede/extraction/atoms.hpp>
#include <lede/extraction/numbers_money.hpp>

namespace lede {

/// The word lists of the number finder; each file says in its head what it holds.
struct NumberLists {
    explicit NumberLists(const std::filesystem::path& folder)
        : words(folder / "number_words.tsv", 3),
          suffixes(folder / "number_suffixes.tsv", 2),
          units(folder / "units.tsv", 2),
          labels(folder / "numbered_nouns.tsv"),
          approximators(folder / "approximators.tsv"),
          money(folder) {}

    WordList words, suffixes, units, labels, approximators;
    MoneyLists money;
};

/// A number as it is written.
struct NumberForm {
    std::uint32_t first = 0;  ///< atoms [first, last)
    std::uint32_t last = 0;
    double value = 0;
    bool ordinal = false;
    bool in_words = false;
};

/// Reads the number that begins at an atom of one sentence, in its longest form; nothing for what only looks like a
/// number: parts of words ("A320"), times, scores and other chains of digits.
class NumberGrammar {
  public:
    NumberGrammar(const NumberLists& lists, const Atoms& atoms, Span sentence)
        : lists_(lists), text_(atoms.text()), atoms_(atoms.all()), begin_(sentence.begin), end_(sentence.end) {}

    std::optional<NumberForm> read(std::uint32_t at) const;
    /// Behind a chain of glued digits and marks such as "9-1-1", "3-1" or "10:30" that begins at the atom; `at` if
    /// there is none.
    std::uint32_t skip_chain(std::uint32_t at) const;

  private:
    const NumberLists& lists_;
    std::string_view text_;
    const std::vector<Atom>& atoms_;
    std::uint32_t begin_, end_;

    bool glued(std::uint32_t at) const { return at > begin_ && at < end_ && atoms_[at].glued; }
    bool is(std::uint32_t at, std::string_view word) const { return at >= begin_ && at < end_ && atoms_[at].is(word); }
    const WordList::Row* word(std::uint32_t at) const {
        return at < end_ ? lists_.words.find(atoms_[at].word) : nullptr;
    }
    bool follows_currency(std::uint32_t at) const;
    std::optional<NumberForm> digits(std::uint32_t at) const;
    std::optional<NumberForm> words(std::uint32_t at) const;
    std::uint32_t read_digits(std::uint32_t at, double& value) const;
    bool read_suffix(NumberForm& form) const;
    void read_scales(NumberForm& form) const;
};

}  // namespace lede
