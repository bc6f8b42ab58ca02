#include <cmath>
#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/language/name_gradient.hpp>
#include <lede/language/name_network_trainer.hpp>

using namespace lede;

namespace {

const WordVectors none;
constexpr NameDropout no_dropout{.input = 0, .hidden = 0, .vector = 0, .domain = 0};
constexpr NameNetworkShape tiny{.vector_size = 0, .encoding_size = 3, .domains = 2, .h = 4, .tags = 5};

/// Sentences of one document with random looks and encodings.
struct Sample {
    Sample() : inputs(12), encoded(3, 12), allowed(12) {
        for (NameInput& input : inputs)
            for (std::uint32_t& row : input.rows) row = static_cast<std::uint32_t>(random.next() % 6);
        for (float& value : encoded.values) value = random.within(1);
        for (TagSet& tags : allowed) tags = 1 + random.next() % 30;
        const auto add = [&](std::uint32_t first, std::uint32_t last, std::uint32_t domain) {
            examples.push_back({{std::span(inputs).subspan(first, last - first), &encoded, first, domain},
                                std::span(allowed).subspan(first, last - first)});
        };
        add(0, 4, 0), add(4, 5, 1), add(5, 12, 1);
        for (const NameExample& example : examples) batch.push_back(&example);
    }

    Random random{7};
    std::vector<NameInput> inputs;
    Matrix encoded;
    std::vector<TagSet> allowed;
    std::vector<NameExample> examples;
    std::vector<const NameExample*> batch;
};

NameNetwork random_network(const NameNetworkShape& shape) {
    NameNetwork network(shape);
    network.randomise(3);
    Random random(5);
    network.for_each([&](Parameter& parameter) {
        for (float& value : parameter.value.values) value += random.within(0.5F);
    });
    return network;
}

}  // namespace

TEST_CASE("The gradient for names agrees with differences of the loss, for every kind of weight") {
    Sample sample;
    NameNetwork network = random_network(tiny);
    NameGradient gradient(tiny, none), other(tiny, none);
    gradient.add(network, sample.batch, no_dropout, 1, sample.random);
    const auto values = parameters_of(network), slopes = parameters_of(gradient.sum);
    int wrong = 0;  // where the step crosses a kink of a leaky rectifier, once or twice in all
    for (std::size_t p = 0; p < values.size(); ++p)
        for (int trial = 0; trial < 20; ++trial) {
            // The rows of the table that the sample uses are the first ones.
            const std::size_t at = sample.random.next() % std::min<std::size_t>(values[p]->value.size(), 24);
            float& value = values[p]->value.values[at];
            const float before = value, step = 0.002F;
            value = before + step;
            const double more = other.add(network, sample.batch, no_dropout, 1, sample.random);
            value = before - step;
            const double less = other.add(network, sample.batch, no_dropout, 1, sample.random);
            value = before;
            const double expected = (more - less) / (2 * static_cast<double>(step));
            const double found = static_cast<double>(slopes[p]->value.values[at]);
            wrong += std::abs(found - expected) > 2e-2 + 2e-2 * std::abs(expected);
        }
    CHECK(wrong <= 2);
}

TEST_CASE("The network for names learns what words look like, each time with the same weights") {
    Sample sample;
    for (std::size_t i = 0; i < sample.allowed.size(); ++i)
        sample.allowed[i] = TagSet{1} << sample.inputs[i].rows[0] % 5;
    const NameNetworkTraining training{.epochs = 200, .batch_words = 8, .rate = 0.02F, .dropout = no_dropout};
    NameNetwork network = train_name_network(tiny, none, sample.examples, training);
    NameNetwork again = train_name_network(tiny, none, sample.examples, training);
    CHECK(to_section(network) == to_section(again));
    NameTrace trace;
    for (const NameExample& example : sample.examples) {
        read_names(network, none, example.words, trace);
        for (std::size_t i = 0; i < example.allowed.size(); ++i) {
            double chances = 0;
            for (const float score : trace.scores.column(i)) chances += std::exp(static_cast<double>(score));
            CHECK(chances == Approx(1).margin(0.01));
            const std::uint32_t right = example.words.words[i].rows[0] % 5;
            CHECK(trace.scores.at(right, i) > std::log(0.5F));
        }
    }
}

TEST_CASE("A network for names is written and read, and a damaged one is refused") {
    NameNetwork network = random_network(tiny);
    const std::string section = to_section(network);
    NameNetwork read = parse_name_network(parse_name_network_shape(to_lines(tiny)), section);
    CHECK(to_section(read) == section);
    CHECK_THROWS_AS(parse_name_network(tiny, section.substr(2)), Error);
    CHECK_THROWS_AS(parse_name_network(tiny, section + "xx"), Error);
    auto lines = to_lines(tiny);
    lines[1] = "encoding size\t4000000000";
    CHECK_THROWS_AS(parse_name_network_shape(lines), Error);
    lines.pop_back();
    CHECK_THROWS_AS(parse_name_network_shape(lines), Error);
}
