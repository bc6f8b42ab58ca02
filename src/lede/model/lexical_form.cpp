#include <algorithm>
#include <cctype>

#include <lede/model/amount_of_money.hpp>
#include <lede/model/date.hpp>
#include <lede/model/lexical_form.hpp>

namespace lede {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

void drop_sign(std::string_view& text) {
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
}

bool is_decimal(std::string_view text) {
    drop_sign(text);
    const auto point = text.find('.');
    if (point == std::string_view::npos) return are_digits(text);
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = text.substr(point + 1);
    return (whole.empty() || are_digits(whole)) && (part.empty() || are_digits(part)) && text.size() > 1;
}

/// Cuts "Z" or "+05:30" off the end.
void drop_zone(std::string_view& text) {
    if (text.ends_with('Z')) return text.remove_suffix(1);
    if (text.size() < 6) return;
    const std::string_view zone = text.substr(text.size() - 6);
    if ((zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return;
    const std::string_view hours = zone.substr(1, 2);
    const std::string_view minutes = zone.substr(4, 2);
    if (are_digits(hours) && are_digits(minutes) && (hours < "14" || (hours == "14" && minutes == "00")) &&
        minutes < "60")
        text.remove_suffix(6);
}

/// A date with that many dashes between its parts. Only years of four digits are looked up in the calendar; leap years
/// come again every 400 years, so that a longer one is as good as its last four digits.
bool is_date(std::string_view text, std::ptrdiff_t dashes) {
    drop_zone(text);
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::string_view year = text.substr(0, text.find('-'));
    if (!are_digits(year) || year.size() < 4 || (year.size() > 4 && year.front() == '0')) return false;
    if (std::count(text.begin(), text.end(), '-') != dashes) return false;
    std::string_view four = text.substr(year.size() - 4);
    const std::size_t size = 4 + static_cast<std::size_t>(dashes) * 3;
    if (four.size() != size) return false;
    // The year 0 is one since XML Schema 1.1; it is a leap year like 2000.
    return parse_date(four.starts_with("0000") ? std::string("2000").append(four.substr(4)) : std::string(four))
        .has_value();
}

}  // namespace

bool is_lexical_form(std::string_view text, Datatype datatype) {
    switch (datatype) {
        case Datatype::integer:
            drop_sign(text);
            return are_digits(text);
        case Datatype::decimal:
            return is_decimal(text);
        case Datatype::date:
            return is_date(text, 2);
        case Datatype::year_month:
            return is_date(text, 1);
        case Datatype::year:
            return is_date(text, 0);
        case Datatype::boolean:
            return text == "true" || text == "false" || text == "1" || text == "0";
        case Datatype::any_uri:
            return text.find_first_of(" <>\"{}|\\^`\t\n\r") == std::string_view::npos;
        case Datatype::amount_of_money:
            return normalise_amount(text) == text;
        case Datatype::string:
            return true;
    }
    return true;
}

bool is_same_date(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return b.starts_with(a) && (a.size() == b.size() || b[a.size()] == '-');
}

}  // namespace lede
