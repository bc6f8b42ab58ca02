#include <array>
#include <random>
#include <support/catch.hpp>
#include <support/conllu_check.hpp>

#include <lede/base/utf8.hpp>
#include <lede/language/conllu.hpp>
#include <lede/language/gaps.hpp>
#include <lede/language/language_model.hpp>

using namespace lede;
using lede::test::ConlluCheck;

namespace {

const LanguageModel& english() {
    static const LanguageModel model(LEDE_SOURCE_DIR "/src/data/english/english.model");
    return model;
}

bool is_all_gap(const std::string& text) {
    for (std::size_t at = 0; at < text.size();)
        if (!is_gap(next_code_point(text, at))) return false;
    return true;
}

/// Bytes of all kinds: any at all, characters of all planes, and what texts are made of, in many orders.
class RandomText {
  public:
    std::string next() {
        std::string text;
        const std::size_t parts = random(40);
        for (std::size_t i = 0; i < parts; ++i) add_part(text, random(8));
        return text;
    }

  private:
    std::size_t random(std::size_t below) { return engine_() % below; }

    void add_part(std::string& text, std::size_t kind) {
        static constexpr std::array<std::string_view, 60> usual{
            "the",  "Mr.",     "don't",     "It’s",   "U.S.",   "cannot",  " ",      "  ",     "\n",
            "\n\n", "\r\n",    "\r",        "\t",     "\v",     "\f",      "\"",     "“",      "”",
            "'",    "(",       ")",         "...",    "…",      ".",       "!",      "?",      ",",
            ":-)",  "http://", "www.",      "@",      "#",      "|",       "\\",     "\\s",    "_",
            "-",    "—",       "3.5",       "$",      "%",      "a@b.com", "/",      "😀",      "👩‍👩‍👧",
            "🇩🇪",   "é",       "e\xCC\x81", "\u00A0", "\uFEFF", "\u200B",  "\u2028", "\u00AD", "# text = x",
            "1\t2", "=",       "<<",        "n't",    "\u0085", "gonna"};
        if (kind == 0) text += static_cast<char>(random(256));
        if (kind == 1) append_utf8(text, static_cast<char32_t>(random(3) == 0 ? random(0xD800) : random(0x300)));
        if (kind == 2) append_utf8(text, static_cast<char32_t>(0x1F000 + random(0x800)));
        if (kind == 3) text += static_cast<char>(random(32));
        if (kind == 4 && random(40) == 0) text += std::string(random(3000), static_cast<char>('!' + random(90)));
        if (kind >= 4) text += usual[random(usual.size())];
    }

    std::mt19937 engine_{20240501};  // the same texts in every run
};

void check_exact(const std::string& text) {
    Article article;
    article.text = text;
    article.info.id = "random";
    const Document document = english().tokenise(article);
    std::uint32_t end = 0;
    for (const Token& token : document.tokens) {
        REQUIRE(token.span.begin >= end);
        REQUIRE(token.span.end > token.span.begin);
        REQUIRE(is_all_gap(text.substr(end, token.span.begin - end)));
        end = token.span.end;
    }
    REQUIRE(is_all_gap(text.substr(end)));
    const std::string written = to_conllu(document);
    const ConlluCheck check(written);
    REQUIRE(check.faults() == "");
    REQUIRE(document.tokens.empty() == is_all_gap(text));
    if (document.tokens.empty()) return;
    REQUIRE(check.text() == text);
}

}  // namespace

TEST_CASE("Tokens and gaps give back any text byte for byte, in valid CoNLL-U") {
    RandomText random;
    for (int i = 0; i < 10'000; ++i) {
        const std::string bytes = random.next();
        CAPTURE(i, bytes);
        check_exact(to_valid_utf8(bytes));
    }
    for (const std::string edge : {"", " ", "\n\n", "\xEF\xBB\xBF", "a",
                                   "\xEF\xBB\xBF"
                                   "a ",
                                   " a", "a\n", "a\r\nb\r\n"})
        check_exact(edge);
}

TEST_CASE("Written tokens read back to the same text, tokens and sentences") {
    RandomText random;
    for (int i = 0; i < 2000; ++i) {
        Article article;
        article.text = to_valid_utf8(random.next());
        article.info.id = "random";
        Document document = english().tokenise(article);
        if (document.tokens.empty()) continue;
        for (Token& token : document.tokens) {  // a reader asks for heads
            token.deprel = "dep";
            token.head = static_cast<std::int32_t>(document.sentences[token.sentence].first);
        }
        const auto back = parse_conllu(to_conllu(document), "written");
        CAPTURE(i, article.text);
        REQUIRE(back.size() == 1);
        REQUIRE(back[0].article->text == article.text);
        REQUIRE(back[0].document.tokens.size() == document.tokens.size());
        for (std::size_t k = 0; k < document.tokens.size(); ++k)
            REQUIRE(back[0].document.tokens[k].span == document.tokens[k].span);
        REQUIRE(back[0].document.sentences.size() == document.sentences.size());
        for (std::size_t k = 0; k < document.sentences.size(); ++k)
            REQUIRE(back[0].document.sentences[k].paragraph == document.sentences[k].paragraph);
    }
}

TEST_CASE("The trees of any text are trees") {
    RandomText random;
    for (int i = 0; i < 100; ++i) {
        Article article;
        article.text = to_valid_utf8(random.next());
        article.info.id = "random";
        const ConlluCheck check(to_conllu(english().analyse(article)), true);
        CAPTURE(i, article.text);
        REQUIRE(check.faults() == "");
    }
}

TEST_CASE("Gaps are escaped as UDPipe does, and back") {
    CHECK(escape_gap(" \t\n\r|\\x") == "\\s\\t\\n\\r\\p\\\\x");
    CHECK(unescape_gap("\\s\\t\\n\\r\\p\\\\x\\q\\") == " \t\n\r|\\x\\q\\");
}
