#include <lede/extraction/antecedent_trainer.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

#include <lede/language/linear_model.hpp>

namespace lede {
namespace {

constexpr int epochs = 8;
constexpr float rate = 0.1F;
/// L2 penalty on the weights that an update touches.
constexpr float penalty = 1e-2F;
/// Features of fewer references are left out.
constexpr std::uint32_t least_uses = 2;
constexpr float smallest = 0.01F;

class Trainer {
  public:
    explicit Trainer(const std::vector<const AntecedentExample*>& examples) : examples_(examples) {
        std::unordered_map<std::uint64_t, std::pair<std::uint32_t, const AntecedentExample*>> uses;
        for (const auto* example : examples)
            for (const std::uint64_t feature : example->features) {
                auto& [count, last] = uses[feature];
                if (last != example) ++count, last = example;
            }
        std::unordered_map<std::uint64_t, std::uint32_t> number_of;
        for (const auto* example : examples) {
            auto& numbers = numbers_.emplace_back();
            for (const std::uint64_t feature : example->features) {
                if (uses[feature].first < least_uses) {
                    numbers.push_back(0);
                    continue;
                }
                const auto [at, added] = number_of.try_emplace(feature, static_cast<std::uint32_t>(features_.size()));
                if (added) features_.push_back(feature);
                numbers.push_back(at->second);
            }
        }
        weights_.assign(features_.size(), 0);
        squares_.assign(features_.size(), 1e-6F);
    }

    void run() {
        std::vector<std::size_t> order(examples_.size());
        std::iota(order.begin(), order.end(), 0);
        std::mt19937_64 random(20240607);
        for (int epoch = 0; epoch < epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
            for (const std::size_t at : order) learn(at);
        }
    }

    SparseWeights weights() const {
        SparseWeights result;
        for (std::size_t i = 1; i < features_.size(); ++i)
            if (std::abs(weights_[i]) >= smallest) result.push_back({features_[i], {{std::uint16_t{0}, weights_[i]}}});
        std::sort(result.begin(), result.end());
        return result;
    }

  private:
    /// Softmax over those of the choices that count.
    static double normalise(std::vector<double>& scores, const std::vector<bool>* only) {
        double top = -1e30, sum = 0;
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (!only || (*only)[i]) top = std::max(top, scores[i]);
        for (std::size_t i = 0; i < scores.size(); ++i) sum += scores[i] = !only || (*only)[i] ? std::exp(scores[i] - top) : 0;
        for (double& score : scores) score /= sum;
        return sum;
    }

    void learn(std::size_t at) {
        const AntecedentExample& example = *examples_[at];
        const auto& numbers = numbers_[at];
        std::vector<double> all;
        for (std::size_t choice = 0, i = 0; choice < example.ends.size(); ++choice) {
            double score = 0;
            for (; i < example.ends[choice]; ++i) score += weights_[numbers[i]];
            all.push_back(score);
        }
        std::vector<double> right = all;
        normalise(all, nullptr);
        normalise(right, &example.right);
        for (std::size_t choice = 0, i = 0; choice < example.ends.size(); ++choice) {
            const auto slope = static_cast<float>(all[choice] - right[choice]);
            if (std::abs(slope) < 1e-4F) i = example.ends[choice];
            for (; i < example.ends[choice]; ++i) step(numbers[i], slope);
        }
    }

    void step(std::uint32_t number, float slope) {
        if (number == 0) return;
        slope += penalty * weights_[number];
        squares_[number] += slope * slope;
        weights_[number] -= rate * slope / std::sqrt(squares_[number]);
    }

    const std::vector<const AntecedentExample*>& examples_;
    std::vector<std::uint64_t> features_{0};  ///< the first stands for all that are left out
    std::vector<std::vector<std::uint32_t>> numbers_;
    std::vector<float> weights_, squares_;
};

}  // namespace

std::string train_antecedents(const std::vector<const AntecedentExample*>& examples) {
    Trainer trainer(examples);
    trainer.run();
    return to_section(trainer.weights(), 1);
}

}  // namespace lede
