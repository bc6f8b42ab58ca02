#include <algorithm>
#include <cmath>
#include <numeric>

#include <lede/neural/adam.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

Adam::Adam(std::vector<Parameter*> weights, std::vector<Parameter*> gradients)
    : weights_(std::move(weights)), gradients_(std::move(gradients)), mean_(weights_.size()), square_(weights_.size()) {
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        mean_[i].shape(weights_[i]->value.rows, weights_[i]->value.cols);
        square_[i].shape(weights_[i]->value.rows, weights_[i]->value.cols);
    }
}

void Adam::step(float rate, float most_slope, float weight_decay) {
    ++steps_;
    double length = 0;
    for (const Parameter* gradient : gradients_) {
        const Floats& slope = gradient->value.values;
        length += std::inner_product(slope.begin(), slope.end(), slope.begin(), 0.0);
    }
    const auto cut = static_cast<float>(std::min(1.0, static_cast<double>(most_slope) / (std::sqrt(length) + 1e-9)));
    // The gradients are noisy: a shorter memory of their squares than usual learns faster here.
    constexpr float beta1 = 0.9F, beta2 = 0.98F;
    const AdamStep step{.rate = rate, .beta1 = beta1, .beta2 = beta2, .epsilon = 1e-8F, .decay = weight_decay,
                        .correction1 = 1 - std::pow(beta1, static_cast<float>(steps_)),
                        .correction2 = 1 - std::pow(beta2, static_cast<float>(steps_))};
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        Floats& slope = gradients_[i]->value.values;
        if (cut < 1)
            for (float& part : slope) part *= cut;
        kernels().adam(step, weights_[i]->value.col(0), slope.data(), mean_[i].value.col(0), square_[i].value.col(0), slope.size());
    }
}

void Adam::set_zero() {
    for (Parameter* gradient : gradients_) std::fill(gradient->value.values.begin(), gradient->value.values.end(), 0.0F);
}

}  // namespace lede
