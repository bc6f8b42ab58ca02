#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <lede/base/word_list.hpp>
#include <lede/extraction/atoms.hpp>

namespace lede {

struct NumberForm;

/// The word lists of amounts of money; each file says in its head what it holds.
struct MoneyLists {
    explicit MoneyLists(const std::filesystem::path& folder)
        : currencies(folder / "currencies.tsv", 3), countries(folder / "currency_countries.tsv", 2) {}

    /// Whether letters right before digits are a currency's ("CHF4m"), as in currencies.tsv.
    bool begins_amount(std::string_view word) const;
    /// Whether letters right behind digits are a currency's ("20p").
    bool ends_amount(std::string_view word) const { return currencies.value(word) == "glued"; }

    WordList currencies, countries;
};

/// What makes an amount of money of a number.
struct Currency {
    std::string code;         ///< ISO 4217
    double factor = 1;        ///< of the number: 0.01 for pence
    std::uint32_t first = 0;  ///< atoms [first, last) of the number with its sign or word
    std::uint32_t last = 0;
    std::uint32_t word = 0;  ///< the atom of the sign or word
};

/// Finds the currencies of the numbers of one document.
class CurrencyFinder {
  public:
    /// Both must outlive the finder.
    CurrencyFinder(const Document& document, const Atoms& atoms, const MoneyLists& lists)
        : document_(document), atoms_(atoms.all()), lists_(lists) {}

    /// Nothing if the number is no amount, or its currency is not known.
    std::optional<Currency> find(const NumberForm& form, Span sentence);

  private:
    std::string_view text(std::uint32_t atom) const { return slice(document_.text(), atoms_[atom].span); }
    std::optional<Currency> before(const NumberForm& form, Span sentence);
    std::optional<Currency> behind(const NumberForm& form, Span sentence);
    std::optional<Currency> make(const WordList::Row& row, const NumberForm& form, std::uint32_t word,
                                 std::string_view country);
    std::string choose(std::string_view codes, std::string_view country);
    std::string most_named(std::string_view codes);

    const Document& document_;
    const std::vector<Atom>& atoms_;
    const MoneyLists& lists_;
    std::optional<std::map<std::string, int, std::less<>>>
        named_;  ///< code → how often the article names its country; counted when asked
};

}  // namespace lede
