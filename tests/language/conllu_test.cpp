#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/language/conllu.hpp>

using namespace lede;

namespace {

const std::string example =
    "# newdoc id = first\n"
    "# newpar\n"
    "# text = They don’t know Zoë.\n"
    "1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n"
    "2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
    "3\tn’t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\t_\n"
    "5\tZoë\tZoë\tPROPN\tNNP\t_\t4\tobj\t_\tSpaceAfter=No\n"
    "5.1\tmissing\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "# text = Really?\n"
    "1\tReally\treally\tADV\tRB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n"
    "# newdoc id = second\n"
    "1\tBye\tbye\tINTJ\tUH\t_\t0\troot\t_\t_\n"
    "\n";

}  // namespace

TEST_CASE("CoNLL-U becomes an article for each newdoc, with spans in its text") {
    const auto articles = parse_conllu(example, "example");
    REQUIRE(articles.size() == 2);
    const Document& document = articles[0].document;
    CHECK(document.text() == "They don’t know Zoë.\n\nReally?");
    REQUIRE(document.tokens.size() == 8);
    CHECK(document.form(1) == "do");
    CHECK(document.form(2) == "n’t");
    CHECK(document.tokens[2].lemma == "not");
    CHECK(document.tokens[0].head == 3);
    CHECK(document.tokens[3].head == -1);
    REQUIRE(document.sentences.size() == 2);
    CHECK(document.sentences[1].paragraph == 1);
    CHECK(articles[1].article->info.id == "second");
    CHECK(articles[1].article->text == "Bye");
}

TEST_CASE("Written CoNLL-U has multiword tokens, gaps, code points and names") {
    auto articles = parse_conllu(example, "example");
    articles[0].document.names.push_back({4, 5, "person", 1});
    const std::string written = to_conllu(articles[0].document);
    CHECK(written.find("# newdoc id = first\n# newpar\n# sent_id = first-1\n# text = They don’t know Zoë.\n") == 0);
    CHECK(written.find("\n2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\tTokenRange=5:10\n") != std::string::npos);
    CHECK(written.find("\n3\tn’t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n") != std::string::npos);
    CHECK(written.find("\n5\tZoë\tZoë\tPROPN\tNNP\t_\t4\tobj\t_\tNE=B-person|SpaceAfter=No|TokenRange=16:19\n") !=
          std::string::npos);
    CHECK(written.find("SpacesAfter=\\n\\n|TokenRange=19:20") != std::string::npos);
}

TEST_CASE("What is written reads back to the same layers") {
    const auto first = parse_conllu(example, "example");
    const std::string written = to_conllu(first[0].document);
    const auto second = parse_conllu(written, "written");
    CHECK(to_conllu(second[0].document) == written);
    CHECK(second[0].article->text == first[0].article->text);
}

TEST_CASE("A fault in CoNLL-U is told with its line") {
    const std::string row = "1\tBye\tbye\tINTJ\tUH\t_\t0\troot\t_\t_\n";
    for (const std::string& bad :
         {std::string("1\tBye\n"), "2" + row.substr(1), std::string("1\tBye\tbye\tINTJ\tUH\t_\t7\troot\t_\t_\n\n"),
          std::string("1\tBye\tbye\tINTJ\tUH\t_\tx\troot\t_\t_\n\n"), "# text = Hello\n" + row + "\n",
          std::string("2-1\tBye\t_\t_\t_\t_\t_\t_\t_\t_\n")}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(parse_conllu(bad, "bad"), InputError);
    }
    try {
        parse_conllu("# comment\n1\tBye\n", "bad.conllu");
    } catch (const InputError& error) {
        CHECK(error.line() == 2);
    }
}
