#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lede {

/// A multi-class linear model over hashed features, read from a model file's section without copying.
/// Layout: an open-addressing table of 64-bit feature hashes, each with the place of its row; a row is a list of
/// (label, weight) pairs with only the labels that have a weight. Weights are 16-bit integers.
class LinearModel {
  public:
    LinearModel() = default;
    /// A view of a section written by AveragedPerceptron::to_section or to_section(…); the bytes must outlive the model. Throws Error if malformed.
    explicit LinearModel(std::string_view section);

    std::uint32_t label_count() const { return label_count_; }
    bool empty() const { return label_count_ == 0; }

    /// Adds the feature's weights to `scores` (label_count() numbers).
    void add_scores(std::uint64_t feature, std::span<std::int32_t> scores) const;
    /// As above for each feature, after setting the scores to 0.
    void score(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;

  private:
    struct Slot { std::uint64_t feature; std::uint32_t first; std::uint32_t count; };
    struct Weight { std::uint16_t label; std::int16_t value; };
    std::uint32_t label_count_ = 0;
    std::uint64_t mask_ = 0;
    const Slot* slots_ = nullptr;
    const Weight* weights_ = nullptr;
};

/// Trains a linear model by the averaged perceptron (Collins 2002). Deterministic.
class AveragedPerceptron {
  public:
    explicit AveragedPerceptron(std::uint32_t label_count) : label_count_(label_count) {}

    void score(std::span<const std::uint64_t> features, std::span<float> scores) const;
    /// Adds `amount` to the weights of `label` for these features.
    void update(std::span<const std::uint64_t> features, std::uint32_t label, float amount);
    /// Counts one training step, for the average. Call once per instance, also when nothing was updated.
    void tick() { ++step_; }

    /// The averaged weights as a section for a model file; weights that round to 0, and features seen in fewer than
    /// `min_updates` updates, are left out.
    std::string to_section(std::uint32_t min_updates = 1) const;

  private:
    struct Cell { std::uint16_t label; float weight; double total; std::uint64_t since; };
    struct Row { std::vector<Cell> cells; std::uint32_t updates = 0; };
    std::uint32_t label_count_;
    std::uint64_t step_ = 0;
    std::unordered_map<std::uint64_t, Row> rows_;
};

/// Weights of a model in training, by feature: pairs of label and weight.
using SparseWeights = std::vector<std::pair<std::uint64_t, std::vector<std::pair<std::uint16_t, float>>>>;

/// Packs weights into a section that LinearModel reads; scaled so that the largest magnitude fits 16 bits.
std::string to_section(const SparseWeights& weights, std::uint32_t label_count);

}  // namespace lede
