#pragma once

#include <filesystem>

#include <lede/base/word_list.hpp>

namespace lede {

/// The word lists of the date finder; each file says in its head what it holds.
struct DateLists {
    explicit DateLists(const std::filesystem::path& folder)
        : months(folder / "months.tsv", 3),
          weekdays(folder / "weekdays.tsv", 2),
          weekday_names(folder / "weekday_names.tsv"),
          holidays(folder / "holidays.tsv", 3),
          units(folder / "date_units.tsv", 3),
          steps(folder / "date_steps.tsv", 2),
          words(folder / "date_words.tsv", 2),
          years(folder / "year_contexts.tsv", 2),
          tenses(folder / "tense_words.tsv", 2),
          numbers(folder / "number_words.tsv", 3) {
        check(months, 1, folder);
        check(weekdays, 1, folder);
        check(holidays, 1, folder);
        check(holidays, 2, folder);
        check(units, 2, folder);
        check(steps, 1, folder);
        check(words, 1, folder);
    }

    WordList months, weekdays, weekday_names, holidays, units, steps, words, years, tenses, numbers;

    /// The number in a field of an entry whose form was checked when the lists were read.
    static int number(const WordList::Row& row, std::size_t field) { return number_field(row, field, {}); }

  private:
    static void check(const WordList& list, std::size_t field, const std::filesystem::path& folder) {
        for (const WordList::Row& row : list.rows()) number_field(row, field, folder);
    }
};

}  // namespace lede
