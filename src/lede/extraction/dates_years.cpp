#include <lede/extraction/dates_grammar.hpp>

namespace lede {
namespace {

/// Bounds of a year that needs no word of time beside it; outside, four digits are more often a quantity.
constexpr int first_common_year = 1800;
constexpr int last_common_year = 2060;

Date year_date(int year) {
    return {static_cast<std::int16_t>(year), 0, 0};
}

}  // namespace

/// summer 2020; the summer of 2020; Q3 2024
std::optional<DateForm> DateGrammar::season_year(std::uint32_t at) const {
    std::uint32_t next = at + 1;
    if (is(at, "q") && glued(next) && atoms_[next].is_number()) {
        ++next;
    } else if (lists_.units.value(atoms_[at].word) != "season") {
        return std::nullopt;
    }
    const auto stated = year(skip(skip(next, ","), "of"));
    if (!stated) return std::nullopt;
    return DateForm{.first = at, .last = stated->next, .value = year_date(stated->value), .vague = true};
}

/// 1990s; mid-1990s; the '90s; the 90s
std::optional<DateForm> DateGrammar::decade(std::uint32_t at) const {
    const bool apostrophe = is(at, "'");
    const std::uint32_t number = apostrophe ? at + 1 : at;
    const Atom* atom = get(number);
    if (atom == nullptr || !atom->is_number() || (apostrophe && !glued(number))) return std::nullopt;
    std::uint32_t next = number + 1;
    if (glued(next) && is(next, "'")) ++next;
    if (!glued(next) || !is(next, "s") || atom->word.back() != '0') return std::nullopt;
    int first = to_number(atom->word);
    if (atom->word.size() == 2) {
        if (!apostrophe && !is(at - 1, "the")) return std::nullopt;
        constexpr int first_of_last_century = 30;  // "the 20s" are ours, "the 30s" are not
        first += first >= first_of_last_century ? 1900 : 2000;
    } else if (atom->word.size() != 4 || first > last_common_year || apostrophe) {
        return std::nullopt;
    }
    return DateForm{
        .first = at, .last = next + 1, .value = year_date(first), .end = year_date(first + 9), .vague = true};
}

/// 2019-2022; 2019–22; from 2019 to 2022; between 2019 and 2022
std::optional<DateForm> DateGrammar::year_range(std::uint32_t at) const {
    const auto first = year(at);
    if (!first || first->value < first_common_year) return std::nullopt;
    std::optional<Part> last;
    if (const auto behind = range_mark(first->next)) {
        last = year(*behind);
        const Atom* atom = get(*behind);
        if (!last && is(first->next, "-") && atom != nullptr && atom->glued && atom->is_number() &&
            atom->word.size() == 2 && stands_alone(*behind, *behind + 1)) {
            last = Part{first->value / 100 * 100 + to_number(atom->word), *behind + 1};
        }
    } else if (is(at - 1, "between") && is(first->next, "and")) {
        last = year(first->next + 1);
    }
    if (!last || last->value <= first->value || last->value > last_common_year) return std::nullopt;
    return DateForm{.first = at, .last = last->next, .value = year_date(first->value), .end = year_date(last->value)};
}

/// 2019, where its neighbours make it a year.
std::optional<DateForm> DateGrammar::lone_year(std::uint32_t at) const {
    const auto stated = year(at);
    if (!stated || !is_year_here(at, stated->next)) return std::nullopt;
    return DateForm{.first = at, .last = stated->next, .value = year_date(stated->value)};
}

bool DateGrammar::is_year_here(std::uint32_t at, std::uint32_t next) const {
    const int value = to_number(atoms_[at].word);
    const bool common = value >= first_common_year && value <= last_common_year;
    const Atom* before = get(at - 1);
    const Atom* after = get(next);
    const bool word_follows = after != nullptr && after->kind == Atom::Kind::letters;
    const bool closes = after == nullptr || after->kind == Atom::Kind::mark;
    if (before == nullptr) return common && word_follows && !after->word.ends_with("s");
    if (before->kind == Atom::Kind::mark) {
        const bool divides = before->is("(") || before->is(",") || before->is("-") || before->is("[") ||
                             before->is(";") || before->is("/");
        if (divides) return common && (closes || before->is("-") || is(next, "and"));
    }
    const std::string_view kind = lists_.years.value(before->word);
    if (kind == "time") return common || closes;
    if (kind == "before") return common;
    if (kind == "determiner") return common && word_follows;
    // "Euro 2024", "the World Cup 2022": a name that ends in its year.
    return common && before->kind == Atom::Kind::letters && before->capital && at - 1 > begin_;
}

}  // namespace lede
