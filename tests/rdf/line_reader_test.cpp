#include <random>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/rdf/line_reader.hpp>

using namespace lede;

namespace {

/// The statements with their lines, less `skipped` at the front, and the error that ends them.
std::string read(const std::string& text, Syntax syntax, std::size_t skipped = 0, std::size_t lines_before = 1) {
    std::string result;
    try {
        // Serd counts the columns of the first line otherwise than those of the next, which are compared here.
        read_rdf("\n" + text, syntax, {"f.nt", "p", {}, {}, {}}, [&](const Quad& quad, std::size_t line) {
            if (skipped > 0) return void(--skipped);
            result += std::to_string(line - lines_before) + " " + to_nquad(quad) + "\n";
        });
    } catch (const InputError& error) {
        std::string message = error.what();
        message.erase(0, message.find(": ") + 2);
        result += "error " + std::to_string(error.line() - lines_before) + ":" + std::to_string(error.column()) + " " +
                  message + "\n";
    }
    return result;
}

/// As Serd reads it alone: two statements on one line are none of the usual form, so that all from there on is Serd's.
std::string read_by_serd(const std::string& text, Syntax syntax) {
    const std::string two = "<z:z> <z:z> <z:z> . <z:z> <z:z> <z:z> .\n";
    return read(two + text, syntax, 2, 2);
}

/// How much of the text is in the usual form.
std::size_t usual_part(const std::string& text, bool graphs) {
    const RdfSource source;
    const QuadHandler handler = [](const Quad&, std::size_t) {};
    return StatementLineReader(text, graphs, source, handler).run();
}

const std::vector<std::string> usual{
    "<http://a> <http://b> <http://c> .",
    "<http://a><http://b><http://c>.",
    " \t<http://a>\t<http://b>  <http://c>\t.\t",
    "<http://a> <http://b> <http://c> . # a comment",
    "<http://a> <http://b> <http://c> .\r",
    "# only a comment \xC3\xA9 <http://a>\r",
    "",
    "  \t ",
    "\r",
    "_:a <http://b> _:c-1_x.y .",
    "_:0 <http://b> _:a.",
    "<http://\xC3\xA9> <http://b> \"\xE2\x80\xA6\xF0\x9F\x98\x80\" .",
    "<http://\\u00e9\\U0001F600> <http://b> \"x\" .",
    "<urn:a> <x+y.z-1:b> \"\" .",
    "<http://a> <http://b> \"tab\there\" .",
    "<http://a> <http://b> \"\\t\\b\\n\\r\\f\\\"\\'\\\\\\u00E9\\U0001F600\\u0041\" .",
    "<http://a> <http://b> \"x\"@EN .",
    "<http://a> <http://b> \"x\"@en-GB-x1 .",
    "<http://a> <http://b> \"x\"@en.",
    "<http://a> <http://b> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
    "<http://a> <http://b> \"5\"^^<http://www.w3.org/2001/XMLSchema#string>.",
    "<http://a> <http://b> \"# no comment <<( \" .",
};

const std::vector<std::string> unusual{
    "<http://a> <http://b> <http://c>",
    "<http://a> <http://b>",
    "<http://a>",
    "<http://a",
    "nonsense",
    "<a> <http://b> <http://c> .",
    "<1:a> <http://b> <http://c> .",
    "<http://a b> <http://b> <http://c> .",
    "<http://a|b> <http://b> <http://c> .",
    "<http://a\\u0020b> <http://b> <http://c> .",
    "<http://a\\tb> <http://b> <http://c> .",
    "<http://a\\u007Cb> <http://b> <http://c> .",
    "<http://a> _:b <http://c> .",
    "\"a\" <http://b> <http://c> .",
    "_: <http://b> <http://c> .",
    "_:a. <http://b> <http://c> .",
    "_:a.. <http://b> <http://c> .",
    "_:\xC3\xA9 <http://b> <http://c> .",
    "<http://a> <http://b> \"x .",
    "<http://a> <http://b> \"x\\",
    "<http://a> <http://b> \"\\x\" .",
    "<http://a> <http://b> \"\\u12\" .",
    "<http://a> <http://b> \"\\u12G4\" .",
    "<http://a> <http://b> \"\\uD800\" .",
    "<http://a> <http://b> \"\\U00110000\" .",
    "<http://a> <http://b> \"\\u0000\" .",
    "<http://a> <http://b> \"\xFF\" .",
    "<http://a> <http://b> \"\xC0\x80\" .",
    "<http://a> <http://b> \"\xED\xA0\x80\" .",
    "<http://a> <http://b> \"\x01\" .",
    "<http://a> <http://b> 'x' .",
    "<http://a> <http://b> \"x\"@ .",
    "<http://a> <http://b> \"x\"@1 .",
    "<http://a> <http://b> \"x\"@en- .",
    "<http://a> <http://b> \"x\"@e_n .",
    "<http://a> <http://b> \"x\"@a1 .",
    "<http://a> <http://b> \"x\" @en .",
    "<http://a> <http://b> \"x\"^^ <http://c> .",
    "<http://a> <http://b> \"x\"^<http://c> .",
    "<http://a> <http://b> \"x\"^^xsd:int .",
    "<http://a> <http://b> 5 .",
    "<http://a> a <http://c> .",
    "<http://a> <http://b> <http://c> . .",
    "<http://a> <http://b> <http://c> . nonsense",
    "<http://a> <http://b> <http://c> ; <http://d> <http://e> .",
    "<http://a> <http://b> <http://c> . <http://a> <http://b> <http://d> .",
    "# a\r<http://a> <http://b> <http://c> .",
    "@prefix a: <http://a> .",
};

}  // namespace

TEST_CASE("Lines of the usual form are read without Serd, and as Serd reads them", "[line_reader]") {
    for (const std::string& line : usual) {
        INFO(line);
        const std::string text = line + "\n<http://a> <http://b> <http://end> .";
        CHECK(usual_part(text, false) == text.size());
        CHECK(read(text, Syntax::ntriples) == read_by_serd(text, Syntax::ntriples));
        CHECK(read(text, Syntax::nquads) == read_by_serd(text, Syntax::nquads));
        CHECK(read(line, Syntax::ntriples) == read_by_serd(line, Syntax::ntriples));
    }
}

TEST_CASE("A line of any other form is left to Serd, whose verdict has the right line", "[line_reader]") {
    const std::string before = "<http://a> <http://b> \"first\" .\n\n";
    for (const std::string& line : unusual) {
        INFO(line);
        const std::string text = before + line + "\n<http://a> <http://b> <http://end> .\n";
        CHECK(usual_part(text, false) == before.size());
        CHECK(read(text, Syntax::ntriples) == read_by_serd(text, Syntax::ntriples));
        CHECK(read(text, Syntax::nquads) == read_by_serd(text, Syntax::nquads));
    }
}

TEST_CASE("A graph is read where there may be one", "[line_reader]") {
    for (const std::string graph : {"<http://g>", "_:g", "_:g."}) {
        const std::string text = "<http://a> <http://b> \"x\"@en " + graph + " .\n<http://a> <http://b> <http://c> .\n";
        INFO(text);
        CHECK(usual_part(text, true) == (graph == "_:g." ? 0 : text.size()));
        CHECK(usual_part(text, false) == 0);
        CHECK(read(text, Syntax::nquads) == read_by_serd(text, Syntax::nquads));
        CHECK(read(text, Syntax::ntriples) == read_by_serd(text, Syntax::ntriples));
    }
}

TEST_CASE("A triple term behind usual lines is read, and a wrong one reported with its line", "[line_reader]") {
    const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    const std::string before = "<http://a> <http://b> <http://c> .\n";
    const std::string good = before + "<http://r> <" + rdf + "reifies> <<( <http://s> <http://p> \"o\" )>> .\n";
    CHECK(read(good, Syntax::ntriples) == "1 <http://a> <http://b> <http://c> .\n2 <http://r> <" + rdf +
                                              "subject> <http://s> .\n2 <http://r> <" + rdf +
                                              "predicate> <http://p> .\n2 <http://r> <" + rdf + "object> \"o\" .\n");
    CHECK(read(before + "\n<http://r> <http://p> <<( <http://s> <http://p> \"o\" )>> .\n", Syntax::ntriples)
              .find("error 3:") != std::string::npos);
}

TEST_CASE("A damaged line gets the verdict of Serd, wherever the damage is", "[line_reader][law]") {
    std::mt19937 random(5);
    const std::string marks = "<>\"\\_:.@^ #\t\r\nu0a-\xC3\xA9";
    for (int round = 0; round < 20000; ++round) {
        std::string text = usual[random() % usual.size()] + "\n" + usual[random() % usual.size()] + "\n";
        for (std::size_t times = 1 + random() % 2; times > 0; --times) {
            const std::size_t at = random() % text.size();
            const char mark = marks[random() % marks.size()];
            if (random() % 3 == 0)
                text.erase(at, 1);
            else if (random() % 2 == 0)
                text.insert(at, 1, mark);
            else
                text[at] = mark;
        }
        if (text.find("<<") != std::string::npos) continue;  // rewritten before Serd sees it: the error comes earlier
        const Syntax syntax = random() % 2 == 0 ? Syntax::ntriples : Syntax::nquads;
        const std::string ours = read(text, syntax);
        const std::string theirs = read_by_serd(text, syntax);
        if (ours != theirs) {
            INFO(text);
            REQUIRE(ours == theirs);
        }
    }
}
