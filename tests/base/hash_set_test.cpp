#include <cstdint>
#include <support/catch.hpp>
#include <unordered_set>

#include <lede/base/hash_set.hpp>

using namespace lede;

TEST_CASE("A hash is new once, also zero and those that fall on one place", "[hash]") {
    HashSet set;
    std::unordered_set<std::uint64_t> expected;
    std::uint64_t state = 3;
    for (int i = 0; i < 30000; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        // few different upper halves and all lower bits zero: one place in the table for thousands
        const std::uint64_t hash = i % 3 == 0 ? (state >> 52) << 40 : (state >> 20) % 20000 + 2;
        CHECK(set.insert(hash) == expected.insert(hash).second);
    }
    CHECK(set.size() == expected.size());
    CHECK(HashSet().insert(0));
    HashSet zero;
    zero.insert(0);
    CHECK_FALSE(zero.insert(0));
}
