#include <algorithm>
#include <cmath>

#include <lede/language/logistic_trainer.hpp>
#include <lede/base/shuffle.hpp>

namespace lede {

namespace {
constexpr double rate = 0.1;     // the paper's alpha
constexpr double smoothing = 1;  // the paper's beta
}  // namespace

void LogisticTrainer::add(std::span<const std::uint64_t> features, bool right) {
    const std::size_t first = numbers_.size();
    for (const std::uint64_t feature : features) {
        const auto [place, added] = number_of_.try_emplace(feature, static_cast<std::uint32_t>(cells_.size()));
        if (added) cells_.push_back({0, 0, feature});
        numbers_.push_back(place->second);
    }
    examples_.push_back({first, numbers_.size(), right});
}

double LogisticTrainer::weight_of(const Cell& cell) const {
    if (std::abs(cell.sum) <= penalties_.absolute) return 0;
    const double excess = cell.sum - std::copysign(penalties_.absolute, cell.sum);
    return -excess / ((smoothing + std::sqrt(cell.squares)) / rate + penalties_.squared);
}

void LogisticTrainer::learn(const Example& example) {
    double score = 0;
    for (std::size_t i = example.first; i < example.last; ++i) score += weight_of(cells_[numbers_[i]]);
    const double gradient = 1 / (1 + std::exp(-score)) - (example.right ? 1 : 0);
    for (std::size_t i = example.first; i < example.last; ++i) {
        Cell& cell = cells_[numbers_[i]];
        const double weight = weight_of(cell);
        const double squares = cell.squares + gradient * gradient;
        cell.sum += gradient - (std::sqrt(squares) - std::sqrt(cell.squares)) / rate * weight;
        cell.squares = squares;
    }
}

void LogisticTrainer::train(int rounds) {
    std::vector<std::uint32_t> order(examples_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int round = 0; round < rounds; ++round) {
        shuffle_with(order, static_cast<std::uint64_t>(round) + 1);
        for (const std::uint32_t i : order) learn(examples_[i]);
    }
}

SparseWeights LogisticTrainer::weights() const {
    SparseWeights result;
    for (const Cell& cell : cells_)
        if (const double weight = weight_of(cell); weight != 0)
            result.push_back({cell.feature, {{std::uint16_t{1}, static_cast<float>(weight)}}});
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace lede
