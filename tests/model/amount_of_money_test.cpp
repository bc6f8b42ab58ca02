#include <support/catch.hpp>

#include <lede/model/amount_of_money.hpp>

using namespace lede;

TEST_CASE("An amount of money has one form, exact to its smallest coin", "[literal]") {
    CHECK(to_amount("EUR", 12.5 * 1e6).lexical == "EUR 12500000");
    CHECK(to_amount("EUR", 1.1 * 1e6).lexical == "EUR 1100000");
    CHECK(to_amount("GBP", 9.99).lexical == "GBP 9.99");
    CHECK(to_amount("GBP", 20 * 0.01).lexical == "GBP 0.2");
    CHECK(to_amount("KWD", 0.0625).lexical == "KWD 0.0625");
    CHECK(to_amount("USD", 0).lexical == "USD 0");
    CHECK(to_amount("USD", greatest_amount).lexical == "USD 100000000000000");
    CHECK(to_amount("USD", 1).datatype == Datatype::amount_of_money);
}

TEST_CASE("Other ways to write an amount are brought into its form", "[literal]") {
    CHECK(normalise_amount("EUR 012.50") == "EUR 12.5");
    CHECK(normalise_amount("EUR .5") == "EUR 0.5");
    CHECK(normalise_amount("EUR 5.") == "EUR 5");
    CHECK(normalise_amount("EUR 0.00") == "EUR 0");
    for (const char* text : {"", "EUR", "EUR ", "EUR .", "EUR 1,000", "EUR 1.2.3", "euro 5", "EUR  5", "5 EUR"})
        CHECK_FALSE(normalise_amount(text));
}
