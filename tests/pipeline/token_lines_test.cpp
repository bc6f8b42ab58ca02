#include <string>
#include <support/catch.hpp>

#include <lede/pipeline/token_lines.hpp>

using namespace lede;

TEST_CASE("A line of tokens is read with its signs and written as it was given") {
    TokenLine line("Acme -LRB- a `` firm '' -RRB- owns 1\\/2\tof it .");
    const Document& document = line.document();
    REQUIRE(document.tokens.size() == 12);
    CHECK(document.text() == "Acme ( a \" firm \" ) owns 1/2 of it .");
    CHECK(line.given(1) == "-LRB-");
    OpenTuple tuple;
    tuple.confidence = 0.5;
    tuple.predicate = {7};
    tuple.subject.words = {0, 1, 2, 3, 4, 5, 6};
    tuple.arguments = {{{8, 9, 10}, {}, 8, OpenRole::object}};
    CHECK(
        to_line(document, tuple, [&](std::uint32_t i) { return line.given(i); }) ==
        "Acme -LRB- a `` firm '' -RRB- owns 1\\/2 of it .\t0.500\towns\tAcme -LRB- a `` firm '' -RRB-\t1\\/2 of it\n");
}

TEST_CASE("A line without tokens has no sentence") {
    TokenLine line(" \t\r");
    CHECK(line.document().tokens.empty());
    CHECK(line.document().sentences.empty());
}
