#include <limits>
#include <support/catch.hpp>

#include <lede/language/spanning_tree.hpp>
#include <lede/neural/random.hpp>

using namespace lede;

namespace {

bool is_single_rooted_tree(const std::vector<std::uint16_t>& heads) {
    int roots = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        roots += heads[i] == 0;
        std::size_t at = i + 1, steps = 0;
        while (at != 0 && steps++ <= heads.size()) at = heads[at - 1];
        if (at != 0) return false;
    }
    return roots == 1;
}

float score_of(const Matrix& scores, const std::vector<std::uint16_t>& heads) {
    float sum = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) sum += scores.at(heads[i], i + 1);
    return sum;
}

/// By trying all heads.
float best_score(const Matrix& scores) {
    const std::size_t n = scores.cols - 1;
    std::vector<std::uint16_t> heads(n, 0);
    float best = -std::numeric_limits<float>::infinity();
    for (;;) {
        if (is_single_rooted_tree(heads)) best = std::max(best, score_of(scores, heads));
        std::size_t at = 0;
        while (at < n && ++heads[at] > n) heads[at++] = 0;
        if (at == n) return best;
    }
}

}  // namespace

TEST_CASE("The spanning tree is the best one of all with one root") {
    Random random(5);
    for (int round = 0; round < 300; ++round) {
        const std::size_t n = 1 + random.next() % 5;
        Matrix scores(n + 1, n + 1);
        for (float& score : scores.values) score = random.within(10);
        std::vector<std::uint16_t> heads;
        find_spanning_tree(scores, heads);
        REQUIRE(heads.size() == n);
        CHECK(is_single_rooted_tree(heads));
        CHECK(std::abs(score_of(scores, heads) - best_score(scores)) < 1e-3F);
    }
}
