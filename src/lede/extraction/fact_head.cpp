#include <lede/extraction/fact_head.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <lede/base/shuffle.hpp>
#include <lede/neural/adam.hpp>

namespace lede {

namespace {

constexpr std::size_t batch_size = 32;
constexpr float rate = 0.01F;
constexpr float most_slope = 10;
/// A handful of examples must not bend the layer at will.
constexpr float weight_decay = 0.02F;
/// Few instances need many rounds, many need few.
constexpr std::size_t wanted_steps = 3000;
constexpr std::size_t most_epochs = 60;
constexpr float first_bias = -3;

/// Replaces logits by the gradient of the cross-entropy.
void slope_of(std::span<float> logits, const FactInstance& instance, float positive_weight) {
    for (std::size_t property = 0; property < logits.size(); ++property) {
        const bool truth = instance.stated.contains(property);
        const float scale = instance.considered.contains(property) ? instance.weight * (truth ? positive_weight : 1.0F) : 0;
        logits[property] = scale * (1 / (1 + std::exp(-logits[property])) - (truth ? 1.0F : 0.0F));
    }
}

}  // namespace

Dense learn_fact_head(const Matrix& thoughts, const std::vector<FactInstance>& instances, std::size_t property_count, float positive_weight) {
    Dense head, gradient;
    head.shape(property_count, thoughts.rows);
    gradient.shape(property_count, thoughts.rows);
    for (float& bias : head.bias.value.values) bias = first_bias;
    Adam adam({&head.weight, &head.bias}, {&gradient.weight, &gradient.bias});
    std::vector<std::uint32_t> order(instances.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t steps = (order.size() + batch_size - 1) / batch_size;
    const std::size_t epochs = std::min(most_epochs, 1 + wanted_steps / std::max<std::size_t>(1, steps));
    Matrix batch, logits;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        shuffle_with(order, epoch + 1);
        const float left = 1 - static_cast<float>(epoch) / static_cast<float>(epochs);
        for (std::size_t first = 0; first < order.size(); first += batch_size) {
            const std::size_t count = std::min(batch_size, order.size() - first);
            batch.resize(thoughts.rows, count);
            for (std::size_t i = 0; i < count; ++i) std::ranges::copy(thoughts.column(order[first + i]), batch.col(i));
            head.forward(batch, logits);
            for (std::size_t i = 0; i < count; ++i) slope_of(logits.column(i), instances[order[first + i]], positive_weight);
            adam.set_zero();
            head.backward(batch, logits, gradient, nullptr);
            adam.step(rate * left, most_slope, weight_decay);
        }
    }
    return head;
}

}  // namespace lede
