#pragma once

#include <cstdint>
#include <optional>

#include <lede/extraction/atoms.hpp>
#include <lede/extraction/dates_lists.hpp>
#include <lede/model/date.hpp>

namespace lede {

/// What a date still needs from the article's date.
enum class DateNeed : std::uint8_t {
    nothing,  ///< has its year
    year,     ///< day and month, or month
    weekday,  ///< a day of the week, `step` weeks off: 0 the nearest in the direction of the tense
    step,     ///< `step` days, months or years from the article's date
};
enum class DateUnit : std::uint8_t { day, month, year };

/// A date as the text words it, before it is resolved.
struct DateForm {
    std::uint32_t first = 0;  ///< atoms [first, last)
    std::uint32_t last = 0;
    DateNeed need = DateNeed::nothing;
    Date value = {};  ///< year 0 where it is not stated
    std::optional<Date> end = std::nullopt;
    bool vague = false;
    std::optional<int> weekday = std::nullopt;  ///< 0 Monday
    bool possessive = false;                    ///< "Sunday's final"
    std::optional<int> step = std::nullopt;
    std::optional<int> year_step = std::nullopt;  ///< "25 March last year": -1
    DateUnit unit = DateUnit::day;                ///< in which the step counts
    DateUnit precision = DateUnit::day;           ///< of the resolved date
};

/// Reads the date that begins at an atom of one sentence. All functions give the longest reading, or nothing.
class DateGrammar {
  public:
    DateGrammar(const DateLists& lists, const Atoms& atoms, Span sentence)
        : lists_(lists), atoms_(atoms.all()), begin_(sentence.begin), end_(sentence.end) {}

    std::optional<DateForm> read(std::uint32_t at) const;

  private:
    struct Part {
        int value;
        std::uint32_t next;  ///< the atom behind it
    };
    const DateLists& lists_;
    const std::vector<Atom>& atoms_;
    std::uint32_t begin_, end_;

    // Parts of dates (dates_parts.cpp).
    const Atom* get(std::uint32_t at) const { return at >= begin_ && at < end_ ? &atoms_[at] : nullptr; }
    bool is(std::uint32_t at, std::string_view word) const { return at >= begin_ && at < end_ && atoms_[at].is(word); }
    bool glued(std::uint32_t at) const { return at > begin_ && at < end_ && atoms_[at].glued; }
    bool stands_alone(std::uint32_t first, std::uint32_t last) const;
    std::uint32_t skip(std::uint32_t at, std::string_view word) const { return is(at, word) ? at + 1 : at; }
    std::optional<std::uint32_t> range_mark(std::uint32_t at) const;
    std::optional<Part> month(std::uint32_t at) const;
    std::optional<Part> day(std::uint32_t at) const;
    std::optional<Part> year(std::uint32_t at) const;
    std::optional<Part> weekday(std::uint32_t at) const;
    std::optional<Part> count(std::uint32_t at) const;
    std::optional<Part> step_of_year(std::uint32_t at) const;
    bool is_quantity(std::uint32_t next) const;

    // Dates of the calendar (dates_grammar.cpp).
    std::optional<DateForm> numeric(std::uint32_t at) const;
    std::optional<DateForm> month_first(std::uint32_t at) const;
    std::optional<DateForm> day_first(std::uint32_t at) const;
    std::optional<DateForm> month_year(std::uint32_t at) const;
    std::optional<DateForm> holiday(std::uint32_t at) const;
    std::optional<DateForm> with_year(DateForm form) const;
    bool may_stand_alone(std::uint32_t at) const;

    // Years and what is made of them (dates_years.cpp).
    std::optional<DateForm> season_year(std::uint32_t at) const;
    std::optional<DateForm> decade(std::uint32_t at) const;
    std::optional<DateForm> year_range(std::uint32_t at) const;
    std::optional<DateForm> lone_year(std::uint32_t at) const;
    bool is_year_here(std::uint32_t at, std::uint32_t next) const;

    // Relative to the article's date (dates_relative.cpp).
    std::optional<DateForm> named_day(std::uint32_t at) const;
    std::optional<DateForm> stepped(std::uint32_t at) const;
    std::optional<DateForm> ago(std::uint32_t at) const;
    std::optional<DateForm> day_of_week(std::uint32_t at) const;
    DateForm weekday_form(std::uint32_t at, Part day) const;
};

}  // namespace lede
