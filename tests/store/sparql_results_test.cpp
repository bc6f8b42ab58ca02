#include <string>
#include <support/catch.hpp>

#include <lede/base/display_width.hpp>
#include <lede/store/construct.hpp>
#include <lede/store/query_text.hpp>
#include <lede/store/results_text.hpp>

using namespace lede;

namespace {

const std::string answer = R"({"head":{"vars":["who","n","x"]},"results":{"bindings":[
{"who":{"type":"uri","value":"https://schema.org/Person"},"n":{"type":"literal","value":"12","datatype":"http://www.w3.org/2001/XMLSchema#integer"},
 "x":{"type":"literal","xml:lang":"EN","value":"a \"b\", c\n d"}},
{"who":{"type":"bnode","value":"genid77"},"n":{"type":"typed-literal","value":"3","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},
{"who":{"type":"bnode","value":"genid77"},"x":{"type":"triple","value":{"subject":{"type":"uri","value":"a:s"},"predicate":{"type":"uri","value":"a:p"},"object":{"type":"literal","value":"o","datatype":"http://www.w3.org/2001/XMLSchema#string"}}}}
]}})";

}  // namespace

TEST_CASE("Solutions are read, and their blank nodes named in the order in which they come") {
    const SparqlResults results = parse_sparql_results(answer);
    CHECK(results.variables == std::vector<std::string>{"who", "n", "x"});
    REQUIRE(results.rows.size() == 3);
    CHECK(results.cell(0, "x")->language == "en");
    CHECK(results.cell(1, "who")->value == "b0");
    CHECK(results.cell(2, "who")->value == "b0");
    CHECK(results.cell(1, "x") == nullptr);
    CHECK(results.cell(1, "nobody") == nullptr);
    CHECK(to_ntriples(*results.cell(2, "x")) == "<<( <a:s> <a:p> \"o\" )>>");
}

TEST_CASE("The answer of an ASK is read, also as Virtuoso gives it") {
    CHECK(*parse_sparql_results(R"({"head":{},"boolean":true})").boolean);
    CHECK_FALSE(*parse_sparql_results(R"({"head":{},"boolean":false})").boolean);
    const std::string odd =
        R"({"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[{"__ASK_RETVAL":{"type":"typed-literal","value":"1"}}]}})";
    CHECK(*parse_sparql_results(odd).boolean);
    CHECK(to_csv(parse_sparql_results(odd)) == "true\n");
    CHECK(to_json(parse_sparql_results(odd)) == "{\"head\":{},\"boolean\":true}\n");
    CHECK(to_table(parse_sparql_results(odd), {}) == "yes\n");
}

TEST_CASE("Every beginning of an answer, and every other shape, is a clear error") {
    for (std::size_t size = 0; size < answer.size(); ++size)
        CHECK_THROWS_AS(parse_sparql_results(std::string_view(answer).substr(0, size)), StoreError);
    for (const char* text : {
             "",
             "<html>",
             "[]",
             "3",
             "{}",
             R"({"head":3})",
             R"({"head":{"vars":"x"}})",
             R"({"boolean":"yes"})",
             R"({"head":{"vars":[1]},"results":{"bindings":[]}})",
             R"({"head":{"vars":["x"]},"results":[]})",
             R"({"head":{"vars":["x"]},"results":{"bindings":[1]}})",
             R"({"head":{"vars":["x"]},"results":{"bindings":[{"y":{"type":"uri","value":"a:b"}}]}})",
             R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri"}}]}})",
             R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":7}}]}})",
             R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"odd","value":"7"}}]}})",
             "{\"head\":{\"vars\":[\"\xFF\"]},\"results\":{\"bindings\":[]}}",
         }) {
        INFO(text);
        CHECK_THROWS_WITH(parse_sparql_results(text), Catch::Contains("not in the JSON format of SPARQL results"));
    }
}

TEST_CASE("Triple terms that are nested without end are refused") {
    std::string term = R"({"type":"uri","value":"a:s"})";
    const std::string leaf = term;
    for (int i = 0; i < 40; ++i)
        term = R"({"type":"triple","value":{"subject":)" + leaf + R"(,"predicate":)" + leaf + R"(,"object":)" + term +
               "}}";
    CHECK_THROWS_WITH(parse_sparql_results(R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":)" + term + "}]}}"),
                      Catch::Contains("too deeply"));
}

TEST_CASE("Solutions are written as CSV, TSV and JSON by the letter of the formats") {
    const SparqlResults results = parse_sparql_results(answer);
    CHECK(to_csv(results) ==
          "who,n,x\r\nhttps://schema.org/Person,12,\"a \"\"b\"\", c\n d\"\r\n_:b0,3,\r\n_:b0,,\"<<( <a:s> <a:p> "
          "\"\"o\"\" )>>\"\r\n");
    CHECK(to_tsv(results) ==
          "?who\t?n\t?x\n<https://schema.org/Person>\t12\t\"a \\\"b\\\", c\\n d\"@en\n_:b0\t3\t\n_:b0\t\t<<( <a:s> "
          "<a:p> \"o\" )>>\n");
    const SparqlResults again = parse_sparql_results(to_json(results));
    CHECK(again.variables == results.variables);
    CHECK(again.rows == results.rows);
}

TEST_CASE("Only what Turtle reads as the same number is bare in TSV") {
    const auto tsv = [](const std::string& value, const std::string& type) {
        const std::string text = to_tsv(
            parse_sparql_results(R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":")" +
                                 value + R"(","datatype":"http://www.w3.org/2001/XMLSchema#)" + type + R"("}}]}})"));
        return text.substr(3, text.size() - 4);
    };
    CHECK(tsv("-7", "integer") == "-7");
    CHECK(tsv("7.5", "decimal") == "7.5");
    CHECK(tsv("1e3", "double") == "1e3");
    CHECK(tsv("7", "decimal") == "\"7\"^^<http://www.w3.org/2001/XMLSchema#decimal>");
    CHECK(tsv("NaN", "double") == "\"NaN\"^^<http://www.w3.org/2001/XMLSchema#double>");
    CHECK(tsv("7", "gYear") == "\"7\"^^<http://www.w3.org/2001/XMLSchema#gYear>");
}

TEST_CASE("A table is aligned by what a terminal shows, shortens IRIs, and cannot steer the terminal") {
    const SparqlResults results = parse_sparql_results(
        R"({"head":{"vars":["name","n"]},"results":{"bindings":[{"name":{"type":"uri","value":"https://schema.org/Person"},"n":{"type":"literal","value":"7"}},
        {"name":{"type":"literal","value":"\u001b[31mÉ\u4e16\u754c"},"n":{"type":"literal","value":"1200"}},{"name":{"type":"uri","value":"http://own/x"}}]}})");
    CHECK(to_table(results, {{{"own", "http://own/"}}, 0}) ==
          "name              n\n-------------  ----\nschema:Person     7\n\uFFFD[31mÉ世界     1200\nown:x\n");
    CHECK(display_width("É世界") == 5);
}

TEST_CASE("The widest cells are cut where a table is wider than the terminal") {
    const std::string text = to_table(
        parse_sparql_results(
            R"({"head":{"vars":["a","b"]},"results":{"bindings":[{"a":{"type":"literal","value":"short"},"b":{"type":"literal","value":"a sentence that does not end before the screen does"}}]}})"),
        {{}, 30});
    CHECK(text == "a      b\n-----  -----------------------\nshort  a sentence that does n…\n");
}

TEST_CASE("The form of a query is found behind prologue and comments") {
    CHECK(find_query_form("# SELECT\nPREFIX a: <http://a#b/>\nbase <x:> select*{}") == QueryForm::select);
    CHECK(find_query_form("ASK{}") == QueryForm::ask);
    CHECK(find_query_form("PREFIX : <a:> CONSTRUCT { } WHERE { }") == QueryForm::construct);
    CHECK(find_query_form("describe<http://a>") == QueryForm::describe);
    CHECK(find_query_form("PREFIX a: <a:> DROP ALL") == QueryForm::update);
    CHECK(find_query_form("hello") == QueryForm::unknown);
    CHECK(find_query_form("") == QueryForm::unknown);
    CHECK(find_query_form("PREFIX") == QueryForm::unknown);
    CHECK(find_query_form("PREFIX a: <") == QueryForm::unknown);
    CHECK(find_prefixes("PREFIX a: <http://a/>\nprefix : <http://b#> SELECT").at("") == "http://b#");
}

TEST_CASE("The place of an error is found in the words of each store") {
    const std::string query = "SELECT * {\n ?s ?p ?o .\n ?s ?p }";
    CHECK(find_error_place("Virtuoso 37000 Error SP030: SPARQL compiler, line 3: syntax error at '}' before '}'",
                           query) == QueryPlace{3, 8});
    CHECK(find_error_place("Encountered \"<EOF>\" at line 1, column 64.\nWas", query) == QueryPlace{1, 64});
    CHECK(find_error_place("Line 2, column 5: Unresolved prefixed name: x:y", query) == QueryPlace{2, 5});
    CHECK(find_error_place("[line: 1, col: 3 ] Broken", query) == QueryPlace{1, 3});
    CHECK(find_error_place("error at 3:8: expected one of", query) == QueryPlace{3, 8});
    CHECK(find_error_place("line 9: syntax error", query) == QueryPlace{3, 0});
    CHECK(find_error_place("out of memory", query) == std::nullopt);
    CHECK(mark_place(query, {3, 8}) == "  3 |  ?s ?p }\n    |        ^");
    CHECK(mark_place(query, {2, 0}) == "  2 |  ?s ?p ?o .");
    CHECK(mark_place("", {7, 9}) == "  7 | \n    | ^");
    const std::string marked = mark_place("ASK { " + std::string(500, 'x') + "\x1b }", {1, 400});
    CHECK(marked.size() < 250);
    CHECK(marked.back() == '^');
}

TEST_CASE("A server's page is shown as words, without its markup") {
    CHECK(plain_message("<html><head><title>E</title></head><body><h1>Error 22023</h1>\n<xmp>The graph &lt;a&gt; is "
                        "bad</xmp></body></html>",
                        "text/html") == "Error 22023\nThe graph <a> is bad");
    CHECK(plain_message("Parse error\n\nSPARQL query:\nSELECT", "text/plain") == "Parse error");
    CHECK(plain_message("bad\nWas expecting one of:\n <IRI>", "text/plain") == "bad");
    CHECK(plain_message("\x1b[2J", "text/plain") == "\uFFFD[2J");
    CHECK(plain_message("<", "text/html").empty());
    CHECK(plain_message("HTTP/1.1 500 Bad\n<xmp>PUT of <http://a> failed</xmp>", "text/html") ==
          "PUT of <http://a> failed");
    std::string list = "error at 1:5: expected one of A";
    for (int i = 0; i < 100; ++i) list += ", '\\u{0300}'";
    CHECK(plain_message(list + "\nand more", "text/plain").size() < 130);
}

TEST_CASE("A constructed graph is written sorted in the syntax asked for, and another answer is an error") {
    HttpResponse response;
    response.content_type = "application/n-triples";
    response.body = "<a:s> <a:p> <a:o> .\n<a:s> <a:a> \"\\u00E9\" .\n<a:s> <a:p> <a:o> .\n";
    std::string text;
    write_constructed(response, Syntax::ntriples, {}, [&](std::string_view part) { text += part; });
    CHECK(text == "<a:s> <a:a> \"é\" .\n<a:s> <a:p> <a:o> .\n");
    response.content_type = "text/html";
    CHECK_THROWS_AS(write_constructed(response, Syntax::ntriples, {}, [](std::string_view) {}), StoreError);
}
