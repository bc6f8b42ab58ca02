#pragma once

#include <limits>
#include <vector>

#include <lede/neural/parameter.hpp>

namespace lede {

/// Moves weights against their gradients by Adam (Kingma and Ba 2015), with decoupled weight decay (Loshchilov and Hutter 2019).
class Adam {
  public:
    /// Weights and gradients in the same order and of the same shapes; both must outlive this object.
    Adam(std::vector<Parameter*> weights, std::vector<Parameter*> gradients);

    /// One step with the gradients as they are; a gradient longer than `most_slope` is cut to that length.
    void step(float rate, float most_slope = std::numeric_limits<float>::infinity(), float weight_decay = 0);
    /// Of the gradients.
    void set_zero();

  private:
    std::vector<Parameter*> weights_, gradients_;
    std::vector<Parameter> mean_, square_;
    int steps_ = 0;
};

}  // namespace lede
