#include <string>
#include <support/catch.hpp>

#include <lede/model/date.hpp>
#include <lede/model/facts.hpp>

using namespace lede;

namespace {

std::string read(const char* text) {
    const auto date = parse_date(text);
    return date ? to_string(*date) : "none";
}

}  // namespace

TEST_CASE("Dates of ISO 8601 are read in three precisions and checked against the calendar", "[date]") {
    CHECK(read("2023") == "2023");
    CHECK(read("2023-04") == "2023-04");
    CHECK(read("2023-04-27") == "2023-04-27");
    CHECK(read("2023-04-27T10:00:00Z") == "2023-04-27");
    CHECK(read("2023-04-27 10:00") == "2023-04-27");
    CHECK(read("2024-02-29") == "2024-02-29");
    for (const auto* bad : {"", "x", "23", "2023-13", "2023-00", "2023-02-29", "1900-02-29", "2023-4-1", "2023-04-31",
                            "20230427", "2023-04-27x", "0000"}) {
        CHECK(read(bad) == "none");
    }
}

TEST_CASE("Days are counted from 1970 and back", "[date]") {
    CHECK(to_days({1970, 1, 1}) == 0);
    CHECK(to_days({2000, 3, 1}) == 11017);
    CHECK(to_days({1969, 12, 31}) == -1);
    for (std::int32_t day = -200000; day < 200000; day += 17) CHECK(to_days(from_days(day)) == day);
}

TEST_CASE("Weekdays and months are reckoned over year ends", "[date]") {
    CHECK(weekday({2023, 4, 27}) == 3);
    CHECK(weekday({1970, 1, 1}) == 3);
    CHECK(weekday({1969, 12, 29}) == 0);
    CHECK(to_string(add_months({2023, 1, 31}, 1)) == "2023-02-28");
    CHECK(to_string(add_months({2023, 1, 15}, -1)) == "2022-12-15");
    CHECK(to_string(add_months({2023, 11, 0}, 14)) == "2025-01");
    CHECK(to_string(add_months({2023, 0, 0}, -12)) == "2022");
}

TEST_CASE("Literals carry the datatype of their precision", "[date]") {
    CHECK(to_literal(Date{2023, 4, 27}).datatype == Datatype::date);
    CHECK(to_literal(Date{2023, 4, 0}).datatype == Datatype::year_month);
    CHECK(to_literal(Date{2023, 0, 0}).datatype == Datatype::year);
    CHECK(to_literal(-5LL).lexical == "-5");
}

TEST_CASE("A fact is one line", "[facts]") {
    ArticleFacts article;
    article.entities = {{.name = "Étoile", .aliases = {}, .class_iri = "", .iri = "", .mentions = {}},
                        {.name = "Amy", .aliases = {}, .class_iri = "", .iri = "", .mentions = {}}};
    Fact fact;
    fact.property_iri = "https://schema.org/creator";
    fact.object = EntityId{1};
    fact.evidence.push_back({{}, {}, {}, "", 0.93});
    CHECK(to_string(article, fact) == "Étoile | schema:creator | Amy (0.93)");
    fact.object = to_literal(2LL);
    fact.status = Status::denied;
    CHECK(to_string(article, fact) == "Étoile | schema:creator | 2 (0.93) denied");
}
