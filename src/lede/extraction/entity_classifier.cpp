#include <lede/extraction/entity_classifier.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>
#include <unordered_map>

namespace lede {

namespace {

/// An ontology with more classes takes twice the space.
constexpr std::uint32_t most_compact_labels = 256;
constexpr int epochs = 20;
/// After the small weights are gone, the others take over what these did.
constexpr int further_epochs = 10;
constexpr float rate = 0.1F;
/// L2 penalty on the weights that an update touches, chosen by cross-validation: it keeps rare features small and makes the
/// probabilities honest enough to choose a superclass by.
constexpr float penalty = 1e-3F;

void softmax(std::span<double> scores) {
    const double top = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& score : scores) sum += score = std::exp(score - top);
    for (double& score : scores) score /= sum;
}

/// Rows of weights by feature.
class Regression {
  public:
    Regression(const std::vector<ClassifierExample>& examples, std::uint32_t label_count, std::uint32_t least_uses) : labels_(label_count) {
        std::unordered_map<std::uint64_t, std::uint32_t> uses;
        for (const auto& example : examples)
            for (const std::uint64_t feature : example.features) ++uses[feature];
        for (const auto& example : examples) {
            auto& rows = rows_.emplace_back();
            for (const std::uint64_t feature : example.features) {
                if (uses[feature] < least_uses) continue;
                const auto [at, added] = row_of_.try_emplace(feature, static_cast<std::uint32_t>(features_.size()));
                if (added) features_.push_back(feature);
                rows.push_back(at->second);
            }
        }
        weights_.assign(features_.size() * labels_, 0);
        squares_.assign(weights_.size(), 1e-6F);
    }

    void learn(std::size_t example, std::uint32_t label) {
        std::vector<double> scores(labels_, 0);
        for (const std::uint32_t row : rows_[example])
            for (std::uint32_t t = 0; t < labels_; ++t) scores[t] += weights_[std::size_t{row} * labels_ + t];
        softmax(scores);
        scores[label] -= 1;
        for (const std::uint32_t row : rows_[example])
            for (std::uint32_t t = 0; t < labels_; ++t) step(std::size_t{row} * labels_ + t, static_cast<float>(scores[t]));
    }

    /// Sets all but the `most` largest weights to zero, for good.
    void keep_largest(std::size_t most) {
        const float least = size_of_nth(most);
        for (std::size_t cell = 0; cell < weights_.size(); ++cell)
            if (std::abs(weights_[cell]) <= least) weights_[cell] = 0, squares_[cell] = std::numeric_limits<float>::infinity();
    }

    SparseWeights weights() const {
        SparseWeights result;
        for (std::size_t row = 0; row < features_.size(); ++row) {
            std::vector<std::pair<std::uint16_t, float>> cells;
            for (std::uint32_t t = 0; t < labels_; ++t)
                if (const float w = weights_[row * labels_ + t]; w != 0) cells.emplace_back(static_cast<std::uint16_t>(t), w);
            if (!cells.empty()) result.emplace_back(features_[row], std::move(cells));
        }
        return result;
    }

  private:
    /// The size of the first weight that is not among the `most` largest.
    float size_of_nth(std::size_t most) const {
        std::vector<float> sizes;
        for (const float w : weights_) sizes.push_back(std::abs(w));
        if (sizes.size() <= most) return 0;
        std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(most), sizes.end(), std::greater<>());
        return sizes[most];
    }

    void step(std::size_t cell, float slope) {
        slope += penalty * weights_[cell];
        squares_[cell] += slope * slope;
        weights_[cell] -= rate * slope / std::sqrt(squares_[cell]);
    }

    std::uint32_t labels_;
    std::unordered_map<std::uint64_t, std::uint32_t> row_of_;
    std::vector<std::uint64_t> features_;
    std::vector<std::vector<std::uint32_t>> rows_;
    std::vector<float> weights_, squares_;
};

}  // namespace

std::string train_classifier(const std::vector<ClassifierExample>& examples, std::uint32_t label_count, std::uint32_t least_uses, std::size_t most_weights) {
    Regression regression(examples, label_count, least_uses);
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), 0);
    std::mt19937_64 random(20240601);
    for (int epoch = 0; epoch < epochs + further_epochs; ++epoch) {
        if (epoch == epochs) regression.keep_largest(most_weights);
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
        for (const std::size_t example : order) regression.learn(example, examples[example].label);
    }
    const SparseWeights weights = regression.weights();
    return label_count <= most_compact_labels ? to_compact_section(weights, label_count) : to_section(weights, label_count);
}

std::vector<double> classify(const LinearModel& model, std::span<const std::uint64_t> features) {
    std::vector<std::int32_t> scores(model.label_count(), 0);
    model.score(features, scores);
    std::vector<double> result(scores.begin(), scores.end());
    for (double& score : result) score *= model.unit();
    softmax(result);
    return result;
}

void make_feature_set(std::vector<std::uint64_t>& features) {
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
}

}  // namespace lede
