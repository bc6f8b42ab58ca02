#include <string>
#include <support/catch.hpp>
#include <support/plain_document.hpp>
#include <vector>

#include <lede/extraction/quotations.hpp>
#include <lede/extraction/quotations_marks.hpp>

using namespace lede;
using lede::test::PlainDocument;

namespace {

/// "speaker/cue: words", one a line; "+" before what continues.
std::string dump(const Document& document) {
    static const QuotationFinder finder(std::string(LEDE_SOURCE_DIR) + "/src/data/english/lists");
    std::string lines;
    for (const QuotedSpan& quotation : finder.find(document)) {
        if (!lines.empty()) lines += '\n';
        if (quotation.continues) lines += '+';
        lines += quotation.speaker ? document.form(*quotation.speaker) : "?";
        if (quotation.cue) lines += '/' + std::string(document.form(*quotation.cue));
        lines += ": " + std::string(slice(document.text(), quotation.words));
    }
    return lines;
}

struct Row {
    const char* text;
    const char* quotations;
    std::vector<const char*> people = {};
};

void check(const Row& row) {
    PlainDocument document(row.text);
    for (const char* person : row.people) document.add_name(person);
    CAPTURE(row.text);
    CHECK(dump(*document) == row.quotations);
}

}  // namespace

TEST_CASE("QuotationFinder finds the speaker before, behind and between") {
    for (const Row& row : {
             Row{"“We have wolves already,” he said.", "he/said: We have wolves already,"},
             {"“I grew up above a shop,” said Pengelly.", "Pengelly/said: I grew up above a shop,", {"Pengelly"}},
             {"Halloran said: “We will sleep later.”", "Halloran/said: We will sleep later.", {"Halloran"}},
             {"Ada Halloran, the creator of Tin Men, said, “We will sleep later.”",
              "Halloran/said: We will sleep later.",
              {"Ada Halloran"}},
             {"The league's spokeswoman told reporters, \"We will sleep later.\"",
              "spokeswoman/told: We will sleep later."},
             {"“We will sleep later,” according to Halloran.", "Halloran/to: We will sleep later,", {"Halloran"}},
             {"“We will sleep later,” said the show’s creator, Amy Halloran.",
              "Halloran/said: We will sleep later,",
              {"Amy Halloran"}},
             {"“We will sleep later,” said Chief Financial Officer Kenta Ogino.",
              "Ogino/said: We will sleep later,",
              {"Kenta Ogino"}},
             {"Its president, Yolanda Cyr, did say it was “not on anybody's calendar”.",
              "Cyr/say: not on anybody's calendar",
              {"Yolanda Cyr"}},
             {"A second season, says Anna Basu, its head, “depends on who gets off”.",
              "Basu/says: depends on who gets off",
              {"Anna Basu"}},
             {"“Will we sleep?” asked Halloran.", "Halloran/asked: Will we sleep?", {"Halloran"}},
             {"Van Impe said the deal would “keep the soup hot”.", "Impe/said: keep the soup hot", {"Van Impe"}},
         }) {
        check(row);
    }
}

TEST_CASE("QuotationFinder makes two of a split quotation and continues an unattributed one") {
    check({"\"It was a tugboat,\" she told Kaleva in 2007, \"and they sold it.\"",
           "she/told: It was a tugboat,\nshe/told: and they sold it."});
    check({"“I ran because the lifts don’t work,” Rossi said. “They still don’t.” Nobody laughed.",
           "Rossi/said: I ran because the lifts don’t work,\n+Rossi: They still don’t.",
           {"Rossi"}});
    check({"“No,” said Rossi. “Or, if it does, tell me how.”", "+Rossi: Or, if it does, tell me how.", {"Rossi"}});
}

TEST_CASE("QuotationFinder reads a quotation over several paragraphs") {
    check({"Rossi said: “The first part is long.\n\n“The second part is longer.”\n\nThen it rained.",
           "Rossi/said: The first part is long.\n+Rossi: The second part is longer.",
           {"Rossi"}});
}

TEST_CASE("QuotationFinder reads British, straight single and angle marks with apostrophes inside") {
    check({"‘A robot that doesn’t pick the growers’ fruit is a tractor,’ said Pryce.",
           "Pryce/said: A robot that doesn’t pick the growers’ fruit is a tractor,",
           {"Pryce"}});
    check({"'It isn't a bird', said Pryce.", "Pryce/said: It isn't a bird", {"Pryce"}});
    check({"«We will all sleep later», said Pryce.", "Pryce/said: We will all sleep later", {"Pryce"}});
}

TEST_CASE("QuotationFinder takes no titles, scare quotes or fragments") {
    for (const char* text :
         {"She wrote “The White Lanes,” a history, and said it sold well.", "He said the “expert” was late.",
          "The series, called “we were once young here”, was said to be good.",
          "It won for “Plain Things: Dutch Design”.", "The critics’ favourite and the players’ friend said no.",
          "In the ’90s she said 'no'."}) {
        check({text, ""});
    }
}

TEST_CASE("find_marked_spans takes a stray mark for none and stays inside the paragraph") {
    const std::string text = "A “stray “mark” and 5 tall";
    const auto spans = find_marked_spans(text, {0, static_cast<std::uint32_t>(text.size())});
    REQUIRE(spans.size() == 1);
    CHECK(slice(text, spans[0].words) == "mark");
    CHECK(spans[0].closed);
    std::string many;
    for (int i = 0; i < 20000; ++i) many += "“ ' ‘a \"b « ";
    for (const MarkedSpan& span : find_marked_spans(many, {0, static_cast<std::uint32_t>(many.size())}))
        CHECK(span.whole.end <= many.size());
}
