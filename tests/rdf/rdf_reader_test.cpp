#include <string>
#include <support/catch.hpp>
#include <tuple>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/rdf/rdf_reader.hpp>

using namespace lede;

namespace {

std::vector<std::string> read(const std::string& text, Syntax syntax) {
    std::vector<std::string> lines;
    read_rdf(text, syntax, {"f.ttl", "p", {}, {}, {}},
             [&](const Quad& quad, std::size_t line) { lines.push_back(std::to_string(line) + " " + to_nquad(quad)); });
    return lines;
}

}  // namespace

TEST_CASE("Statements come with the line on which they end", "[reader]") {
    const std::string text =
        "\xEF\xBB\xBF@prefix a: <http://a/> .\n# a comment\na:s a a:C ;\n  a:p \"x\"@EN ,\n\n  5 .\r\n<http://a/t> a:p "
        "\"y\\nz\" .";
    CHECK(read(text, Syntax::turtle) ==
          std::vector<std::string>{"3 <http://a/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://a/C> .",
                                   "4 <http://a/s> <http://a/p> \"x\"@en .",
                                   "6 <http://a/s> <http://a/p> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                                   "7 <http://a/t> <http://a/p> \"y\\nz\" ."});
}

TEST_CASE("All four syntaxes are read", "[reader]") {
    const std::string triple = "<http://a> <http://b> <http://c> .";
    for (Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads})
        CHECK(read(triple, syntax) == std::vector<std::string>{"1 " + triple});
    CHECK(read("<http://g> { <http://a> <http://b> <http://c> }", Syntax::trig) ==
          std::vector<std::string>{"1 <http://a> <http://b> <http://c> <http://g> ."});
    CHECK(read("<http://a> <http://b> _:x <http://g> .", Syntax::nquads) ==
          std::vector<std::string>{"1 <http://a> <http://b> _:px <http://g> ."});
    CHECK(read("", Syntax::turtle).empty());
}

TEST_CASE("A syntax error tells path, line and what to do", "[reader]") {
    const std::vector<std::tuple<std::string, std::size_t, std::string>> table{
        {"<http://a> <http://b> \"c\"\n<http://a> <http://b> \"d\" .", 2, "'.'"},
        {"\nx:a x:b x:c .", 2, "@prefix x:"},
        {"<http://a> <http://b c> 1 .", 1, "escape %20"},
        {"<http://a> <http://b> \"c", 1, "end of file"},
        {"\n\n<http://a> <http://b> \"\xFF\" .", 3, "UTF-8"},
        {"<http://a> <http://b> <<( <http://a> <http://b> 1 )>> .", 1, "rdf:reifies"},
    };
    for (const auto& [text, line, part] : table) {
        INFO(text);
        try {
            read(text, Syntax::turtle);
            FAIL("no error");
        } catch (const InputError& error) {
            CHECK(error.path() == "f.ttl");
            CHECK(error.line() == line);
            CHECK(std::string(error.what()).find(part) != std::string::npos);
        }
    }
}

TEST_CASE("What the handler throws comes out of the reader", "[reader]") {
    const auto handler = [](const Quad&, std::size_t) { throw Error("enough"); };
    CHECK_THROWS_WITH(read_rdf("<http://a> <http://b> 1 .", Syntax::turtle, {}, handler), "enough");
}

TEST_CASE("A reifier of RDF 1.2 is read as a reification, in Turtle and in N-Triples", "[reader]") {
    const std::vector<std::string> expected{
        "<http://r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <http://s> .",
        "<http://r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> .",
        "<http://r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> \"<<( a \\\" )>>\"@en .",
        "<http://r> <http://p> \"<<( no term\" ."};
    const std::string turtle =
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . # <<( comment\n"
        "<http://r>\n rdf:reifies <<( <http://s> a \"<<( a \\\" )>>\"@en )>> ; <http://p> \"<<( no term\" .";
    std::vector<std::string> lines;
    const auto collect = [&](const Quad& quad, std::size_t) { lines.push_back(to_nquad(quad)); };
    read_rdf(turtle, Syntax::turtle, {}, collect);
    CHECK(lines == expected);
    lines.clear();
    const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    read_rdf("<http://r> <" + rdf + "reifies> <<( <http://s> <" + rdf +
                 "type> \"<<( a \\\" )>>\"@en )>> .\n<http://r> <http://p> \"<<( no term\" .\n",
             Syntax::nquads, {}, collect);
    CHECK(lines == expected);
}

TEST_CASE("Brackets that are nested too deep are an error, not a crash; those in strings, IRIs and comments do not count", "[reader]") {
    const auto read = [](const std::string& text) { read_rdf(text, Syntax::turtle, {}, [](const Quad&, std::size_t) {}); };
    const auto repeat = [](const std::string& part, int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += part;
        return text;
    };
    const std::string start = "<http://a> <http://p> ";
    CHECK_NOTHROW(read(start + repeat("[ <http://p> ", 900) + "1" + repeat(" ]", 900) + " ."));
    CHECK_NOTHROW(read(start + "\"" + repeat("[(", 5000) + "\\\"\" , \"\"\"" + repeat("\"[\n", 5000) + "\"\"\" , <http://b#" + repeat("(", 5000) + "> . # " + repeat("[", 5000)));
    CHECK_NOTHROW(read(repeat("[] <http://p> ( 1 ) .\n", 5000)));
    CHECK_THROWS_WITH(read(start + repeat("[ <http://p> ", 100000)), Catch::Contains("nested more than 1000 deep"));
    CHECK_THROWS_WITH(read(start + repeat("( ", 1000000)), Catch::Contains("nested more than 1000 deep"));
}
