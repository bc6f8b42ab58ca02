#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <lede/model/literal.hpp>

namespace lede {

/// Greater amounts are not made: a long long would not hold their parts.
inline constexpr double greatest_amount = 1e14;

/// The only form of an amount of money, "EUR 12500000" or "EUR 9.5": the currency's code (ISO 4217) and a decimal
/// without zeros at its ends. Also takes zeros at the ends and an empty whole part ("USD .50" gives "USD 0.5"). Nothing
/// for other texts.
std::optional<std::string> normalise_amount(std::string_view text);

/// The literal of an amount from 0 to greatest_amount, rounded to a ten-thousandth of the currency's unit, as no
/// currency has smaller coins.
Literal to_amount(std::string_view currency, double amount);

}  // namespace lede
