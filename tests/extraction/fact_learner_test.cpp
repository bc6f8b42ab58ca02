#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/fact_model.hpp>
#include <support/catch.hpp>

using namespace lede;

namespace {

FactInstance make(std::vector<std::uint64_t> features, std::vector<std::size_t> stated) {
    FactInstance instance;
    instance.features = std::move(features);
    instance.considered = instance.stated = PropertySet(2);
    instance.considered.insert(0);
    instance.considered.insert(1);
    for (const std::size_t property : stated) instance.stated.insert(property);
    return instance;
}

std::vector<FactInstance> two_properties() {
    std::vector<FactInstance> instances;
    for (std::uint64_t i = 0; i < 20; ++i) {
        instances.push_back(make({1, 100 + i}, {0}));
        instances.push_back(make({2, 200 + i}, {1}));
        instances.push_back(make({3, 300 + i}, {}));
    }
    return instances;
}

float probability(const SparseWeights& weights, const std::vector<std::uint64_t>& features, std::size_t property) {
    const std::string section = to_section(weights, 2);
    const LinearModel model(section);
    std::vector<std::int32_t> sums(2);
    model.score(features, sums);
    return to_probability(static_cast<float>(sums[property]) * model.unit());
}

}  // namespace

TEST_CASE("The learner tells properties apart by their features") {
    const SparseWeights weights = learn_facts(two_properties(), 2, {});
    CHECK(probability(weights, {1}, 0) > 0.8F);
    CHECK(probability(weights, {1}, 1) < 0.2F);
    CHECK(probability(weights, {2}, 1) > 0.8F);
    CHECK(probability(weights, {3}, 0) < 0.2F);
}

TEST_CASE("The same instances give the same weights") {
    CHECK(to_section(learn_facts(two_properties(), 2, {}), 2) == to_section(learn_facts(two_properties(), 2, {}), 2));
}

TEST_CASE("What is not considered teaches nothing") {
    std::vector<FactInstance> instances = two_properties();
    const SparseWeights before = learn_facts(instances, 2, {});
    FactInstance silent = make({1}, {});
    silent.considered = PropertySet(2);
    instances.push_back(silent);
    CHECK(probability(learn_facts(instances, 2, {}), {1}, 0) > 0.8F);
    CHECK(probability(before, {1}, 0) > 0.8F);
}

TEST_CASE("Feature vectors survive packing, and damaged ones are refused") {
    const std::vector<std::vector<std::uint64_t>> vectors = {{1, 2, 3}, {}, {0xFFFFFFFFFFFFFFFF}};
    const std::string packed = pack_features(vectors);
    CHECK(unpack_features(packed) == vectors);
    CHECK_THROWS(unpack_features(std::string_view(packed).substr(0, packed.size() - 1)));
    CHECK(unpack_features("").empty());
}
