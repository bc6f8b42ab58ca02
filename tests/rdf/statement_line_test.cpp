#include <map>
#include <string>
#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/rdf/join_entities.hpp>
#include <lede/rdf/statement_line.hpp>

using namespace lede;

TEST_CASE("A line is split into its terms", "[line]") {
    const StatementParts parts = split_statement(R"(<a> <b> "c \" <d> ."@en <g> .)");
    CHECK(parts.subject == "<a>");
    CHECK(parts.object == R"("c \" <d> ."@en)");
    CHECK(parts.graph == "<g>");
    CHECK(split_statement("_:x <b> <<( <s> <p> \" )>>\" )>> .").object == "<<( <s> <p> \" )>>\" )>>");
    for (const char* wrong : {"", "<a> <b>", "<a> <b> \"c", "<a> <b> <c> <d> <e> .", "<a> <b> <<( <c> ."})
        CHECK_THROWS_AS(split_statement(wrong), Error);
}

TEST_CASE("For TriG the graph stands in front, the default graph first", "[line]") {
    CHECK(to_sortable("<a> <b> <c> <g> .", Syntax::trig) == "<g> <a> <b> <c> .");
    CHECK(to_sortable("<a> <b> <c> .", Syntax::trig) == "! <a> <b> <c> .");
    CHECK(to_sortable("<a> <b> <c> <g> .", Syntax::nquads) == "<a> <b> <c> <g> .");
}

TEST_CASE("IRIs are renamed wherever they stand but in literals", "[line]") {
    const auto find = [](std::string_view iri) { return std::string(iri == "x" ? "y" : ""); };
    CHECK(rename_iris("<x> <p> <x> <g> .", find) == "<y> <p> <y> <g> .");
    CHECK(rename_iris("<a> <p> \"<x>\" .", find) == "<a> <p> \"<x>\" .");
    CHECK(rename_iris("<a> <r> <<( <x> <p> <x> )>> .", find) == "<a> <r> <<( <y> <p> <y> )>> .");
    CHECK(rename_iris("<x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <C> .", find).empty());
}

TEST_CASE("A general entity joins the one special entity of its name", "[join]") {
    const std::map<std::string, int> depth{{"Thing", 0}, {"Work", 1}, {"Film", 2},
                                           {"Book", 2},  {"Saga", 3}, {"Person", 1}};
    const auto is_below = [&](const std::string& a, const std::string& b) {
        if (a == "Person" || b == "Person") return b == "Thing" && a != b;
        if ((a == "Book" || a == "Film" || a == "Saga") && (b == "Book" || b == "Film"))
            return a == "Saga" && b == "Book";
        return depth.at(a) > depth.at(b);
    };
    std::map<std::string, std::string> classes{
        {"b/work/dune", "Work"}, {"b/film/dune", "Film"}, {"b/person/dune", "Person"}};
    CHECK(join_general_entities(classes, "b/", is_below) ==
          std::map<std::string, std::string>{{"b/work/dune", "b/film/dune"}});
    classes["b/book/dune"] = "Book";
    CHECK(join_general_entities(classes, "b/", is_below).empty());
    classes.erase("b/film/dune");
    classes["b/saga/dune"] = "Saga";
    CHECK(join_general_entities(classes, "b/", is_below) ==
          std::map<std::string, std::string>{{"b/work/dune", "b/saga/dune"}, {"b/book/dune", "b/saga/dune"}});
}
