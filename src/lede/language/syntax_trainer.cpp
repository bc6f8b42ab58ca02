#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>

#include <lede/base/shuffle.hpp>
#include <lede/language/syntax_trainer.hpp>
#include <lede/neural/adam.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

namespace {

using Sentences = std::vector<const SyntaxSentence*>;

/// Batches of sentences of like length, in random order.
std::vector<Sentences> make_batches(const std::vector<SyntaxSentence>& sentences, std::size_t batch_words,
                                    std::uint64_t seed) {
    std::vector<std::uint32_t> order(sentences.size());
    std::iota(order.begin(), order.end(), 0U);
    shuffle_with(order, seed);
    // Sorted by rough length only, so that the batches differ from epoch to epoch.
    const auto rough_length = [&](std::uint32_t i) { return sentences[i].words.size() / 4; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rough_length(a) < rough_length(b); });
    std::vector<Sentences> batches;
    std::size_t words = batch_words;
    for (const std::uint32_t i : order) {
        if (sentences[i].words.empty()) continue;
        if (words + sentences[i].words.size() > batch_words && (words = 0, true)) batches.emplace_back();
        batches.back().push_back(&sentences[i]);
        words += sentences[i].words.size();
    }
    shuffle_with(batches, seed + 1);
    return batches;
}

std::size_t count_words(const Sentences& sentences) {
    std::size_t count = 0;
    for (const SyntaxSentence* sentence : sentences) count += sentence->words.size();
    return count;
}

std::vector<Parameter*> parameters_of(SyntaxWeights& weights) {
    std::vector<Parameter*> all;
    weights.for_each([&](Parameter& parameter) { all.push_back(&parameter); });
    return all;
}

class Learner {
  public:
    Learner(const SyntaxShape& shape, const WordVectors& vectors, const SyntaxTraining& training)
        : weights(shape), training_(training), adam_(training.weight_decay),
          gradients_{SyntaxGradient(shape, vectors), SyntaxGradient(shape, vectors)} {
        weights.randomise(training.seed);
    }

    /// One step; returns the loss of the batch, by word.
    double learn(const Sentences& batch, float rate) {
        std::array<Sentences, 2> halves;
        for (std::size_t i = 0; i < batch.size(); ++i) halves[i % 2].push_back(batch[i]);
        const float weight = 1 / static_cast<float>(count_words(batch));
        const auto add_half = [&](std::size_t half) {
            gradients_[half].sum.set_zero();
            Random random(training_.seed * 0x51ED27 + step_ * 2 + half);
            return halves[half].empty() ? 0.0 : gradients_[half].add(weights, halves[half], training_.dropout, weight, random);
        };
        std::future<double> other = std::async(std::launch::async, add_half, 1);
        double loss = add_half(0);
        loss += other.get();
        move_weights(rate);
        return loss;
    }

    SyntaxWeights weights;

  private:
    void move_weights(float rate) {
        ++step_;
        const auto values = parameters_of(weights), slopes = parameters_of(gradients_[0].sum),
                   others = parameters_of(gradients_[1].sum);
        double length = 0;
        for (std::size_t i = 0; i < slopes.size(); ++i) {
            Floats& slope = slopes[i]->value.values;
            kernels().add_to_columns(others[i]->value.col(0), slope.data(), slope.size(), 1);
            length += std::inner_product(slope.begin(), slope.end(), slope.begin(), 0.0);
        }
        const auto cut = static_cast<float>(std::min(1.0, static_cast<double>(training_.most_slope) / (std::sqrt(length) + 1e-9)));
        if (cut < 1)
            for (Parameter* slope : slopes)
                for (float& part : slope->value.values) part *= cut;
        adam_.move(values, slopes, rate);
    }

    const SyntaxTraining& training_;
    Adam adam_;
    std::array<SyntaxGradient, 2> gradients_;
    std::uint64_t step_ = 0;
};

}  // namespace

void train_syntax(const SyntaxShape& shape, const WordVectors& vectors, const std::vector<SyntaxSentence>& sentences,
                  const SyntaxTraining& training,
                  const std::function<bool(int epoch, double loss, SyntaxWeights& weights)>& progress) {
    Learner learner(shape, vectors, training);
    float done = 0;  // epochs
    for (int epoch = 1; epoch <= training.epochs; ++epoch) {
        const auto batches = make_batches(sentences, training.batch_words, training.seed + static_cast<std::uint64_t>(epoch) * 2);
        double loss = 0;
        for (const Sentences& batch : batches) {
            const float warm = std::min(1.0F, 2 * done + 0.02F);
            const float left = 1 - done / static_cast<float>(training.epochs);
            loss += learner.learn(batch, training.rate * warm * left);
            done += 1 / static_cast<float>(batches.size());
        }
        if (!progress(epoch, loss / static_cast<double>(std::max<std::size_t>(1, batches.size())), learner.weights)) break;
    }
}

}  // namespace lede
