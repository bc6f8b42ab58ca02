#include <algorithm>
#include <cmath>

#include <lede/model/amount_of_money.hpp>

namespace lede {
namespace {

constexpr std::size_t code_size = 3;
constexpr std::size_t decimals = 4;
constexpr double parts = 10000;

bool is_code(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool are_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> normalise_amount(std::string_view text) {
    if (text.size() < code_size + 2 || text[code_size] != ' ' || !is_code(text.substr(0, code_size)))
        return std::nullopt;
    const std::string_view number = text.substr(code_size + 1);
    const std::size_t point = number.find('.');
    std::string_view whole = number.substr(0, point);
    std::string_view part = point == std::string_view::npos ? std::string_view() : number.substr(point + 1);
    if (!are_digits(whole) || !are_digits(part) || whole.size() + part.size() == 0) return std::nullopt;
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    part = part.substr(0, part.find_last_not_of('0') + 1);
    std::string amount(text.substr(0, code_size + 1));
    amount += whole.empty() ? "0" : whole;
    if (!part.empty()) amount.append(".").append(part);
    return amount;
}

Literal to_amount(std::string_view currency, double amount) {
    std::string digits = std::to_string(std::llround(amount * parts));
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
    return {normalise_amount(std::string(currency) + ' ' + digits).value_or(std::string()), Datatype::amount_of_money};
}

}  // namespace lede
