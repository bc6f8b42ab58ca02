#include <string>
#include <support/catch.hpp>

#include <lede/text/charset.hpp>
#include <lede/text/plain_text.hpp>

using namespace lede;

namespace {

/// Date, headline and text in one line, line ends as "/".
std::string dump(const std::string& text) {
    const Article article = parse_plain_text(text);
    std::string body = article.text;
    for (std::size_t at; (at = body.find('\n')) != std::string::npos;) body.replace(at, 1, "/");
    return (article.info.date ? to_string(*article.info.date) : "-") + " [" + article.info.headline + "] " + body;
}

const std::string long_line =
    "The company said that it would close " + std::string(90, 'x') + " by the end of the year.";

}  // namespace

TEST_CASE("A first line with a date gives the date and is no text", "[plain]") {
    CHECK(dump(" date 2023-04-27\n\nHe won. He left.\n") == "2023-04-27 [] He won. He left.");
    CHECK(dump("date 2023-04\nHe won.") == "2023-04 [] He won.");
    CHECK(dump("date 2023-99-99\n\nHe won.") == "- [date 2023-99-99] date 2023-99-99//He won.");
}

TEST_CASE("A short first line without a full stop is the headline", "[plain]") {
    CHECK(dump("Ada wins\n\nAda won.") == "- [Ada wins] Ada wins//Ada won.");
    CHECK(dump("Ada wins\n" + long_line) == "- [Ada wins] Ada wins//" + long_line);
    CHECK(dump("Who won?\n\nAda won.") == "- [Who won?] Who won?//Ada won.");
    CHECK(dump("Ada won.\n\nBob lost.") == "- [] Ada won.//Bob lost.");
    CHECK(dump("Ada said “I won.”\n\nBob lost.") == "- [] Ada said “I won.”//Bob lost.");
    CHECK(dump("Only one line") == "- [] Only one line");
}

TEST_CASE("Paragraphs are parted by blank lines, or by line ends where there are none", "[plain]") {
    CHECK(dump("A b.\r\n\r\nC d.\r\n") == "- [] A b.//C d.");
    CHECK(dump("A b.\n \t\n\n\nC d.") == "- [] A b.//C d.");
    CHECK(dump("A b.\nC d.\nE f.") == "- [] A b.//C d.//E f.");
    CHECK(dump("A b,\nc d.\n\nE f.") == "- [] A b,/c d.//E f.");
    CHECK(dump("A b, which,\nc d that\ne f.") == "- [] A b, which,/c d that/e f.");
    CHECK(dump("X.\n\n" + long_line + "\nNext.") == "- [] X.//" + long_line + "//Next.");
}

TEST_CASE("White space alone is no text", "[plain]") {
    CHECK(dump("").ends_with("[] "));
    CHECK(dump(" \r\n\t\n").ends_with("[] "));
    CHECK(dump("date 2023-04-27\n\n").ends_with("[] "));
}

TEST_CASE("Text files are decoded by their byte order mark", "[plain]") {
    bool changed = true;
    CHECK(decode_text("\xEF\xBB\xBFé", &changed) == "é");
    CHECK_FALSE(changed);
    CHECK(decode_text(std::string("\xFF\xFE\xE9\0", 4)) == "é");
    CHECK(decode_text(std::string("\xFE\xFF\0\xE9", 4)) == "é");
    CHECK(decode_text("caf\xE9", &changed) == "caf\uFFFD");
    CHECK(changed);
}

TEST_CASE("Pages are decoded as browsers do", "[charset]") {
    CHECK(decode_page("<p>caf\xE9 \x93x\x94") == "<p>café “x”");
    CHECK(decode_page("<meta charset=iso-8859-1><p>\x80") == "<meta charset=iso-8859-1><p>€");
    CHECK(decode_page("<meta charset=\"iso-8859-2\"><p>\xB3") == "<meta charset=\"iso-8859-2\"><p>ł");
    CHECK(decode_page("<meta charset=latin1><p>é") == "<meta charset=latin1><p>é");
    CHECK(decode_page("<meta charset=utf-8><p>\xE9é") == "<meta charset=utf-8><p>\uFFFDé");
    CHECK(decode_page("<meta charset=no-such><p>\xE9") == "<meta charset=no-such><p>é");
}
