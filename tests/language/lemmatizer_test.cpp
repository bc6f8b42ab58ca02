#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/language/lemmatizer.hpp>

using namespace lede;

TEST_CASE("A lemma script makes the lemma it was found for, also after writing and reading") {
    struct Pair {
        std::string form, lemma;
    };
    const auto pair = GENERATE(Pair{"seasons", "season"}, Pair{"Was", "be"}, Pair{"n't", "not"}, Pair{"NASA", "NASA"},
                               Pair{"BUSH", "Bush"}, Pair{"The", "the"}, Pair{"Étoiles", "étoile"},
                               Pair{"naïve", "naïf"}, Pair{"went", "go"}, Pair{"x", "x"}, Pair{"ran", "run"});
    const LemmaScript script = find_script(pair.form, pair.lemma);
    CHECK(apply_script(script, pair.form) == pair.lemma);
    CHECK(parse_script(to_string(script)) == script);
}

TEST_CASE("A script carries over to other words") {
    CHECK(apply_script(find_script("Cities", "city"), "stories") == "story");
    CHECK(apply_script(find_script("walking", "walk"), "Talking") == "talk");
    CHECK_THROWS_AS(parse_script("x"), Error);
}
