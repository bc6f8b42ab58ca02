#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/extraction/fact_text_copier.hpp>
#include <lede/extraction/fact_text_section.hpp>

using namespace lede;

namespace {

constexpr auto none = FactPair::nowhere;

/// Sentences of 2, 3 and 2 words; a pair in the first, two in the second, one in the third.
FactText three_sentences() {
    FactText text;
    for (std::uint16_t i = 0; i < 7; ++i) text.words.push_back({i, i % 2 ? std::uint16_t{1} : std::uint16_t{0}, 1, 2, 1});
    text.lengths = {2, 3, 2};
    text.pairs = {{{0, 1, 0, none, 1, 0, none}, 1, 1, {1, 0, 5, 7}},
                  {{2, 4, 3, none, 3, 3, none}, 3, 4, {0, 1, 6, 8}},
                  {{none, 2, none, none, none, none, 3}, 2, 2, {1, 1, 7, 9}},
                  {{5, 6, 5, none, 6, 5, none}, 9, 9, {0, 0, 8, 10}}};
    return text;
}

FactVocabulary small_vocabulary() { return {{"http://x/A", "http://x/B"}, {"nsubj", "obj"}}; }

}  // namespace

TEST_CASE("Pairs are copied with their sentences, each sentence once") {
    const FactText from = three_sentences();
    FactTextCopier copier(from);
    FactText to;
    for (const std::size_t pair : {1, 2, 3}) copier.copy(pair, to);
    CHECK(to.lengths == std::vector<std::uint32_t>{3, 2});
    REQUIRE(to.words.size() == 5);
    CHECK((to.words[0].vector == 2 && to.words[4].vector == 6));
    REQUIRE(to.pairs.size() == 3);
    CHECK(to.pairs[0].places == std::array<std::uint32_t, 7>{0, 2, 1, none, 1, 1, none});
    CHECK((to.pairs[0].between_first == 1 && to.pairs[0].between_last == 2));
    CHECK(to.pairs[1].places == std::array<std::uint32_t, 7>{none, 0, none, none, none, none, 1});
    CHECK(to.pairs[2].places == std::array<std::uint32_t, 7>{3, 4, 3, none, 4, 3, none});
    CHECK(to.pairs[2].between_first == to.pairs[2].between_last);
    CHECK(to.pairs[2].rows == from.pairs[3].rows);

    FactText other;
    copier.copy(3, other);
    CHECK(other.lengths == std::vector<std::uint32_t>{2});
    CHECK(other.pairs[0].places[0] == 0);
}

TEST_CASE("A text of pairs is read from its section as it was") {
    const FactText text = three_sentences();
    const std::string section = pack_fact_text(text);
    const FactText found = unpack_fact_text(section, small_vocabulary(), 7);
    CHECK(pack_fact_text(found) == section);
    CHECK(unpack_fact_text("", small_vocabulary(), 7).words.empty());
    CHECK_THROWS_AS(unpack_fact_text(section.substr(0, section.size() - 1), small_vocabulary(), 7), Error);
}

TEST_CASE("A text that a network could not read is refused") {
    const auto is_refused = [](auto change, std::size_t vector_rows = 7) {
        FactText text = three_sentences();
        change(text);
        try {
            unpack_fact_text(pack_fact_text(text), small_vocabulary(), vector_rows);
        } catch (const Error&) {
            return true;
        }
        return false;
    };
    CHECK_FALSE(is_refused([](FactText&) {}));
    CHECK(is_refused([](FactText&) {}, 6));
    CHECK(is_refused([](FactText& text) { text.lengths = {2, 3, 1}; }));
    CHECK(is_refused([](FactText& text) { text.lengths = {2, 3, 0, 2}; }));
    CHECK(is_refused([](FactText& text) { text.words[3].class_row = 11; }));
    CHECK(is_refused([](FactText& text) { text.words[3].kind = FactVocabulary::kind_rows; }));
    CHECK(is_refused([](FactText& text) { text.words[3].upos = FactVocabulary::upos_rows; }));
    CHECK(is_refused([](FactText& text) { text.words[3].relation = 3; }));
    CHECK(is_refused([](FactText& text) { text.pairs[1].places[6] = 5; }));
    CHECK(is_refused([](FactText& text) { text.pairs[1].places[0] = 7; }));
    CHECK(is_refused([](FactText& text) { text.pairs[1].between_last = 6; }));
    CHECK(is_refused([](FactText& text) { text.pairs[1].rows[0] = 11; }));
    CHECK(is_refused([](FactText& text) { text.pairs[1].rows[3] = FactVocabulary::distance_rows; }));
}
