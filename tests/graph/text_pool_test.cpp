#include <algorithm>
#include <random>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/graph/text_pool.hpp>

using namespace lede;

TEST_CASE("Equal texts have one number, others their own", "[text_pool]") {
    TextPool pool;
    std::vector<std::string> texts{"", std::string(1, '\0'), "a", std::string("a\0", 2), std::string(3000000, 'x')};
    for (int i = 0; i < 5000; ++i) texts.push_back("https://example.org/person/" + std::to_string(i));
    for (TextId id = 0; id < texts.size(); ++id) {
        CHECK_FALSE(pool.find(texts[id]));
        REQUIRE(pool.add(texts[id]) == id);
    }
    for (TextId id = 0; id < texts.size(); ++id) {
        REQUIRE(pool.add(texts[id]) == id);
        REQUIRE(pool.find(texts[id]) == id);
        REQUIRE(pool[id] == texts[id]);
    }
    CHECK(pool.size() == texts.size());
}

TEST_CASE("Texts are sorted by their bytes, however much their beginnings are alike", "[text_pool][law]") {
    std::mt19937 random(4);
    for (int round = 0; round < 60; ++round) {
        TextPool pool;
        std::vector<std::string> texts;
        for (int i = 0; i < 300; ++i) {
            std::string text = round % 2 == 0 ? "https://example.org/" : "";
            // Few different bytes, the zero and a high one among them, so that many beginnings are alike.
            for (std::size_t size = random() % 20; size > 0; --size) text += std::string("\0a\xFF", 3)[random() % 3];
            if (pool.find(text)) continue;
            pool.add(text);
            texts.push_back(text);
        }
        std::vector<TextId> ids;
        for (TextId id = 0; id < pool.size(); ++id) ids.push_back(id);
        std::shuffle(ids.begin(), ids.end(), random);
        sort_texts(pool, ids);
        std::sort(texts.begin(), texts.end());
        std::vector<std::string> sorted;
        for (const TextId id : ids) sorted.emplace_back(pool[id]);
        CHECK(sorted == texts);
    }
}
