#include <algorithm>
#include <cstdlib>

#include <lede/extraction/atoms.hpp>
#include <lede/extraction/dates.hpp>
#include <lede/extraction/dates_grammar.hpp>
#include <lede/extraction/dates_tense.hpp>

namespace lede {
namespace {

Date at_precision(Date date, DateUnit precision) {
    if (precision != DateUnit::day) date.day = 0;
    if (precision == DateUnit::year) date.month = 0;
    return date;
}

int months_of(Date date) {
    return date.year * 12 + date.month - 1;
}

/// The year that brings a date without one nearest to the article's. The tense decides only where the nearest date
/// contradicts it by more than a few weeks: close to the article, the verb found is more often another one's than the
/// year is wrong.
int choose_year(Date date, Date article, Tense tense) {
    constexpr int weeks_of_doubt = 45;  // days
    constexpr int months_of_doubt =
        130;  // past verbs abound, so that they decide only where both years are about as near
    const auto distance = [&](int year) {
        date.year = static_cast<std::int16_t>(year);
        if (date.day == 0) return (months_of(date) - months_of(article)) * 30;
        return to_days(date) - to_days(article);
    };
    int nearest = article.year;
    for (const int year : {article.year - 1, article.year + 1}) {
        if (std::abs(distance(year)) < std::abs(distance(nearest))) nearest = year;
    }
    if (tense == Tense::future && distance(nearest) < -weeks_of_doubt) return nearest + 1;
    if (tense == Tense::past && distance(nearest) > months_of_doubt) return nearest - 1;
    return nearest;
}

/// "last March" lies before the article, "next March" behind it, "this March" in its year.
int choose_stepped_year(Date date, Date article, int step) {
    if (step < 0) return date.month < article.month ? article.year : article.year - 1;
    if (step > 0) return date.month > article.month ? article.year : article.year + 1;
    return article.year;
}

Date resolve_weekday(const DateForm& form, Date article, Tense tense) {
    constexpr int week = 7;
    const int back = (weekday(article) - *form.weekday + week) % week;
    const int ahead = (week - back) % week;
    int days = tense == Tense::future ? ahead : -back;
    if (form.possessive) days = back <= ahead ? -back : ahead;  // the verb near it says when something else happens
    if (form.step) {
        if (*form.step < 0) days = back == 0 ? -week : -back;
        if (*form.step == 0) days = ahead;
        if (*form.step > 0) days = ahead == 0 ? week : ahead;
    }
    return from_days(to_days(article) + days);
}

/// False if the form cannot be resolved against that date.
bool resolve(DateForm& form, Date article, Tense tense) {
    if (form.need == DateNeed::year) {
        const int year = form.year_step ? article.year + *form.year_step
                         : form.step    ? choose_stepped_year(form.value, article, *form.step)
                                        : choose_year(form.value, article, tense);
        form.value.year = static_cast<std::int16_t>(year);
        if (form.end) form.end->year = static_cast<std::int16_t>(form.end->month < form.value.month ? year + 1 : year);
        return parse_date(to_string(form.value)).has_value();
    }
    if (form.need == DateNeed::weekday) {
        form.value = resolve_weekday(form, article, tense);
        return true;
    }
    if (form.unit == DateUnit::day) {
        form.value = from_days(to_days(article) + *form.step);
    } else {
        form.value = add_months(article, form.unit == DateUnit::year ? *form.step * 12 : *form.step);
    }
    form.value = at_precision(form.value, form.precision);
    return form.value.year > 0;
}

/// Whether tokens [first, last) lie inside a name and do not fill it.
bool inside_name(const std::vector<Name>& names, std::uint32_t first, std::uint32_t last) {
    auto name = std::upper_bound(names.begin(), names.end(), first,
                                 [](std::uint32_t at, const Name& n) { return at < n.first; });
    if (name == names.begin()) return false;
    --name;
    return last <= name->last && last - first < name->last - name->first;
}

bool is_full(const std::optional<Date>& date) {
    return date && date->month != 0 && date->day != 0;
}

}  // namespace

DateFinder::DateFinder(const std::filesystem::path& lists) : lists_(std::make_unique<DateLists>(lists)) {}
DateFinder::~DateFinder() = default;
DateFinder::DateFinder(DateFinder&&) noexcept = default;

std::vector<DateMention> DateFinder::find(const Document& document) const {
    const Atoms atoms(document);
    const std::optional<Date>& article = document.article->info.date;
    std::vector<DateMention> found;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Span sentence = atoms.of_sentence(s);
        const DateGrammar grammar(*lists_, atoms, sentence);
        for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
            auto form = grammar.read(at);
            if (!form) continue;
            const std::uint32_t first = atoms.all()[form->first].token;
            const std::uint32_t last = atoms.all()[form->last - 1].token + 1;
            if (inside_name(document.names, first, last)) continue;
            at = form->last - 1;
            if (form->need != DateNeed::nothing) {
                if (!is_full(article)) continue;
                const Tense tense = find_tense(document, atoms, sentence, form->first, form->last, lists_->tenses);
                if (!resolve(*form, *article, tense)) continue;
            }
            found.push_back({first, last, form->value, form->end, form->vague});
        }
    }
    return found;
}

}  // namespace lede
