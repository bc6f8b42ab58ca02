#include <support/catch.hpp>

#include <lede/language/conllu.hpp>
#include <lede/language/language_model.hpp>

using namespace lede;

namespace {

const LanguageModel& english() {
    static const LanguageModel model(LEDE_SOURCE_DIR "/src/data/english/english.model");
    return model;
}

Article article_of(std::string text, std::string headline = {}) {
    Article article;
    article.text = std::move(text);
    article.info.headline = std::move(headline);
    return article;
}

/// Tokens divided by blanks, sentences by " / ".
std::string tokens_of(const std::string& text, const std::string& headline = {}) {
    const Article article = article_of(text, headline);
    const Document document = english().tokenise(article);
    std::string result;
    for (std::size_t i = 0; i < document.tokens.size(); ++i) {
        if (i > 0) result += document.tokens[i].sentence == document.tokens[i - 1].sentence ? " " : " / ";
        result += document.form(i);
    }
    return result;
}

struct Case {
    std::string text, tokens;
};

}  // namespace

TEST_CASE("Words are cut as in the treebanks") {
    const auto example =
        GENERATE(Case{"They didn’t say it’s Bush's.", "They did n’t say it ’s Bush 's ."},
                 Case{"He cannot go, but she'll stay.", "He can not go , but she 'll stay ."},
                 Case{"The students' books are here.", "The students ' books are here ."},
                 Case{"It cost $3.5bn in 2019.", "It cost $ 3.5 bn in 2019 ."},
                 Case{"Shares rose 12.5% to 10,000 at 9:30.", "Shares rose 12.5 % to 10,000 at 9:30 ."},
                 Case{"The 25-year-old co-founder left.", "The 25 - year - old co-founder left ."},
                 Case{"He watched \"M*A*S*H\" and “9-1-1” again.", "He watched \" M*A*S*H \" and “ 9-1-1 ” again ."},
                 Case{"Mr. Jones met Dr. Smith in St. Louis.", "Mr. Jones met Dr. Smith in St. Louis ."},
                 Case{"The U.S. Senate met J.K. Simmons.", "The U.S. Senate met J.K. Simmons ."},
                 Case{"Write to press@abc-corp.co.uk or see www.example.com/a?b=1.",
                      "Write to press@abc-corp.co.uk or see www.example.com/a?b=1 ."},
                 Case{"See http://t.co/abc (or nytimes.com).", "See http://t.co/abc ( or nytimes.com ) ."},
                 Case{"Great :-) 😀👍🏽 #MeToo @someone", "Great :-) 😀 👍🏽 #MeToo @someone"},
                 Case{"Yes—really… and then", "Yes — really … and then"});
    CHECK(tokens_of(example.text) == example.tokens);
}

TEST_CASE("Sentences end where they should in news") {
    const auto example = GENERATE(
        Case{"He left. She stayed.", "He left . / She stayed ."},
        Case{"He works for the U.S. Senate. It is old.", "He works for the U.S. Senate . / It is old ."},
        Case{"“We couldn’t be happier,” said Sen. John D. Smith. “It’s fine.”",
             "“ We could n’t be happier , ” said Sen. John D. Smith . / “ It ’s fine . ”"},
        Case{"“What?” she asked. “Stop!” Mr. Smith said.", "“ What ? ” she asked . / “ Stop ! ” Mr. Smith said ."},
        Case{"She didn't comment.It was late.", "She did n't comment . / It was late ."},
        Case{"One line\ngoes on here.\n\nNext", "One line goes on here . / Next"});
    CHECK(tokens_of(example.text) == example.tokens);
}

TEST_CASE("The lines of a headline stand alone, and only those") {
    CHECK(tokens_of("Star leaves show\nA second line\n\nThe star\nleft.", "Star leaves show") ==
          "Star leaves show / A second line / The star left .");
    const Article article = article_of("Star leaves show\n\nThe star left.", "Star leaves show");
    const Document document = english().tokenise(article);
    REQUIRE(document.sentences.size() == 2);
    CHECK(document.sentences[0].headline);
    CHECK_FALSE(document.sentences[1].headline);
    CHECK(document.sentences[1].paragraph == 1);
}

TEST_CASE("Tokens are in order, lie in the text and leave only blanks between them") {
    const auto text =
        GENERATE(as<std::string>(), "", " ", "\n\n\n", "a", ".", "“", "é’s  \t x\n \ny", "...?!)]}''’’",
                 "a@b.c@d.e http://", "日本語のテキスト。二番目", "👨‍👩‍👧‍👦🇺🇸🇬🇧é́",
                 "don't/won't n't 's cannotcannot", "-- --- - — ––", "1.2.3.4 1,2, 3-4-5-6 -7-");
    CAPTURE(text);
    const Article article = article_of(text);
    const Document document = english().analyse(article);
    std::uint32_t at = 0;
    for (const Token& token : document.tokens) {
        CHECK(token.span.begin >= at);
        CHECK(token.span.end > token.span.begin);
        for (; at < token.span.begin; ++at) CHECK((text[at] == ' ' || text[at] == '\n' || text[at] == '\t'));
        at = token.span.end;
    }
    CHECK(to_conllu(document) == to_conllu(english().analyse(article)));
}

TEST_CASE("Every sentence is a tree with one root") {
    const Article article =
        article_of("Netflix has ordered two seasons of the drama, which stars J.K. Simmons. Who? He.");
    const Document document = english().analyse(article);
    for (const Sentence& sentence : document.sentences) {
        std::size_t roots = 0;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const std::int32_t head = document.tokens[i].head;
            roots += head < 0;
            CHECK((head < 0) == (document.tokens[i].deprel == "root"));
            if (head >= 0)
                CHECK((static_cast<std::uint32_t>(head) >= sentence.first &&
                       static_cast<std::uint32_t>(head) < sentence.last));
        }
        CHECK(roots == 1);
    }
    CHECK(document.form(1) == "has");
    CHECK(document.tokens[2].head == -1);
    CHECK(document.tokens[0].deprel == "nsubj");
    CHECK(document.tokens[2].lemma == "order");
    CHECK(document.tokens[4].lemma == "season");
    CHECK(document.tokens[0].upos == Upos::propn);
}

TEST_CASE("A sentence without end is cut, and odd input stays whole") {
    std::string words, brackets;
    for (int i = 0; i < 1000; ++i) words += "word and ", brackets += i % 2 ? ")" : "(";
    for (const std::string& text : {words, brackets, std::string(1000, 'a'), std::string(1000, '.')}) {
        const Article article = article_of(text);
        const Document document = english().analyse(article);
        for (const Sentence& sentence : document.sentences) CHECK(sentence.last - sentence.first <= 400);
        REQUIRE_FALSE(document.tokens.empty());
        CHECK(document.sentences.back().last == document.tokens.size());
    }
}

TEST_CASE("A text of several blocks of sentences is read like each sentence alone") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "Ada Lindqvist left Oslo today. ";
    const Article article = article_of(text);
    Document document = english().tokenise(article);
    Matrix encoded;
    english().annotate(document, &encoded);
    REQUIRE(document.sentences.size() == 400);
    CHECK(encoded.cols == document.tokens.size());
    REQUIRE(document.names.size() == 800);
    for (std::size_t i = 2; i < document.names.size(); ++i) {
        CHECK(document.names[i].label == document.names[i - 2].label);
        CHECK(document.names[i].first > document.names[i - 1].first);
    }
    for (const Sentence& sentence : document.sentences) CHECK(document.tokens[sentence.first + 2].deprel == "root");
}

TEST_CASE("What the network says of a word is in the word's column, whatever is read along with it") {
    const std::string first = "Ms Grey left early today.", second = "She sang.";
    const Article both = article_of(first + " " + second), alone = article_of(second);
    Document together = english().tokenise(both), apart = english().tokenise(alone);
    Matrix encoded, expected;
    english().annotate(together, &encoded);
    english().annotate(apart, &expected);
    REQUIRE(encoded.cols == together.tokens.size());
    REQUIRE(expected.cols == apart.tokens.size());
    for (std::size_t i = 0; i < expected.cols; ++i)
        for (std::size_t row = 0; row < expected.rows; ++row)
            CHECK(encoded.at(row, encoded.cols - expected.cols + i) == Approx(expected.at(row, i)).margin(1e-4));
}
