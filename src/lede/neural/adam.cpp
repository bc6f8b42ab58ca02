#include <cmath>

#include <lede/neural/adam.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

void Adam::move(std::span<Parameter* const> values, std::span<Parameter* const> gradients, float rate) {
    // The gradients are noisy: a shorter memory of their squares than usual learns faster here.
    constexpr float beta1 = 0.9F, beta2 = 0.98F;
    if (steps_++ == 0)
        for (const Parameter* value : values)
            means_.emplace_back(value->value.size(), 0.0F), squares_.emplace_back(value->value.size(), 0.0F);
    const AdamStep step{.rate = rate,
                        .beta1 = beta1,
                        .beta2 = beta2,
                        .epsilon = 1e-8F,
                        .decay = decay_,
                        .correction1 = 1 - std::pow(beta1, static_cast<float>(steps_)),
                        .correction2 = 1 - std::pow(beta2, static_cast<float>(steps_))};
    for (std::size_t i = 0; i < values.size(); ++i)
        kernels().adam(step, values[i]->value.col(0), gradients[i]->value.col(0), means_[i].data(), squares_[i].data(),
                       means_[i].size());
}

}  // namespace lede
