#include <string>
#include <support/catch.hpp>
#include <support/plain_document.hpp>

#include <lede/extraction/dates.hpp>

using namespace lede;
using lede::test::PlainDocument;

namespace {

const DateFinder& finder() {
    static const DateFinder instance(std::string(LEDE_SOURCE_DIR) + "/src/data/english/lists");
    return instance;
}

/// "words=2023-04-14..2023-04-16~", one a date, divided by "; ".
std::string dump(const Document& document) {
    std::string line;
    for (const DateMention& date : finder().find(document)) {
        if (!line.empty()) line += "; ";
        line +=
            std::string(slice(document.text(), document.span_of(date.first, date.last))) + '=' + to_string(date.value);
        if (date.end) line += ".." + to_string(*date.end);
        if (date.vague) line += '~';
    }
    return line;
}

struct Row {
    const char* text;
    const char* dates;
};

void check(const Row& row, const char* article) {
    PlainDocument document(row.text, article);
    CAPTURE(row.text);
    CHECK(dump(*document) == row.dates);
}

}  // namespace

TEST_CASE("DateFinder reads full dates in the forms of newspapers") {
    for (const Row& row : {
             Row{"It opens April 14, 2023, in Rome.", "April 14, 2023=2023-04-14"},
             {"It opened on 14 April 2023.", "14 April 2023=2023-04-14"},
             {"It opened on Apr. 14, 2023.", "Apr. 14, 2023=2023-04-14"},
             {"It opened on 2023-04-14 in Rome.", "2023-04-14=2023-04-14"},
             {"It opened on 4/14/2023 in Rome.", "4/14/2023=2023-04-14"},
             {"It opened on 14/4/2023 in Rome.", "14/4/2023=2023-04-14"},
             {"It opened on 14.04.2023 in Rome.", "14.04.2023=2023-04-14"},
             {"It opened on the 14th of April, 2023.", "14th of April, 2023=2023-04-14"},
             {"On Friday, April 14, 2023, it opened.", "Friday, April 14, 2023=2023-04-14"},
             {"It ran from 3 to 9 May 2020.", "3 to 9 May 2020=2020-05-03..2020-05-09"},
             {"It ran May 3–9, 2020.", "May 3–9, 2020=2020-05-03..2020-05-09"},
             {"It ran from December 28 to January 3, 2024.", "December 28 to January 3, 2024=2023-12-28..2024-01-03"},
             {"It was due on 31 February 2020.", "February 2020=2020-02"},
         }) {
        check(row, "2023-04-27");
        check(row, "");
    }
}

TEST_CASE("DateFinder takes the year of a date without one from the article and the tense") {
    for (const Row& row : {
             Row{"It opened on April 14.", "April 14=2023-04-14"},
             {"It opened on the 14th of April.", "14th of April=2023-04-14"},
             {"It will open on 3 January.", "3 January=2024-01-03"},
             {"It opened on December 30.", "December 30=2022-12-30"},
             {"The award, presented in October, was hers.", "October=2022-10"},
             {"The award will be presented in October.", "October=2023-10"},
             {"She died last March.", "March=2023-03"},
             {"She is due to return next March.", "March=2024-03"},
             {"It opened on March 25 last year and closes on 3 March next year.",
              "March 25 last year=2022-03-25; 3 March next year=2024-03-03"},
             {"It was to be shown on Christmas Eve.", "Christmas Eve=2022-12-24"},
             {"It will run from 3 to 9 May.", "3 to 9 May=2023-05-03..2023-05-09"},
         }) {
        check(row, "2023-04-27");
    }
}

TEST_CASE("DateFinder resolves days of the week by tense") {
    // 27 April 2023 was a Thursday.
    for (const Row& row : {
             Row{"He resigned on Friday.", "Friday=2023-04-21"},
             {"He said on Thursday that he would stay.", "Thursday=2023-04-27"},
             {"It will open on Friday.", "Friday=2023-04-28"},
             {"He will resign on Friday, he said on Tuesday.", "Friday=2023-04-28; Tuesday=2023-04-25"},
             {"The report is to be published on Monday.", "Monday=2023-05-01"},
             {"It closes next Friday.", "next Friday=2023-04-28"},
             {"Wednesday's final is what she wants to win.", "Wednesday=2023-04-26"},
             {"He left last Thursday.", "last Thursday=2023-04-20"},
             {"It is shown every Friday; Black Friday is quiet.", ""},
         }) {
        check(row, "2023-04-27");
    }
}

TEST_CASE("DateFinder resolves relative dates against the article's date") {
    for (const Row& row : {
             Row{"He left yesterday.", "yesterday=2023-04-26"},
             {"It opens today; tomorrow it closes.", "today=2023-04-27; tomorrow=2023-04-28"},
             {"They won last night.", "last night=2023-04-26"},
             {"They won last week.", "last week=2023-04~"},
             {"It opens later this month.", "this month=2023-04"},
             {"It closed last year.", "last year=2022"},
             {"It opens early next year.", "next year=2024"},
             {"It closed last month.", "last month=2023-03"},
             {"It closed two years ago.", "two years ago=2021~"},
             {"It closed three days ago.", "three days ago=2023-04-24"},
             {"Last summer it closed.", "Last summer=2022~"},
         }) {
        check(row, "2023-04-27");
    }
    check({"It closed yesterday, last year or on Friday.", ""}, "");
}

TEST_CASE("DateFinder reads months, years, decades and ranges of them") {
    for (const Row& row : {
             Row{"It opened in March 2021.", "March 2021=2021-03"},
             {"It opened in the summer of 2020.", "summer of 2020=2020~"},
             {"It ran from 2019 to 2022.", "2019 to 2022=2019..2022"},
             {"Plain Things (1945–1970) and More (2019-22).", "1945–1970=1945..1970; 2019-22=2019..2022"},
             {"In the 1990s she sang.", "1990s=1990..1999~"},
             {"In the mid-1980s she sang.", "1980s=1980..1989~"},
             {"It will follow in Q3 2024.", "Q3 2024=2024~"},
             {"Founded in 2009, it grew.", "2009=2009"},
             {"It follows Winter Phone (2020).", "2020=2020"},
             {"The 2019 film and its 2021 sequel failed.", "2019=2019; 2021=2021"},
         }) {
        check(row, "");
    }
}

TEST_CASE("DateFinder takes no quantity, verb or name for a date") {
    for (const char* text :
         {"It has 2,000 people and 1999 employees.", "He may march in august company.", "May he rest.",
          "It cost $2000 and weighed 1900 kilograms.", "The score was 3-1.", "Call 9-1-1 at 10:30.",
          "April Jones and June Smith won.", "It sold 2000 copies of 1.2019 units.", "A group of 2000 people met."}) {
        check({text, ""}, "2023-04-27");
    }
    PlainDocument document("She wrote Friday Night Lights.", "2023-04-27");
    document.add_name("Friday Night Lights", "work");
    CHECK(dump(*document).empty());
}
