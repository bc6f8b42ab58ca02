#include <sstream>
#include <string>
#include <support/catch.hpp>
#include <support/plain_document.hpp>

#include <lede/extraction/numbers.hpp>
#include <lede/model/amount_of_money.hpp>

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

/// "words=currency amount" of the amounts of money, divided by "; ".
std::string dump_amounts(const Document& document) {
    static const NumberFinder numbers(lists);
    static const DateFinder dates(lists);
    std::string line;
    for (const NumberMention& number : numbers.find(document, dates.find(document))) {
        if (number.currency.empty()) continue;
        if (!line.empty()) line += "; ";
        line += slice(document.text(), document.span_of(number.amount_first, number.amount_last));
        line += '=' + to_amount(number.currency, number.amount).lexical;
    }
    return line;
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

TEST_CASE("Amounts of money are read in the ways of newsrooms") {
    for (const Row& row : {
             Row{"It paid $12.5m.", "$12.5m=USD 12500000"},
             {"It raised €40 million and £9.99.", "€40 million=EUR 40000000; £9.99=GBP 9.99"},
             {"It cost 12.5 million euros.", "12.5 million euros=EUR 12500000"},
             {"It cost a 12-million-euro fortune.", "12-million-euro=EUR 12000000"},
             {"A $5-million grant and a $300 prize.", "$5-million=USD 5000000; $300=USD 300"},
             {"US$3bn, A$5, C$7.50, NZ$8, HK$9 and S$10.",
              "US$3bn=USD 3000000000; A$5=AUD 5; C$7.50=CAD 7.5; NZ$8=NZD 8; HK$9=HKD 9; S$10=SGD 10"},
             {"It sold for 1.2bn yen.", "1.2bn yen=JPY 1200000000"},
             {"Dkr 200m and Dkr200m.", "Dkr 200m=DKK 200000000; Dkr200m=DKK 200000000"},
             {"RMB 3 billion, CHF 4.5m and CHF4.5m.",
              "RMB 3 billion=CNY 3000000000; CHF 4.5m=CHF 4500000; CHF4.5m=CHF 4500000"},
             {"EUR 1,250.50 or 300 SEK.", "EUR 1,250.50=EUR 1250.5; 300 SEK=SEK 300"},
             {"A stamp is 20p, a card 85 pence.", "20p=GBP 0.2; 85 pence=GBP 0.85"},
             {"In America it was 50 cents.", "50 cents=USD 0.5"},
             {"It needs half a million pounds.", "half a million pounds=GBP 500000"},
             {"It needs a million dollars and forty-two rand.", "a million dollars=USD 1000000; forty-two rand=ZAR 42"},
             {"It cost 200 million Danish kroner and 3 million Australian dollars.",
              "200 million Danish kroner=DKK 200000000; 3 million Australian dollars=AUD 3000000"},
             {"Oslo will pay 5 million kroner, Norway said.", "5 million kroner=NOK 5000000"},
             {"From $2m to $3m.", "$2m=USD 2000000; $3m=USD 3000000"},
             {"In India it made Rs 1,260 crore.", "Rs 1,260 crore=INR 12600000000"},
             {"A cabin for one €189, in Prague 599 crowns.", "€189=EUR 189; 599 crowns=CZK 599"},
             {"More than €1.1m went.", "€1.1m=EUR 1100000"},
         }) {
        PlainDocument document(row.text);
        CAPTURE(row.text);
        CHECK(dump_amounts(*document) == row.numbers);
    }
}

TEST_CASE("What is no amount of money, or of an unknown currency, is left out") {
    for (const char* text :
         {"It paid 5 million kroner.", "Denmark and Norway paid 5 million kroner.", "It ate 20 pounds of butter.",
          "A video in 720p.", "It rose 3 per cent.", "It paid Z$5.", "It has 40 million users.",
          "A quarter of a million pounds went.", "Its 5th euro.", "It cost 50 cents."}) {
        PlainDocument document(text);
        CAPTURE(text);
        CHECK(dump_amounts(*document).empty());
    }
}
