#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/model/lexical_form.hpp>

using namespace lede;

TEST_CASE("A lexical form is told from what only looks like one", "[literal]") {
    struct Case {
        Datatype datatype;
        const char* text;
        bool good;
    };
    const std::vector<Case> cases{
        {Datatype::date, "2023-02-28", true},
        {Datatype::date, "2023-02-31", false},
        {Datatype::date, "2024-02-29", true},
        {Datatype::date, "2023-02-29", false},
        {Datatype::date, "2023-02", false},
        {Datatype::date, "2023-2-1", false},
        {Datatype::date, "2023-02-28Z", true},
        {Datatype::date, "2023-02-28+05:30", true},
        {Datatype::date, "2023-02-28+25:30", false},
        {Datatype::date, "0000-02-29", true},
        {Datatype::date, "12023-01-01", true},
        {Datatype::date, "", false},
        {Datatype::year_month, "2023-12", true},
        {Datatype::year_month, "2023-13", false},
        {Datatype::year_month, "2023", false},
        {Datatype::year, "2023", true},
        {Datatype::year, "-0044", true},
        {Datatype::year, "23", false},
        {Datatype::year, "02023", false},
        {Datatype::year, "2023-01", false},
        {Datatype::year, "2023T00:00", false},
        {Datatype::amount_of_money, "EUR 12500000", true},
        {Datatype::amount_of_money, "GBP 9.5", true},
        {Datatype::amount_of_money, "JPY 0", true},
        {Datatype::amount_of_money, "GBP 9.50", false},
        {Datatype::amount_of_money, "GBP 09", false},
        {Datatype::amount_of_money, "GBP .5", false},
        {Datatype::amount_of_money, "eur 5", false},
        {Datatype::amount_of_money, "EUR5", false},
        {Datatype::amount_of_money, "EUR -5", false},
        {Datatype::amount_of_money, "EUR ", false},
        {Datatype::integer, "12", true},
        {Datatype::integer, "-12", true},
        {Datatype::integer, "+12", true},
        {Datatype::integer, "", false},
        {Datatype::integer, "1.0", false},
        {Datatype::integer, "twelve", false},
        {Datatype::decimal, "0.93", true},
        {Datatype::decimal, ".5", true},
        {Datatype::decimal, "5.", true},
        {Datatype::decimal, ".", false},
        {Datatype::decimal, "1e3", false},
        {Datatype::decimal, "", false},
        {Datatype::boolean, "true", true},
        {Datatype::boolean, "yes", false},
        {Datatype::any_uri, "https://e.org/a?b", true},
        {Datatype::any_uri, "not a URL", false},
        {Datatype::string, "", true},
    };
    for (const Case& one : cases) {
        INFO(one.text << " as " << iri_of(one.datatype));
        CHECK(is_lexical_form(one.text, one.datatype) == one.good);
    }
}

TEST_CASE("A date is the same as the year or month that it lies in, and as no other", "[literal]") {
    CHECK(is_same_date("1971", "1971-03-02"));
    CHECK(is_same_date("1971-03-02", "1971-03"));
    CHECK(is_same_date("1971", "1971"));
    CHECK_FALSE(is_same_date("1971", "1972-03-02"));
    CHECK_FALSE(is_same_date("1971-03-02", "1971-03-03"));
    CHECK_FALSE(is_same_date("197", "1971"));
}
