#include <lede/extraction/dates_grammar.hpp>

namespace lede {

/// Whether no digit, letter or sign of currency touches the atoms from outside. A dash may: "2019-2022", "mid-2023".
bool DateGrammar::stands_alone(std::uint32_t first, std::uint32_t last) const {
    if (glued(first)) {
        const Atom& before = atoms_[first - 1];
        const bool opens = before.is("(") || before.is("-") || before.is("'") || before.is("\"") || before.is("[") ||
                           before.is("“") || before.is("/") || before.is(",") || before.is("«");
        if (!opens) return false;
        if ((before.is(",") || before.is("/")) && glued(first - 1) && atoms_[first - 2].is_number()) return false;
    }
    if (!glued(last)) return true;
    const Atom& after = atoms_[last];
    if (after.kind != Atom::Kind::mark || after.is("%")) return false;
    const bool joins = after.is(".") || after.is(",") || after.is(":") || after.is("/");
    return !(joins && glued(last + 1) && atoms_[last + 1].is_number());
}

/// The atom behind a dash, "to", "through" or "until" between two dates of a range.
std::optional<std::uint32_t> DateGrammar::range_mark(std::uint32_t at) const {
    if (is(at, "-") || is(at, "to") || is(at, "through") || is(at, "until")) return at + 1;
    return std::nullopt;
}

std::optional<DateGrammar::Part> DateGrammar::month(std::uint32_t at) const {
    const Atom* atom = get(at);
    if (atom == nullptr || !atom->capital || (glued(at) && atoms_[at - 1].kind != Atom::Kind::mark))
        return std::nullopt;
    const WordList::Row* row = lists_.months.find(atom->word);
    if (row == nullptr) return std::nullopt;
    constexpr std::size_t longest_abbreviation = 4;
    const bool stop =
        atom->word.size() <= longest_abbreviation && is(at + 1, ".") && glued(at + 1) && get(at + 2) != nullptr;
    return Part{DateLists::number(*row, 1), at + (stop ? 2 : 1)};
}

std::optional<DateGrammar::Part> DateGrammar::day(std::uint32_t at) const {
    const Atom* atom = get(at);
    if (atom == nullptr || !atom->is_number() || atom->word.size() > 2) return std::nullopt;
    const int value = to_number(atom->word);
    if (value < 1 || value > 31) return std::nullopt;
    std::uint32_t next = at + 1;
    if (glued(next) && (is(next, "st") || is(next, "nd") || is(next, "rd") || is(next, "th"))) ++next;
    if (!stands_alone(at, next)) return std::nullopt;
    return Part{value, next};
}

std::optional<DateGrammar::Part> DateGrammar::year(std::uint32_t at) const {
    const Atom* atom = get(at);
    if (atom == nullptr || !atom->is_number() || atom->word.size() != 4 || !stands_alone(at, at + 1))
        return std::nullopt;
    const int value = to_number(atom->word);
    constexpr int earliest = 1000;
    constexpr int latest = 2199;
    if (value < earliest || value > latest || is_quantity(at + 1)) return std::nullopt;
    return Part{value, at + 1};
}

/// Whether the word behind a number says that things are counted: "1999 employees".
bool DateGrammar::is_quantity(std::uint32_t next) const {
    const Atom* atom = get(next);
    const bool possessive = glued(next + 1) && is(next + 1, "'");  // "the 1954 children's book"
    return atom != nullptr && !possessive && lists_.years.value(atom->word) == "counted";
}

std::optional<DateGrammar::Part> DateGrammar::weekday(std::uint32_t at) const {
    const Atom* atom = get(at);
    if (atom == nullptr || !atom->capital) return std::nullopt;
    const WordList::Row* row = lists_.weekdays.find(atom->word);
    if (row == nullptr || (at > begin_ && lists_.weekday_names.contains(atoms_[at - 1].word))) return std::nullopt;
    const bool abbreviated = !atom->word.ends_with("day");
    return Part{DateLists::number(*row, 1),
                abbreviated && is(at + 1, ".") && glued(at + 1) && get(at + 2) != nullptr ? at + 2 : at + 1};
}

/// A small whole number in digits or one word; "a" and "an" count one.
std::optional<DateGrammar::Part> DateGrammar::count(std::uint32_t at) const {
    const Atom* atom = get(at);
    if (atom == nullptr || (glued(at) && atoms_[at - 1].kind != Atom::Kind::mark)) return std::nullopt;
    constexpr std::size_t most_digits = 3;
    if (atom->is_number() && atom->word.size() <= most_digits && stands_alone(at, at + 1))
        return Part{to_number(atom->word), at + 1};
    if (atom->is("a") || atom->is("an")) return Part{1, at + 1};
    const WordList::Row* row = lists_.numbers.find(atom->word);
    if (row == nullptr || ((*row)[2] != "unit" && (*row)[2] != "ten")) return std::nullopt;
    return Part{to_number((*row)[1]), at + 1};
}

/// "last year", "next year"
std::optional<DateGrammar::Part> DateGrammar::step_of_year(std::uint32_t at) const {
    const Atom* atom = get(at);
    const WordList::Row* row = atom != nullptr ? lists_.steps.find(atom->word) : nullptr;
    if (row == nullptr || !is(at + 1, "year")) return std::nullopt;
    return Part{DateLists::number(*row, 1), at + 2};
}

}  // namespace lede
