#include <string>

#include <lede/extraction/dates_grammar.hpp>

namespace lede {

/// today, yesterday, tonight, last night, this morning
std::optional<DateForm> DateGrammar::named_day(std::uint32_t at) const {
    const WordList::Row* row = nullptr;
    std::uint32_t next = at + 1;
    if (const Atom* second = get(next); second != nullptr && lists_.steps.contains(atoms_[at].word)) {
        row = lists_.words.find(std::string(atoms_[at].word) + ' ' + std::string(second->word));
        if (row != nullptr) ++next;
    } else {
        row = lists_.words.find(atoms_[at].word);
    }
    if (row == nullptr) return std::nullopt;
    return DateForm{.first = at, .last = next, .need = DateNeed::step, .step = DateLists::number(*row, 1)};
}

/// last week, this month, next year, last summer, next Friday. A step is exact for months and years alone.
std::optional<DateForm> DateGrammar::stepped(std::uint32_t at) const {
    const WordList::Row* row = lists_.steps.find(atoms_[at].word);
    if (row == nullptr) return std::nullopt;
    const int step = DateLists::number(*row, 1);
    if (const auto of_week = weekday(at + 1)) {
        DateForm form = weekday_form(at, *of_week);
        form.step = step;
        return form;
    }
    const Atom* noun = get(at + 1);
    const WordList::Row* unit = noun != nullptr ? lists_.units.find(noun->word) : nullptr;
    if (unit == nullptr || noun->word.ends_with("s")) return std::nullopt;
    DateForm form{.first = at, .last = at + 2, .need = DateNeed::step};
    const int size = DateLists::number(*unit, 2);
    form.step = step * size;
    form.vague = size > 1 || (*unit)[1] == "season";
    if ((*unit)[1] == "days") {
        if (size == 1) return std::nullopt;  // "this day", "next day" are not told from the article's date
        form.precision = DateUnit::month;
    } else if ((*unit)[1] == "months") {
        form.unit = DateUnit::month;
        form.precision = size == 1 ? DateUnit::month : DateUnit::year;
    } else {
        form.unit = form.precision = DateUnit::year;
    }
    return form;
}

/// two years ago, a week ago, three days ago
std::optional<DateForm> DateGrammar::ago(std::uint32_t at) const {
    const auto number = count(at);
    const Atom* noun = number ? get(number->next) : nullptr;
    const WordList::Row* unit = noun != nullptr ? lists_.units.find(noun->word) : nullptr;
    if (unit == nullptr || !is(number->next + 1, "ago")) return std::nullopt;
    DateForm form{.first = at, .last = number->next + 2, .need = DateNeed::step};
    const int size = DateLists::number(*unit, 2);
    form.step = -number->value * size;
    form.vague = (*unit)[1] != "days" || size > 1;
    if ((*unit)[1] == "days") {
        form.precision = size == 1 ? DateUnit::day : DateUnit::month;
    } else {
        form.unit = form.precision = (*unit)[1] == "months" ? DateUnit::month : DateUnit::year;
    }
    return form;
}

/// Friday, on Friday, Friday night
std::optional<DateForm> DateGrammar::day_of_week(std::uint32_t at) const {
    const auto of_week = weekday(at);
    if (!of_week) return std::nullopt;
    DateForm form = weekday_form(at, *of_week);
    form.possessive = glued(form.last) && is(form.last, "'") && is(form.last + 1, "s");
    return form;
}

DateForm DateGrammar::weekday_form(std::uint32_t at, Part day) const {
    return {.first = at, .last = day.next, .need = DateNeed::weekday, .weekday = day.value};
}

}  // namespace lede
