#include <sstream>
#include <string>
#include <support/catch.hpp>
#include <support/plain_document.hpp>

#include <lede/extraction/numbers.hpp>

using namespace lede;
using lede::test::PlainDocument;

namespace {

const std::string lists = std::string(LEDE_SOURCE_DIR) + "/src/data/english/lists";

/// "words=value unit", divided by "; "; "#" marks an ordinal and "~" what is approximate.
std::string dump(const Document& document) {
    static const NumberFinder numbers(lists);
    static const DateFinder dates(lists);
    std::ostringstream line;
    for (const NumberMention& number : numbers.find(document, dates.find(document))) {
        if (line.tellp() > 0) line << "; ";
        line << slice(document.text(), document.span_of(number.first, number.last)) << '='
             << (number.approximate ? "~" : "");
        line.precision(15);
        line << number.value << (number.ordinal ? "#" : "");
        if (!number.unit_lemma.empty()) line << ' ' << number.unit_lemma;
    }
    return line.str();
}

struct Row {
    const char* text;
    const char* numbers;
};

}  // namespace

TEST_CASE("NumberFinder reads digits, suffixes and words with what they count") {
    for (const Row& row : {
             Row{"It employs 2,000 people.", "2,000=2000 people"},
             {"It has 12.5 million users.", "12.5 million=12500000 user"},
             {"It paid $3.5bn in cash.", "3.5bn=3500000000 dollar"},
             {"It paid 142 million euros.", "142 million=142000000 euro"},
             {"Sales rose 14% and fell 3 per cent.", "14=14 percent; 3=3 percent"},
             {"It held forty-two concerts.", "forty-two=42 concert"},
             {"It sold one hundred and twenty thousand copies.", "one hundred and twenty thousand=120000 copy"},
             {"A dozen actors and two dozen dancers came.", "A dozen=12 actor; two dozen=24 dancer"},
             {"Half a dozen people came.", "Half a dozen=6 people"},
             {"They built a hundred and one houses.", "a hundred and one=101 house"},
             {"A 5km race and a 61-year-old.", "5km=5 kilometre; 61=61 year"},
         }) {
        PlainDocument document(row.text);
        CAPTURE(row.text);
        CHECK(dump(*document) == row.numbers);
    }
}

TEST_CASE("NumberFinder reads compounds, ordinals and labels") {
    for (const Row& row : {
             Row{"An eight-episode order for a two-season show.", "eight=8 episode; two=2 season"},
             {"A staff of 88 made a three-parter.", "88=88 staff; three=3 part"},
             {"A 10-part drama.", "10=10 part"},
             {"The second of the twenty-first seasons.", "second=2#; twenty-first=21# season"},
             {"Its 21st birthday.", "21st=21#"},
             {"It is in Season 5 and Part Two.", "5=5# season; Two=2# part"},
         }) {
        PlainDocument document(row.text);
        CAPTURE(row.text);
        CHECK(dump(*document) == row.numbers);
    }
}

TEST_CASE("NumberFinder knows bounds and estimates") {
    for (const Row& row : {
             Row{"At least 13 people died.", "13=~13 people"},
             {"More than $3 million went.", "3 million=~3000000 dollar"},
             {"About forty guests and 50+ dogs.", "forty=~40 guest; 50=~50 dog"},
         }) {
        PlainDocument document(row.text);
        CAPTURE(row.text);
        CHECK(dump(*document) == row.numbers);
    }
}

TEST_CASE("NumberFinder takes no dates, times, chains, codes or pronouns for numbers") {
    for (const char* text :
         {"It opened on May 3, 2020, in 2021.", "At 8pm, 10 a.m. or 10:30.", "They won 3-1 against 9-1-1.",
          "An A320, an F-16 and a 3D film.", "One of them left, the other one too.", "Call 555-1234."}) {
        PlainDocument document(text, "2023-04-27");
        CAPTURE(text);
        CHECK(dump(*document).empty());
    }
    PlainDocument document("They went to see Apollo 13 twice.");
    document.add_name("Apollo 13", "work");
    CHECK(dump(*document).empty());
}

TEST_CASE("NumberFinder lets a number without a noun count what the one before it counts") {
    PlainDocument document("It killed four people and injured 38.");
    CHECK(dump(*document) == "four=4 people; 38=38");
    document->tokens[5].upos = Upos::verb;
    CHECK(dump(*document) == "four=4 people; 38=38 people");
}

TEST_CASE("NumberFinder follows the tree to the noun that is counted") {
    PlainDocument document("Prime ordered two hourlong comedies.");
    for (Token& token : document->tokens) token.upos = Upos::x;
    document->tokens[2].head = 4;
    document->tokens[4].upos = Upos::noun;
    document->tokens[4].lemma = "comedy";
    CHECK(dump(*document) == "two=2 comedy");
}
