#include <support/catch.hpp>

#include <lede/extraction/fact_network.hpp>
#include <lede/extraction/fact_tuner.hpp>

using namespace lede;

namespace {

FactNetwork small_network() {
    FactNetwork network;
    network.vocabulary = FactVocabulary({"http://x/A", "http://x/B"}, {"nsubj", "obj"});
    network.shape = {.class_rows = network.vocabulary.class_rows(), .relation_rows = network.vocabulary.relation_rows(),
                     .class_size = 4, .small_size = 4, .h = 6, .hidden = 8, .properties = 1};
    network.weights = FactWeights(network.shape);
    network.weights.randomise(1);
    return network;
}

/// Sentences of three words with a pair each. The middle word's relation tells which of two properties holds; with a third one, none does.
struct Lessons {
    FactText text;
    std::vector<FactInstance> instances;

    Lessons() {
        for (std::uint32_t i = 0; i < 90; ++i) {
            const std::uint32_t base = 3 * i;
            text.words.push_back({FactWord::no_vector, 1, 1, 3, 0});
            text.words.push_back({FactWord::no_vector, 0, 0, 4, static_cast<std::uint16_t>(i % 3)});
            text.words.push_back({FactWord::no_vector, 2, 1, 3, 0});
            text.lengths.push_back(3);
            text.pairs.push_back({{base, base + 2, base + 1, FactPair::nowhere, base + 1, base + 1, FactPair::nowhere}, base + 1, base + 2, {1, 2, 9, 3}});
            FactInstance& instance = instances.emplace_back();
            instance.considered = instance.stated = PropertySet(2);
            instance.considered.insert(0);
            instance.considered.insert(1);
            if (i % 3 < 2) instance.stated.insert(i % 3);
        }
    }
};

}  // namespace

TEST_CASE("A tuned network tells properties that the network did not know, and comes out the same twice") {
    const FactNetwork network = small_network();
    const WordVectors no_vectors;
    const Lessons lessons;
    ExactNetwork tuned = tune_fact_network(network, no_vectors, lessons.text, lessons.instances, 90, 2);
    CHECK(tuned.shape.properties == 2);
    FactTrace trace;
    fact_network::read(tuned.weights, no_vectors, lessons.text, trace);
    for (std::size_t pair = 0; pair < 3; ++pair)
        for (std::size_t property = 0; property < 2; ++property) {
            INFO("pair " << pair << ", property " << property);
            CHECK((trace.output.at(property, pair) > 0) == (pair == property));
        }
    ExactNetwork again = tune_fact_network(network, no_vectors, lessons.text, lessons.instances, 90, 2);
    CHECK(to_exact_section(tuned) == to_exact_section(again));
    FactWeights kept = network.weights;
    CHECK(kept.output.out() == 1);
}
