#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <lede/model/date.hpp>
#include <lede/text/document.hpp>

namespace lede {

struct DateLists;

/// A date in the text, with its value in the calendar.
struct DateMention {
    std::uint32_t first = 0;  ///< tokens [first, last), without prepositions: "Friday, April 14"
    std::uint32_t last = 0;
    Date value;               ///< as precise as the text
    std::optional<Date> end;  ///< last day, month or year of a range: "3 to 9 May"
    bool vague = false;  ///< `value` is only near what is meant: "last week", "the summer of 2020", "two years ago"

    auto operator<=>(const DateMention&) const = default;
};

/// Finds dates: full ("14 April 2023", "2023-04-14"), without a year ("April 14", "March"), and relative to the
/// article's date
/// ("on Friday", "last year"). What has no year takes the one nearest to the article's date, led by the tense of the
/// sentence; without an article's date, only dates with a year are found. Shared by threads.
class DateFinder {
  public:
    /// Reads its word lists from the folder. Throws InputError.
    explicit DateFinder(const std::filesystem::path& lists);
    ~DateFinder();
    DateFinder(DateFinder&&) noexcept;

    /// Sorted, not overlapping, none inside a longer name ("Friday Night Lights").
    std::vector<DateMention> find(const Document& document) const;

  private:
    std::unique_ptr<const DateLists> lists_;
};

}  // namespace lede
