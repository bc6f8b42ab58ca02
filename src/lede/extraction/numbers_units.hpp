#pragma once

#include <lede/extraction/numbers.hpp>
#include <lede/extraction/numbers_grammar.hpp>

namespace lede {

/// The unit that units.tsv gives to "a.m." and its like: no number, but a time.
inline constexpr std::string_view time_of_day = "time of day";

bool is_currency(const NumberLists& lists, const Atom& atom);

/// Sets unit_lemma and unit_token of a mention to the noun that its number counts: by a sign or a hyphen beside it, by
/// the tree, or else the nearest noun behind it. For a label ("Season 5") it is the noun before, and the number becomes
/// an ordinal.
void find_unit(const Document& document, const Atoms& atoms, Span sentence, const NumberForm& form,
               const NumberLists& lists, NumberMention& mention);

}  // namespace lede
