#pragma once

#include <string_view>

#include <lede/model/literal.hpp>

namespace lede {

/// Whether the text is a lexical form of the datatype (XML Schema 1.1 part 2, section 3): no xsd:date is 2023-02-31.
/// An amount of money is one in its only form (amount_of_money.hpp). Time zones are allowed behind dates. Years have
/// four digits, or more without a zero in front.
bool is_lexical_form(std::string_view text, Datatype datatype);

/// Whether one date lies in the other, or is it: 1971-03-02 and 1971. The texts are ISO 8601 of any precision.
bool is_same_date(std::string_view a, std::string_view b);

}  // namespace lede
