#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <lede/neural/parameter.hpp>

namespace lede {

/// Moves weights against their gradients by Adam (Kingma and Ba 2015), with decoupled weight decay (Loshchilov and
/// Hutter 2019). Holds what it remembers of earlier gradients.
class Adam {
  public:
    explicit Adam(float weight_decay = 0) : decay_(weight_decay) {}

    /// One step. The parameters and their gradients are the same ones, in the same order, each time.
    void move(std::span<Parameter* const> values, std::span<Parameter* const> gradients, float rate);

  private:
    float decay_;
    std::uint64_t steps_ = 0;
    std::vector<Floats> means_, squares_;
};

}  // namespace lede
