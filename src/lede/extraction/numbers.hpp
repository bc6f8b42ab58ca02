#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <lede/extraction/dates.hpp>
#include <lede/text/document.hpp>

namespace lede {

struct NumberLists;

/// A number in the text and the noun that it counts.
struct NumberMention {
    static constexpr std::uint32_t no_token = 0xFFFFFFFF;

    std::uint32_t first = 0;  ///< tokens [first, last), without "at least"; with "million"
    std::uint32_t last = 0;
    double value = 0;
    bool ordinal = false;      ///< "second", "21st", and labels such as "Season 5"
    bool approximate = false;  ///< "about 40", "at least 13", "more than 120"
    std::string unit_lemma;    ///< noun counted, singular in lower case: "season", "people", "dollar"; empty if none
    std::uint32_t unit_token = no_token;
    std::string currency;            ///< ISO 4217 code; empty for what is no amount of money
    double amount = 0;               ///< in that currency: 0.2 of 20 pence
    std::uint32_t amount_first = 0;  ///< tokens [amount_first, amount_last) of an amount, with its sign or word
    std::uint32_t amount_last = 0;

    bool is_whole() const;
};

/// Finds numbers in digits ("2,000", "3.5bn", "21st") and words ("forty-two", "two dozen"), also in compounds
/// ("eight-episode"). No dates, times, scores, phone numbers, and nothing inside a name. Shared by threads.
class NumberFinder {
  public:
    /// Reads its word lists from the folder. Throws InputError.
    explicit NumberFinder(const std::filesystem::path& lists);
    ~NumberFinder();
    NumberFinder(NumberFinder&&) noexcept;

    /// Sorted, not overlapping one another nor the dates given, which must be sorted.
    std::vector<NumberMention> find(const Document& document, std::span<const DateMention> dates = {}) const;

  private:
    std::unique_ptr<const NumberLists> lists_;
};

}  // namespace lede
