#include <cmath>
#include <support/catch.hpp>

#include <lede/language/syntax_gradient.hpp>

using namespace lede;

namespace {

SyntaxShape tiny_shape() {
    SyntaxShape shape;
    shape.word_rows = 5;
    shape.word_size = 3;
    shape.affix_rows = 4;
    shape.affix_size = 2;
    shape.h = 4;
    shape.tags = 3, shape.features = 2, shape.labels = 3;
    shape.arc_size = 5, shape.label_size = 4;
    return shape;
}

SyntaxSentence sentence_of(std::uint32_t length, Random& random) {
    SyntaxSentence sentence;
    const auto below = [&](std::uint32_t most) { return static_cast<std::uint32_t>(random.next() % most); };
    for (std::uint32_t i = 0; i < length; ++i) {
        SyntaxInput& word = sentence.words.emplace_back();
        for (std::size_t t = 0; t < word.rows.size(); ++t) word.rows[t] = below(t == 0 ? 5 : 4);
        sentence.counts.push_back(10);
        sentence.tags.push_back(static_cast<std::uint16_t>(below(3)));
        sentence.features.push_back(static_cast<std::uint16_t>(below(3)));  // 2 is unknown
        std::uint32_t head = below(length + 1);
        if (head == i + 1) head = 0;
        sentence.heads.push_back(static_cast<std::uint16_t>(head));
        sentence.labels.push_back(static_cast<std::uint16_t>(below(3)));
    }
    return sentence;
}

constexpr SyntaxDropout no_dropout{.input = 0, .layer = 0, .role = 0, .vector = 0, .word = 0};

}  // namespace

TEST_CASE("The gradient agrees with differences of the loss, for every kind of weight") {
    Random random(7);
    const SyntaxShape shape = tiny_shape();
    const WordVectors none;
    SyntaxWeights weights(shape);
    weights.randomise(3);
    weights.for_each([&](Parameter& parameter) {
        for (float& value : parameter.value.values) value += random.within(0.5F);
    });
    const SyntaxSentence first = sentence_of(4, random), second = sentence_of(7, random), third = sentence_of(1, random);
    const std::vector<const SyntaxSentence*> batch{&first, &second, &third};

    SyntaxGradient gradient(shape, none);
    gradient.add(weights, batch, no_dropout, 1, random);
    std::vector<Parameter*> values, slopes;
    weights.for_each([&](Parameter& parameter) { values.push_back(&parameter); });
    gradient.sum.for_each([&](Parameter& parameter) { slopes.push_back(&parameter); });

    SyntaxGradient other(shape, none);
    int wrong = 0;  // where the step crosses a kink of a leaky rectifier, once or twice in all
    for (std::size_t p = 0; p < values.size(); ++p)
        for (int sample = 0; sample < 6; ++sample) {
            const std::size_t at = random.next() % values[p]->value.size();
            float& value = values[p]->value.values[at];
            const float before = value, step = 0.002F;
            value = before + step;
            const double more = other.add(weights, batch, no_dropout, 1, random);
            value = before - step;
            const double less = other.add(weights, batch, no_dropout, 1, random);
            value = before;
            const double expected = (more - less) / (2 * static_cast<double>(step));
            const double found = static_cast<double>(slopes[p]->value.values[at]);
            wrong += std::abs(found - expected) > 2e-2 + 2e-2 * std::abs(expected);
        }
    CHECK(wrong <= 2);
}
