#include <lede/extraction/fact_learner.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>
#include <unordered_set>

namespace lede {
namespace {

/// Features that only false instances have must be common to be worth their place.
constexpr std::uint32_t min_false_count = 20;

std::unordered_map<std::uint64_t, std::uint32_t> number_features(const std::vector<FactInstance>& instances, std::uint32_t min_count) {
    std::unordered_map<std::uint64_t, std::uint32_t> uses;
    for (const FactInstance& instance : instances)
        for (const std::uint64_t feature : instance.features) ++uses[feature];
    // A feature that no true instance has can only lower scores that are low already; dropping it costs little and saves much.
    std::unordered_set<std::uint64_t> in_true;
    for (const FactInstance& instance : instances)
        if (!instance.stated.empty()) in_true.insert(instance.features.begin(), instance.features.end());
    std::vector<std::uint64_t> kept;
    for (const auto& [feature, count] : uses)
        if (count >= (in_true.contains(feature) ? min_count : min_false_count)) kept.push_back(feature);
    std::sort(kept.begin(), kept.end());
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;
    for (const std::uint64_t feature : kept) numbers.emplace(feature, static_cast<std::uint32_t>(numbers.size()));
    return numbers;
}

class Learner {
  public:
    Learner(const std::vector<FactInstance>& instances, std::size_t labels, const LearnerOptions& options)
        : labels_(labels), options_(options), numbers_(number_features(instances, options.min_count)) {
        cells_.resize(numbers_.size() * labels_);
        for (const FactInstance& instance : instances) {
            Row row{&instance, {}, {}};
            for (const std::uint64_t feature : instance.features)
                if (const auto number = numbers_.find(feature); number != numbers_.end()) row.features.push_back(number->second);
            for (std::size_t label = 0; label < labels_; ++label)
                if (instance.considered.contains(label)) row.labels.push_back(static_cast<std::uint16_t>(label));
            if (!row.labels.empty()) rows_.push_back(std::move(row));
        }
    }

    double run_epoch(std::uint64_t seed) {
        std::vector<std::uint32_t> order(rows_.size());
        std::iota(order.begin(), order.end(), 0);
        std::mt19937_64 random(seed);
        // std::shuffle differs between standard libraries, and the same data must give the same model.
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
        double loss = 0;
        for (const std::uint32_t at : order) loss += learn(rows_[at]);
        return rows_.empty() ? 0 : loss / static_cast<double>(rows_.size());
    }

    SparseWeights result() const {
        std::vector<std::uint64_t> features(numbers_.size());
        for (const auto& [feature, number] : numbers_) features[number] = feature;
        SparseWeights sparse;
        for (std::size_t i = 0; i < features.size(); ++i) {
            std::vector<std::pair<std::uint16_t, float>> row;
            for (std::size_t label = 0; label < labels_; ++label)
                if (const float weight = cells_[i * labels_ + label].weight; std::abs(weight) >= options_.smallest)
                    row.emplace_back(static_cast<std::uint16_t>(label), weight);
            if (!row.empty()) sparse.emplace_back(features[i], std::move(row));
        }
        return sparse;
    }

  private:
    struct Row {
        const FactInstance* instance;
        std::vector<std::uint32_t> features;
        std::vector<std::uint16_t> labels;
    };

    double learn(const Row& row) {
        double loss = 0;
        gradients_.assign(row.labels.size(), 0);
        for (const std::uint32_t feature : row.features)
            for (std::size_t k = 0; k < row.labels.size(); ++k) gradients_[k] += cells_[feature * labels_ + row.labels[k]].weight;
        for (std::size_t k = 0; k < row.labels.size(); ++k) {
            const bool truth = row.instance->stated.contains(row.labels[k]);
            const float probability = 1.0F / (1.0F + std::exp(-gradients_[k]));
            loss -= std::log(std::max(truth ? probability : 1 - probability, 1e-7F));
            gradients_[k] = (probability - (truth ? 1.0F : 0.0F)) * row.instance->weight * (truth ? options_.positive_weight : 1.0F);
        }
        // Steps that would not show cost most of the time: nearly all candidates are clearly false.
        for (std::size_t k = 0; k < row.labels.size(); ++k)
            if (std::abs(gradients_[k]) >= 1e-3F)
                for (const std::uint32_t feature : row.features) step(cells_[feature * labels_ + row.labels[k]], gradients_[k]);
        return loss;
    }

    /// A weight and the sum of its squared gradients, side by side as they are used together.
    struct Cell {
        float weight = 0, square = 1e-6F;
    };

    void step(Cell& cell, float gradient) const {
        gradient += options_.decay * cell.weight;
        cell.square += gradient * gradient;
        cell.weight -= options_.rate * gradient / std::sqrt(cell.square);
    }

    std::size_t labels_;
    LearnerOptions options_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::vector<Cell> cells_;
    std::vector<Row> rows_;
    std::vector<float> gradients_;
};

}  // namespace

SparseWeights learn_facts(const std::vector<FactInstance>& instances, std::size_t property_count, const LearnerOptions& options,
                          const std::function<void(int, double)>& progress) {
    Learner learner(instances, property_count, options);
    for (int epoch = 1; epoch <= options.epochs; ++epoch) {
        const double loss = learner.run_epoch(static_cast<std::uint64_t>(epoch));
        if (progress) progress(epoch, loss);
    }
    return learner.result();
}

}  // namespace lede
