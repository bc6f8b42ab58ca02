#include <lede/extraction/fact_tuner.hpp>

#include <algorithm>
#include <numeric>

#include <lede/base/shuffle.hpp>
#include <lede/extraction/fact_gradient.hpp>
#include <lede/extraction/fact_text_copier.hpp>
#include <lede/neural/adam.hpp>

namespace lede {

namespace {

constexpr std::size_t sentences_a_lesson = 8;
/// Few examples need many rounds, many need few.
constexpr std::size_t wanted_steps = 2000, fewest_epochs = 8, most_epochs = 40;
/// Less than what a network learns with from the start; falls to zero in a line.
constexpr float first_rate = 3e-3F;
constexpr float most_slope = 5;
constexpr float loss_unit = 0.05F;
constexpr float first_bias = -3;
constexpr std::uint64_t seed = 7;

/// Which of the pairs to learn from: all before `background`, and of the others as many as those have sentences, from all over.
std::vector<std::size_t> choose_pairs(const FactText& text, std::size_t background) {
    std::vector<std::size_t> chosen(background);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    const FactTextCopier sentences(text);
    const std::size_t most = background > 0 ? sentences.sentence_of(background - 1) + 1 : 0;
    const std::size_t others = text.pairs.size() - background, count = std::min(others, most);
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(background + i * others / count);
    return chosen;
}

std::vector<FactLesson> make_lessons(const FactText& text, const std::vector<FactInstance>& instances, std::size_t background) {
    std::vector<FactLesson> lessons;
    FactTextCopier copier(text);
    std::size_t sentence = 0, sentences = 0;
    for (const std::size_t pair : choose_pairs(text, background)) {
        if (const std::size_t here = copier.sentence_of(pair); lessons.empty() || here != sentence) {
            if (sentences++ % sentences_a_lesson == 0) lessons.emplace_back();
            sentence = here;
        }
        const FactInstance& instance = instances[pair];
        copier.copy(pair, lessons.back().text);
        lessons.back().answers.push_back({instance.considered, instance.stated, instance.weight});
    }
    return lessons;
}

}  // namespace

ExactNetwork tune_fact_network(const FactNetwork& network, const WordVectors& vectors, const FactText& text, const std::vector<FactInstance>& instances,
                              std::size_t background, std::size_t property_count) {
    ExactNetwork tuned{network.shape, network.weights};
    tuned.shape.properties = static_cast<std::uint32_t>(property_count);
    FactWeights& weights = tuned.weights;
    Random random(seed);
    weights.output.shape(property_count, tuned.shape.hidden);
    weights.output.randomise(random);
    std::ranges::fill(weights.output.bias.value.values, first_bias);
    const std::vector<FactLesson> lessons = make_lessons(text, instances, background);
    std::vector<const FactLesson*> order;
    for (const FactLesson& lesson : lessons) order.push_back(&lesson);
    FactGradient gradient(tuned.shape, vectors);
    Adam adam(weights.parameters(), gradient.sum.parameters());
    const std::size_t epochs = std::clamp(wanted_steps / std::max<std::size_t>(1, order.size()), fewest_epochs, most_epochs);
    const auto steps = static_cast<float>(epochs * order.size());
    float done = 0;
    for (std::size_t epoch = 1; epoch <= epochs; ++epoch) {
        shuffle_with(order, epoch);
        for (const FactLesson* lesson : order) {
            adam.set_zero();
            gradient.add(weights, *lesson, FactDropout{}, loss_unit, random);
            adam.step(first_rate * (1 - done++ / steps), most_slope);
        }
    }
    return tuned;
}

}  // namespace lede
