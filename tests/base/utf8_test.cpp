#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/base/utf8.hpp>

using namespace lede;

TEST_CASE("Ill-formed bytes and NUL become U+FFFD, one for each longest ill-formed start", "[utf8]") {
    struct Case {
        std::string bytes, text;
    };
    const std::vector<Case> cases{{"plain", "plain"},
                                  {"Étoile", "Étoile"},
                                  {"a\xFFz", "a\uFFFDz"},
                                  {std::string("a\0z", 3), "a\uFFFDz"},
                                  {"\xC0\xAF", "\uFFFD\uFFFD"},            // overlong
                                  {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // surrogate
                                  {"\xE2\x82", "\uFFFD"},                  // cut off: one character was begun
                                  {"\xF0\x9F\x98x", "\uFFFDx"},
                                  {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // above U+10FFFF
                                  {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"}};
    for (const auto& [bytes, text] : cases) {
        bool changed = false;
        CHECK(to_valid_utf8(bytes, &changed) == text);
        CHECK(changed == (bytes != text));
        CHECK(is_valid_utf8(text));
    }
    CHECK_FALSE(is_valid_utf8("\xE2\x82"));
}

TEST_CASE("Code points are read and written back unchanged", "[utf8]") {
    const std::string text = "aé€😀\uFFFD";
    std::string again;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) append_utf8(again, next_code_point(text, at));
    CHECK(again == text);
    CHECK(count == 5);
    CHECK(count_code_points(text) == 5);
}

TEST_CASE("Case and diacritics are folded for comparing names", "[utf8]") {
    CHECK(fold("Étoile") == "etoile");
    CHECK(fold("ŁÓDŹ") == "łodz");
    CHECK(fold("Straße") == "strasse");
    CHECK(to_lower("ÀB Σ") == "àb σ");
    CHECK(to_upper("àb") == "ÀB");
    CHECK(capitalise("élan vital") == "Élan vital");
    CHECK(capitalise("") == "");
    CHECK(to_nfc("e\u0301") == "é");
}

TEST_CASE("Characters are classed by their Unicode category", "[utf8]") {
    CHECK((is_letter(U'é') && is_letter(U'z') && !is_letter(U'1')));
    CHECK((is_upper(U'É') && !is_upper(U'é') && is_lower(U'é')));
    CHECK((is_digit(U'7') && is_digit(U'٣') && !is_digit(U'½')));
    CHECK((is_space(U'\u00A0') && is_space(U'\u2009') && is_space(U'\n') && !is_space(U'x')));
    CHECK((is_punctuation(U'“') && is_punctuation(U'!') && !is_punctuation(U'$')));
    CHECK((is_symbol(U'$') && is_symbol(U'€') && !is_symbol(U'a')));
}
