#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lede {

/// A calendar date as precise as the text: year, year and month, or full. 0 stands for what is not known.
struct Date {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;

    auto operator<=>(const Date&) const = default;
};

/// ISO 8601: "2023", "2023-04", "2023-04-14".
std::string to_string(Date date);
/// Reads ISO 8601 of any of the three precisions; a time behind "T" or a blank is ignored. Empty if it is no date of the calendar.
std::optional<Date> parse_date(std::string_view text);

/// Days since 1970-01-01 of a full date, and back (proleptic Gregorian).
std::int32_t to_days(Date date);
Date from_days(std::int32_t days);
/// 0 Monday … 6 Sunday, of a full date.
int weekday(Date date);
/// The date `months` later (earlier if negative); the day is cut to the month's length.
Date add_months(Date date, int months);

}  // namespace lede
