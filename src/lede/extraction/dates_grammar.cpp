#include <algorithm>

#include <lede/extraction/dates_grammar.hpp>

namespace lede {
namespace {

Date make_date(int year, int month, int day) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

/// Whether a date without a year, or with one, exists in the calendar; a leap year is assumed if it has none.
bool exists(Date date) {
    constexpr int some_leap_year = 2000;
    if (date.year == 0) date.year = some_leap_year;
    return parse_date(to_string(date)).has_value();
}

/// Two digits of a year as POSIX reads them: 69 to 99 are of the 20th century.
int full_year(int two_digits) {
    return two_digits < 69 ? 2000 + two_digits : 1900 + two_digits;
}

}  // namespace

std::optional<DateForm> DateGrammar::read(std::uint32_t at) const {
    using Reader = std::optional<DateForm> (DateGrammar::*)(std::uint32_t) const;
    static constexpr Reader digits[] = {&DateGrammar::numeric,    &DateGrammar::day_first, &DateGrammar::ago,
                                        &DateGrammar::year_range, &DateGrammar::decade,    &DateGrammar::lone_year};
    static constexpr Reader words[] = {&DateGrammar::month_first, &DateGrammar::day_first,   &DateGrammar::month_year,
                                       &DateGrammar::holiday,     &DateGrammar::season_year, &DateGrammar::named_day,
                                       &DateGrammar::stepped,     &DateGrammar::ago,         &DateGrammar::day_of_week};
    const Atom& atom = atoms_[at];
    if (atom.kind == Atom::Kind::mark) return atom.is("'") ? decade(at) : std::nullopt;
    if (atom.is_number()) {
        for (const Reader reader : digits) {
            if (auto form = (this->*reader)(at)) return form;
        }
        return std::nullopt;
    }
    for (const Reader reader : words) {
        if (auto form = (this->*reader)(at)) return form;
    }
    return std::nullopt;
}

/// 2023-04-14, 4/14/2023, 14/4/2023, 14.4.2023, 4/14/23. Where both are possible, "/" puts the month first, "." the
/// day.
std::optional<DateForm> DateGrammar::numeric(std::uint32_t at) const {
    if (at + 4 >= end_) return std::nullopt;
    const Atom& mark = atoms_[at + 1];
    if (!(mark.is("-") || mark.is("/") || mark.is(".")) || !atoms_[at + 3].is(mark.word)) return std::nullopt;
    for (std::uint32_t i = at + 1; i <= at + 4; ++i) {
        if (!atoms_[i].glued || ((i - at) % 2 == 0 && !atoms_[i].is_number())) return std::nullopt;
    }
    if (!stands_alone(at, at + 5)) return std::nullopt;
    const int first = to_number(atoms_[at].word);
    const int second = to_number(atoms_[at + 2].word);
    const int third = to_number(atoms_[at + 4].word);
    const std::size_t year_size = atoms_[at + 4].word.size();
    DateForm form{.first = at, .last = at + 5};
    if (atoms_[at].word.size() == 4) {
        form.value = make_date(first, second, third);
    } else if (year_size == 4 || (year_size == 2 && mark.is("/"))) {
        const int year = year_size == 4 ? third : full_year(third);
        const bool month_leads = second > 12 || (first <= 12 && mark.is("/"));
        form.value = month_leads ? make_date(year, first, second) : make_date(year, second, first);
    }
    if (form.value.year == 0 || !exists(form.value)) return std::nullopt;
    return form;
}

/// Adds ", 2023", "2023" or "of 2023" behind a date that has none.
std::optional<DateForm> DateGrammar::with_year(DateForm form) const {
    std::uint32_t at = skip(form.last, ",");
    if (at == form.last && form.value.day == 0) at = skip(at, "of");
    if (const auto stated = year(at)) {
        form.value.year = static_cast<std::int16_t>(stated->value);
        if (form.end) form.end->year = form.value.year;
        form.last = stated->next;
    } else {
        form.need = DateNeed::year;
        if (const auto step = step_of_year(skip(form.last, "of"))) {
            form.year_step = step->value;
            form.last = step->next;
        }
    }
    if (!exists(form.value) || (form.end && !exists(*form.end))) return std::nullopt;
    // "December 28 to January 3, 2024" begins in the year before.
    if (form.end && form.end->month < form.value.month && form.need == DateNeed::nothing) --form.value.year;
    return form;
}

/// [Friday,] April 14[th] [– 16 | and 16 | – May 2][, 2023]
std::optional<DateForm> DateGrammar::month_first(std::uint32_t at) const {
    std::uint32_t next = at;
    const auto of_week = weekday(at);
    if (of_week) next = skip(of_week->next, ",");
    const auto of_year = month(next);
    if (!of_year) return std::nullopt;
    const auto first = day(of_year->next);
    if (!first) return std::nullopt;
    DateForm form{.first = at, .last = first->next, .value = make_date(0, of_year->value, first->value)};
    const auto behind = is(first->next, "and") ? std::optional(first->next + 1) : range_mark(first->next);
    if (behind) {
        const auto other = month(*behind);
        const auto last = day(other ? other->next : *behind);
        const bool pair = !is(first->next, "and") || !other;  // "May 3 and June 4" are two dates
        if (last && pair && !month(last->next)) {
            form.end = make_date(0, other ? other->value : of_year->value, last->value);
            form.last = last->next;
        }
    }
    return with_year(form);
}

/// [Friday,] [the] 14[th] [of] April[,] [2023]; 3-9 May; 30 April to 3 May; 3 and 4 May gives the range.
std::optional<DateForm> DateGrammar::day_first(std::uint32_t at) const {
    std::uint32_t next = at;
    if (const auto of_week = weekday(at)) next = skip(skip(of_week->next, ","), "the");
    const auto first = day(next);
    if (!first) return std::nullopt;
    DateForm form{.first = at};
    auto of_year = month(skip(first->next, "of"));
    const auto behind =
        is(first->next, "and") ? std::optional(first->next + 1) : range_mark(of_year ? of_year->next : first->next);
    const auto last = behind ? day(*behind) : std::nullopt;
    const auto end_month = last ? month(skip(last->next, "of")) : std::nullopt;
    if (!of_year && !end_month) return std::nullopt;
    if (end_month) form.end = make_date(0, end_month->value, last->value);
    if (!of_year) of_year = end_month;
    form.value = make_date(0, of_year->value, first->value);
    form.last = end_month ? end_month->next : of_year->next;
    return with_year(form);
}

/// Whether the name of a month is one without a day or year beside it: it stands behind a preposition or a word of time
/// ("in March", "last May", "early June"), or can mean nothing else and no name follows.
bool DateGrammar::may_stand_alone(std::uint32_t at) const {
    const Atom* before = get(at - 1);
    const std::string_view word = before != nullptr ? before->word : std::string_view();
    const std::string_view kind = lists_.years.value(word);
    if (kind == "time" || lists_.steps.contains(word)) return true;
    const Atom* after = get(at + 1);
    if (after != nullptr && after->kind == Atom::Kind::letters && after->capital) return false;
    if (kind == "before") return true;
    return lists_.months.value(atoms_[at].word, 2) == "no" && (before == nullptr || !before->capital);
}

/// March 2021; March of 2021; March to May 2021; in March; last March
std::optional<DateForm> DateGrammar::month_year(std::uint32_t at) const {
    const auto first = month(at);
    if (!first) return std::nullopt;
    DateForm form{.first = at, .last = first->next, .value = make_date(0, first->value, 0)};
    if (const auto behind = range_mark(first->next)) {
        if (const auto last = month(*behind); last && !day(last->next)) {
            form.end = make_date(0, last->value, 0);
            form.last = last->next;
        }
    }
    auto complete = with_year(form);
    if (!complete || complete->need == DateNeed::nothing) return complete;
    if (!complete->year_step && !may_stand_alone(at)) return std::nullopt;
    if (const Atom* before = get(at - 1)) {
        if (const WordList::Row* row = lists_.steps.find(before->word)) complete->step = DateLists::number(*row, 1);
    }
    return complete;
}

/// Christmas Eve [2023]
std::optional<DateForm> DateGrammar::holiday(std::uint32_t at) const {
    if (!atoms_[at].capital) return std::nullopt;
    std::string phrase;
    constexpr std::uint32_t longest = 5;  // "new year ' s day"
    for (std::uint32_t next = at; next < std::min(end_, at + longest); ++next) {
        if (next > at && !atoms_[next].glued) phrase += ' ';
        phrase += atoms_[next].word;
        if (const WordList::Row* row = lists_.holidays.find(phrase)) {
            DateForm form{.first = at, .last = next + 1};
            form.value = make_date(0, DateLists::number(*row, 1), DateLists::number(*row, 2));
            return with_year(form);
        }
    }
    return std::nullopt;
}

}  // namespace lede
