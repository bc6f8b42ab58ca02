#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede {

/// Weights of a model in training, by feature: pairs of label and weight.
using SparseWeights = std::vector<std::pair<std::uint64_t, std::vector<std::pair<std::uint16_t, float>>>>;

/// A multi-class linear model over hashed features, read from a model file's section without copying.
/// Layout: an open-addressing table (linear probing) of slots, each with the lower half of its feature's hash and the
/// place of its row; a row ends where the next slot's begins, and an empty row is a free slot. A row lists (label,
/// weight) pairs, only for the labels that have a weight. Weights are 16-bit integers, or in a compact model 8-bit ones
/// with a quadratic scale. Features must be well-mixed hashes (hash_of, combine).
class LinearModel {
  public:
    LinearModel() = default;
    /// A view of a section written by AveragedPerceptron::to_section or to_section(…); the bytes must outlive the
    /// model. Throws Error if malformed.
    explicit LinearModel(std::string_view section);

    std::uint32_t label_count() const { return label_count_; }
    bool empty() const { return label_count_ == 0; }
    /// What a score of 1 stands for in the weights that were trained: trained score = score * unit().
    float unit() const { return unit_; }

    /// Adds the feature's weights to `scores` (label_count() numbers).
    void add_scores(std::uint64_t feature, std::span<std::int32_t> scores) const;
    /// As above for each feature, after setting the scores to 0.
    void score(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;

  private:
    friend class LinearModelPacker;
    struct Header {
        std::uint32_t label_count, slot_count, weight_count;
        float unit;
    };
    struct Slot {
        std::uint32_t tag;
        std::uint32_t first;
    };
    struct Weight {
        std::uint16_t label;
        std::int16_t value;
        std::int32_t score() const { return value; }
    };
    struct SmallWeight {
        std::uint8_t label;
        std::int8_t code;
        /// Small weights are many and large ones few: steps that grow with the weight lose least.
        std::int32_t score() const { return 2 * code * (code < 0 ? -code : code); }
    };
    static constexpr std::uint32_t compact_mark = 0x8000'0000;  ///< in Header::label_count
    /// Where probing for a feature begins: the upper half of its hash scaled to the table (Lemire's fast range).
    static std::uint32_t home_of(std::uint64_t feature, std::uint32_t slot_count) {
        return static_cast<std::uint32_t>(((feature >> 32) * slot_count) >> 32);
    }
    void check() const;
    template <class Cell>
    void score_cells(const Cell* cells, std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;
    std::uint32_t place_of(std::uint64_t feature) const;

    std::uint32_t label_count_ = 0;
    std::uint32_t slot_count_ = 0;
    std::uint32_t weight_count_ = 0;
    float unit_ = 1;
    const Slot* slots_ = nullptr;
    const Weight* weights_ = nullptr;  ///< one of these two
    const SmallWeight* small_weights_ = nullptr;
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
    /// The same without packing. Sorted by feature.
    SparseWeights averaged(std::uint32_t min_updates = 1) const;

  private:
    /// The average is weight - correction / step_, so that an update touches only its own cells.
    struct Cell {
        std::uint32_t label;
        float weight;
        double correction;
    };
    struct Row {
        std::uint64_t feature;
        std::uint32_t updates = 0;
        std::vector<Cell> cells;
    };
    /// A place in the table: the upper half of the feature, and 1 + the index of its row; 0 if free.
    struct Place {
        std::uint32_t tag, row;
    };
    const Row* find(std::uint64_t feature) const;
    Row& find_or_add(std::uint64_t feature);
    void grow();

    std::uint32_t label_count_;
    std::uint64_t step_ = 1;
    std::vector<Place> table_;  ///< open addressing
    std::vector<Row> rows_;
};

/// Packs weights into a section that LinearModel reads; scaled so that the largest magnitude fits 16 bits.
std::string to_section(const SparseWeights& weights, std::uint32_t label_count);
/// As above in half of the space, for at most 256 labels.
std::string to_compact_section(const SparseWeights& weights, std::uint32_t label_count);

/// Drops the smallest weights (and features left without any), so that the compact section has at most `most_bytes`.
void prune(SparseWeights& weights, std::size_t most_bytes);

}  // namespace lede
