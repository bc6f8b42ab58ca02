#include <algorithm>
#include <cstring>
#include <support/catch.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/language/linear_model.hpp>

using namespace lede;

namespace {

/// A model's sections lie at multiples of 64 bytes; a string's bytes lie at a multiple of 8 at least.
struct Packed {
    std::vector<std::uint64_t> storage;
    std::string_view bytes;
    explicit Packed(const std::string& section) : storage(section.size() / 8 + 1) {
        std::memcpy(storage.data(), section.data(), section.size());
        bytes = {reinterpret_cast<const char*>(storage.data()), section.size()};
    }
};

std::vector<std::int32_t> scores_of(const LinearModel& model, std::vector<std::uint64_t> features) {
    std::vector<std::int32_t> scores(model.label_count());
    model.score(features, scores);
    return scores;
}

}  // namespace

TEST_CASE("Packed weights are found again, scaled to 16 bits") {
    SparseWeights weights;
    for (std::uint64_t i = 0; i < 1000; ++i)
        weights.push_back({combine(i, 1), {{static_cast<std::uint16_t>(i % 7), static_cast<float>(i)}}});
    const Packed packed(to_section(weights, 7));
    const LinearModel model(packed.bytes);
    REQUIRE(model.label_count() == 7);
    for (std::uint64_t i = 1; i < 1000; ++i) {
        const auto scores = scores_of(model, {combine(i, 1)});
        CHECK(static_cast<float>(scores[i % 7]) * model.unit() == Approx(static_cast<float>(i)).margin(0.02));
        CHECK(scores[(i + 1) % 7] == 0);
    }
    CHECK(scores_of(model, {combine(5, 2)}) == std::vector<std::int32_t>(7, 0));
}

TEST_CASE("An empty linear model scores nothing") {
    const Packed packed(to_section({}, 3));
    CHECK(scores_of(LinearModel(packed.bytes), {1, 2, 3}) == std::vector<std::int32_t>(3, 0));
}

TEST_CASE("A damaged section of a linear model is an error") {
    const std::string section = to_section({{combine(1, 1), {{0, 1.0F}, {1, 2.0F}}}}, 2);
    CHECK_THROWS_AS(LinearModel(std::string_view()), Error);
    CHECK_THROWS_AS(LinearModel(std::string_view(section).substr(0, section.size() - 1)), Error);
    for (std::size_t at = 0; at < section.size(); ++at) {
        std::string damaged = section;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x7f);
        const Packed packed(damaged);
        try {
            const LinearModel model(packed.bytes);
            if (model.label_count() == 2) scores_of(model, {combine(1, 1), 7});
        } catch (const Error&) {
            // Refused, which is as good as harmless.
        }
    }
}

TEST_CASE("The averaged perceptron learns what a line can separate, and the same bytes twice") {
    const auto train = [] {
        AveragedPerceptron perceptron(3);
        for (int round = 0; round < 10; ++round)
            for (std::uint32_t gold = 0; gold < 3; ++gold) {
                const std::vector<std::uint64_t> features = {combine(gold, 7), combine(9, 9)};
                std::vector<float> scores(3);
                perceptron.score(features, scores);
                std::uint32_t best = 0;
                for (std::uint32_t label = 1; label < 3; ++label)
                    if (scores[label] > scores[best]) best = label;
                if (best != gold) {
                    perceptron.update(features, gold, 1);
                    perceptron.update(features, best, -1);
                }
                perceptron.tick();
            }
        return perceptron.to_section();
    };
    const std::string section = train();
    CHECK(section == train());
    const Packed packed(section);
    const LinearModel model(packed.bytes);
    for (std::uint32_t gold = 0; gold < 3; ++gold) {
        const auto scores = scores_of(model, {combine(gold, 7), combine(9, 9)});
        CHECK(std::max_element(scores.begin(), scores.end()) - scores.begin() == gold);
    }
}
