#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/ontology/read_ontology.hpp>

using namespace lede;

TEST_CASE("A counter-example may have no marks, an example may not") {
    std::string problem;
    const auto example = parse_example("Nobody was born in Ghent.", problem, false);
    REQUIRE(example);
    CHECK(example->marked() == "Nobody was born in Ghent.");
    CHECK_FALSE(parse_example("Nobody was born in Ghent.", problem));
    CHECK_FALSE(parse_example("{Anna|subject} left.", problem, false));
}

TEST_CASE("An example's marks become spans in its text, in either order", "[example]") {
    std::string problem;
    const auto example = parse_example("{Étoile|subject} is on {Prime Video|object}.", problem);
    REQUIRE(example);
    CHECK(example->text == "Étoile is on Prime Video.");
    CHECK(slice(example->text, example->subject) == "Étoile");
    CHECK(slice(example->text, example->object) == "Prime Video");
    for (const char* marked : {"{Étoile|subject} is on {Prime Video|object}.", "On {A|object} is {B|subject}",
                               "{A|object}{B|subject}", "{a|b|subject} {c|object}"}) {
        const auto one = parse_example(marked, problem);
        REQUIRE(one);
        CHECK(one->marked() == marked);
    }
}

TEST_CASE("An example of another form says what is wrong with it", "[example]") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"No marks.", "no subject"},
        {"{A|subject} alone", "no object"},
        {"{A|subject} {B|subject}", "two marks"},
        {"{A|agent} {B|object}", "'agent'"},
        {"{A} {B|object}", "without its role"},
        {"{A|subject} {B|object", "without its '}'"},
        {"{A|subject} B|object}", "without its '{'"},
        {"{A {x|subject} {B|object}", "inside a mark"},
        {"{|subject} {B|object}", "without words"},
        {"{  |subject} {B|object}", "without words"},
    };
    for (const auto& [marked, part] : table) {
        std::string problem;
        INFO(marked);
        CHECK_FALSE(parse_example(marked, problem));
        CHECK(problem.find(part) != std::string::npos);
    }
}
