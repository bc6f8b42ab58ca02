#include <cmath>
#include <support/catch.hpp>

#include <lede/extraction/fact_gradient.hpp>

using namespace lede;

namespace {

FactShape tiny_shape() {
    FactShape shape;
    shape.class_rows = 4, shape.relation_rows = 3;
    shape.class_size = 3, shape.small_size = 2;
    shape.h = 3, shape.hidden = 5, shape.properties = 4;
    return shape;
}

/// Two sentences of 4 and 2 words with a pair each, and one with an implicit subject.
FactLesson tiny_lesson(Random& random) {
    const auto below = [&](std::uint64_t most) { return static_cast<std::uint16_t>(random.next() % most); };
    FactLesson lesson;
    lesson.text.lengths = {4, 2};
    for (int i = 0; i < 6; ++i) lesson.text.words.push_back({FactWord::no_vector, below(4), below(8), below(20), below(3)});
    const auto none = FactPair::nowhere;
    lesson.text.pairs = {{{0, 3, 1, none, 1, 2, none}, 1, 3, {below(4), below(4), below(64), below(40)}},
                         {{5, 4, 4, 4, none, none, 5}, 5, 5, {below(4), below(4), below(64), below(40)}},
                         {{none, 2, 2, none, none, 1, 3}, 0, 2, {below(4), below(4), below(64), below(40)}}};
    for (std::size_t p = 0; p < 3; ++p) {
        FactLesson::Answer answer{PropertySet(4), PropertySet(4), 0.5F};
        for (std::size_t property = p; property < 4; ++property) answer.considered.insert(property);
        answer.stated.insert(p);
        lesson.answers.push_back(answer);
    }
    return lesson;
}

constexpr FactDropout no_dropout{.input = 0, .state = 0, .hidden = 0};

}  // namespace

TEST_CASE("The gradient of the facts' network agrees with differences of the loss, for every kind of weight") {
    Random random(5);
    const FactShape shape = tiny_shape();
    const WordVectors none;
    FactWeights weights(shape);
    weights.randomise(2);
    for (Parameter* parameter : weights.parameters())
        for (float& value : parameter->value.values) value += random.within(0.5F);
    const FactLesson lesson = tiny_lesson(random);

    FactGradient gradient(shape, none);
    gradient.add(weights, lesson, no_dropout, 1, random);
    const auto values = weights.parameters(), slopes = gradient.sum.parameters();
    const auto loss = [&] {
        FactGradient other(shape, none);
        return other.add(weights, lesson, no_dropout, 1, random);
    };
    constexpr float step = 2e-3F;
    for (std::size_t p = 0; p < values.size(); ++p)
        for (std::size_t i = 0; i < values[p]->value.size(); i += 1 + values[p]->value.size() / 11) {
            float& value = values[p]->value.values[i];
            const float kept = value;
            value = kept + step;
            const double above = loss();
            value = kept - step;
            const double below = loss();
            value = kept;
            INFO("parameter " << p << ", value " << i);
            const double expected = (above - below) / (2 * static_cast<double>(step));
            CHECK(std::abs(static_cast<double>(slopes[p]->value.values[i]) - expected) < 3e-3 + 2e-2 * std::abs(expected));
        }
}
