#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include <lede/language/linear_model.hpp>

namespace lede {

/// Trains a yes-or-no model by logistic regression with the FTRL-Proximal method (McMahan and others 2013), whose
/// penalties keep what was seen once from being learnt by heart. Deterministic.
class LogisticTrainer {
  public:
    struct Penalties {
        double absolute = 1, squared = 1;  ///< of a weight's size, as the paper's lambda 1 and 2
    };
    explicit LogisticTrainer(Penalties penalties) : penalties_(penalties) {}

    /// Adds an example to learn from.
    void add(std::span<const std::uint64_t> features, bool right);
    /// Learns from all examples, so many times, each time in another order.
    void train(int rounds);
    /// The weights, of label 1 alone: a sum above 0 says yes. Sorted by feature.
    SparseWeights weights() const;

  private:
    struct Cell {
        double sum = 0, squares = 0;  ///< the paper's z and n
        std::uint64_t feature = 0;
    };
    struct Example {
        std::size_t first, last;  ///< in numbers_
        bool right;
    };
    double weight_of(const Cell& cell) const;
    void learn(const Example& example);

    Penalties penalties_;
    std::unordered_map<std::uint64_t, std::uint32_t> number_of_;
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> numbers_;
    std::vector<Example> examples_;
};

}  // namespace lede
