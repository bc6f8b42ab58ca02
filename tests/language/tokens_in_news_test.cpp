#include <array>
#include <string_view>
#include <support/catch.hpp>

#include <lede/language/language_model.hpp>

using namespace lede;

namespace {

struct Case {
    std::string_view text, tokens;  ///< tokens divided by blanks, sentences by " / "
};

constexpr auto cases = std::to_array<Case>({
    {"He said “No.” Then he left.", "He said “ No . ” / Then he left ."},
    {"“I’m leaving,” she said. “You can’t stop me!”", "“ I ’m leaving , ” she said . / “ You ca n’t stop me ! ”"},
    {"\"Really?\" she asked. \"Yes,\" he said.", "\" Really ? \" she asked . / \" Yes , \" he said ."},
    {"\"No!\" he said. \"I won't.\"", "\" No ! \" he said . / \" I wo n't . \""},
    {"\"No!\" shouted the tall man. He ran.", "\" No ! \" shouted the tall man . / He ran ."},
    {"\"We won,\" he said.", "\" We won , \" he said ."},
    {"“What is this?” the mayor of London asked reporters. “It’s a bridge.”",
     "“ What is this ? ” the mayor of London asked reporters . / “ It ’s a bridge . ”"},
    {"He said \"It is over. We lost.\" and left.", "He said \" It is over . / We lost . \" and left ."},
    {"He said: \"It is over. We lost.\"", "He said : \" It is over . / We lost . \""},
    {"\"It is over. We lost. We go home,\" she said.", "\" It is over . / We lost . / We go home , \" she said ."},
    {"He lives in St. Louis, Mo., with Mrs. Smith.", "He lives in St. Louis , Mo. , with Mrs. Smith ."},
    {"It cost $3.5bn, €20m or £1,000.50 in 2019.", "It cost $ 3.5 bn , € 20 m or £ 1,000.50 in 2019 ."},
    {"The show \"9-1-1\" beat \"M*A*S*H\" 3-2 at 7:30 p.m. on Monday.",
     "The show \" 9-1-1 \" beat \" M*A*S*H \" 3 - 2 at 7:30 p.m. on Monday ."},
    {"Mail to press@abc-corp.co.uk, see www.example.com/a?b=1 or https://t.co/x_y.",
     "Mail to press@abc-corp.co.uk , see www.example.com/a?b=1 or https://t.co/x_y ."},
    {"Fun 👩‍👩‍👧 and 🇩🇪🇫🇷 and 👍🏽 here ❤️!",
     "Fun 👩‍👩‍👧 and 🇩🇪 🇫🇷 and 👍🏽 here ❤️ !"},
    {"#MeToo @some_one said so.", "#MeToo @some_one said so ."},
    {"Star leaves show after five years", "Star leaves show after five years"},
    {"PRESIDENT SAYS NO TO NEW DEAL. CONGRESS REACTS.", "PRESIDENT SAYS NO TO NEW DEAL . / CONGRESS REACTS ."},
    {"He left.She stayed.", "He left . / She stayed ."},
    {"J.K. Rowling met J. R. R. Tolkien and George W. Bush.", "J.K. Rowling met J. R. R. Tolkien and George W. Bush ."},
    {"Yahoo! said it would pay. Yahoo! Inc. agreed.", "Yahoo! said it would pay . / Yahoo! Inc. agreed ."},
    {"\"Who's Afraid of Virginia Woolf?\" is a play.", "\" Who 's Afraid of Virginia Woolf ? \" is a play ."},
    {"Who Framed Roger Rabbit? was a hit.", "Who Framed Roger Rabbit ? was a hit ."},
    {"The 1st, 2nd and 3.14th of 10,000.", "The 1st , 2nd and 3.14th of 10,000 ."},
    {"Wait… what? No… Yes.", "Wait … what ? / No … / Yes ."},
    {"He was born in Jan. 5, 1990 and died Dec. 3.", "He was born in Jan. 5 , 1990 and died Dec. 3 ."},
    {"Gen. Smith and Lt. Col. Jones of Apple Inc. met Prof. Lee Jr. in Washington, D.C. on Friday.",
     "Gen. Smith and Lt. Col. Jones of Apple Inc. met Prof. Lee Jr. in Washington , D.C. on Friday ."},
    {"I saw Mr. and Mrs. Smith vs. Jones, No. 5.", "I saw Mr. and Mrs. Smith vs. Jones , No. 5 ."},
    {"\"Stop!\" \"Why?\" \"Because.\"", "\" Stop ! \" / \" Why ? \" / \" Because . \""},
    {"(He left. She stayed.) They met.", "( He left . / She stayed . ) / They met ."},
    {"‘It’s fine,’ he said. ‘Don’t worry.’", "‘ It ’s fine , ’ he said . / ‘ Do n’t worry . ’"},
    {"He said he would \"never go back.\" It was late.", "He said he would \" never go back . \" / It was late ."},
    {"The film (2019's \"Us\") made $1.2 million.", "The film ( 2019 's \" Us \" ) made $ 1.2 million ."},
    {"Visit example.com. It is good.", "Visit example.com . / It is good ."},
    {"The company, known as eBay Inc., said so.", "The company , known as eBay Inc. , said so ."},
    {"She has a Ph.D. He has an M.D. from Yale.", "She has a Ph.D. / He has an M.D. from Yale ."},
    {"Is it \"good\"? Yes!", "Is it \" good \" ? / Yes !"},
    {"“Oh, no!” Mary cried. “Help!”", "“ Oh , no ! ” Mary cried . / “ Help ! ”"},
    {"“Is that so?” Mr. J. R. Smith Jr. wondered aloud.", "“ Is that so ? ” Mr. J. R. Smith Jr. wondered aloud ."},
    {"What?! No way!!! Really??", "What ?! / No way !!! / Really ??"},
    {"See Fig. 3 and pp. 10-12.", "See Fig. 3 and pp. 10 - 12 ."},
    {"Yes—really… and then", "Yes — really … and then"},
    {"“I saw it,” the former mayor of London told reporters. “It was big.”",
     "“ I saw it , ” the former mayor of London told reporters . / “ It was big . ”"},
    {"\"He left,\" she said, \"and I stayed.\"", "\" He left , \" she said , \" and I stayed . \""},
    {"“Who’s there?” “It’s me.”", "“ Who ’s there ? ” / “ It ’s me . ”"},
    {"ALL STAFF MUST LEAVE NOW! DO NOT RUN.", "ALL STAFF MUST LEAVE NOW ! / DO NOT RUN ."},
    {"Prices fell 3.5%. Sales rose 10,000.", "Prices fell 3.5 % . / Sales rose 10,000 ."},
    {"The final score was 3-2. They won.", "The final score was 3 - 2 . / They won ."},
    {"Why? Because.", "Why ? / Because ."},
    {"its a great day", "it s a great day"},
    {"The dog lost its tail.", "The dog lost its tail ."},
    {"im happy, ive won", "i m happy , i ve won"},
    {"He met Dr. Jane Smith, Ph.D., and Rev. Jones on Jan. 5 at 10 a.m. in Room No. 5.",
     "He met Dr. Jane Smith , Ph.D. , and Rev. Jones on Jan. 5 at 10 a.m. in Room No. 5 ."},
    {"R&B, AT&T and Q&A.", "R&B , AT&T and Q&A ."},
    {"The so-called “deal” failed.", "The so - called “ deal ” failed ."},
    {"We got 5 stars :-) Thanks!!!", "We got 5 stars :-) Thanks !!!"},
});

std::string tokens_of(std::string_view text) {
    static const LanguageModel model(LEDE_SOURCE_DIR "/src/data/english/english.model");
    Article article;
    article.text = text;
    const Document document = model.tokenise(article);
    std::string result;
    for (std::size_t i = 0; i < document.tokens.size(); ++i) {
        if (i > 0) result += document.tokens[i].sentence == document.tokens[i - 1].sentence ? " " : " / ";
        result += document.form(i);
    }
    return result;
}

}  // namespace

TEST_CASE("Quotations, names, numbers, addresses and signs of all kinds are cut as a reader would") {
    for (const Case& example : cases) {
        CAPTURE(example.text);
        CHECK(tokens_of(example.text) == example.tokens);
    }
}
