#include <array>
#include <cstdio>

#include <lede/model/date.hpp>

namespace lede {

namespace {

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// The number that exactly `count` digits at `at` form, moving `at` behind them; empty if there are other characters.
std::optional<int> take_digits(std::string_view text, std::size_t& at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    at += count;
    return number;
}

bool at_end(std::string_view text, std::size_t at) {
    return at == text.size() || text[at] == 'T' || text[at] == ' ';
}

/// Reads "-" and two digits in [1, limit].
std::optional<int> take_part(std::string_view text, std::size_t& at, int limit) {
    if (at >= text.size() || text[at] != '-') return std::nullopt;
    const auto number = take_digits(text, ++at, 2);
    return number && *number >= 1 && *number <= limit ? number : std::nullopt;
}

}  // namespace

std::string to_string(Date date) {
    std::array<char, 24> buffer{};
    if (date.month == 0) {
        std::snprintf(buffer.data(), buffer.size(), "%04d", date.year);
    } else if (date.day == 0) {
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", date.year, date.month);
    } else {
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    }
    return buffer.data();
}

std::optional<Date> parse_date(std::string_view text) {
    std::size_t at = 0;
    const auto year = take_digits(text, at, 4);
    if (!year || *year == 0) return std::nullopt;
    Date date{.year = static_cast<std::int16_t>(*year)};
    if (at_end(text, at)) return date;
    const auto month = take_part(text, at, 12);
    if (!month) return std::nullopt;
    date.month = static_cast<std::uint8_t>(*month);
    if (at_end(text, at)) return date;
    const auto day = take_part(text, at, days_in_month(*year, *month));
    if (!day || !at_end(text, at)) return std::nullopt;
    date.day = static_cast<std::uint8_t>(*day);
    return date;
}

// Both directions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil,
// civil_from_days): years begin in March, so that the leap day comes last, and repeat every 400 years (an era, 146097
// days).
std::int32_t to_days(Date date) {
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Date from_days(std::int32_t days) {
    const int shifted = days + 719468;
    const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return {.year = static_cast<std::int16_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
            .month = static_cast<std::uint8_t>(month),
            .day = static_cast<std::uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

int weekday(Date date) {
    const int shifted = (to_days(date) + 3) % 7;  // 1970-01-01 was a Thursday
    return shifted < 0 ? shifted + 7 : shifted;
}

Date add_months(Date date, int months) {
    const int total = date.year * 12 + (date.month == 0 ? 0 : date.month - 1) + months;
    const int year = (total >= 0 ? total : total - 11) / 12;
    const int month = total - year * 12 + 1;
    const int length = days_in_month(year, month);
    return {.year = static_cast<std::int16_t>(year),
            .month = static_cast<std::uint8_t>(date.month == 0 ? 0 : month),
            .day = static_cast<std::uint8_t>(date.day > length ? length : date.day)};
}

}  // namespace lede
