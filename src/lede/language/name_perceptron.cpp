#include <lede/language/name_perceptron.hpp>

#include <algorithm>
#include <random>

#include <lede/language/name_decoder.hpp>

namespace lede {

namespace {

/// By how much a right tag must score higher than a wrong one; about the score of half the features of a token. Chosen by
/// cross-validation.
constexpr float margin = 40;

class Trainer {
  public:
    Trainer(std::uint32_t row_count, std::uint32_t tag_count)
        : rows_(row_count), tags_(tag_count), weights_(std::size_t{row_count} * 2 * tag_count), totals_(weights_.size()),
          transitions_(std::size_t{tag_count} * tag_count), transition_totals_(transitions_.size()) {}

    void learn(const NameSentence& sentence) {
        ++step_;
        score(sentence);
        add_margin(sentence, margin);
        const auto guess = decode_tags<float>(tags_, emissions_, transitions_, {});
        bool right = true;
        for (std::size_t i = 0; i < guess.size(); ++i) right &= (sentence.allowed[i] >> guess[i] & 1) != 0;
        if (right) return;
        add_margin(sentence, -margin);
        const auto truth = decode_tags<float>(tags_, emissions_, transitions_, sentence.allowed);
        for (std::size_t i = 0; i < guess.size(); ++i) {
            if (i > 0 && (truth[i] != guess[i] || truth[i - 1] != guess[i - 1])) {
                update_transition(truth[i - 1], truth[i], 1);
                update_transition(guess[i - 1], guess[i], -1);
            }
            if (truth[i] == guess[i]) continue;
            update(sentence, i, truth[i], 1);
            update(sentence, i, guess[i], -1);
        }
    }

    NameWeights average() const {
        NameWeights result{std::vector<float>(std::size_t{rows_} * tags_), transitions_};
        const auto steps = static_cast<float>(step_ + 1);
        const std::size_t own = result.emissions.size();
        for (std::size_t i = 0; i < own; ++i)
            result.emissions[i] = weights_[i] + weights_[own + i] - (totals_[i] + totals_[own + i]) / steps;
        for (std::size_t i = 0; i < transitions_.size(); ++i) result.transitions[i] -= transition_totals_[i] / steps;
        return result;
    }

  private:
    void add_row(std::size_t row, float* target) const {
        const float* weights = &weights_[row * tags_];
        for (std::uint32_t t = 0; t < tags_; ++t) target[t] += weights[t];
    }

    void add_margin(const NameSentence& sentence, float amount) {
        for (std::size_t i = 0; i < sentence.allowed.size(); ++i)
            for (std::uint32_t t = 0; t < tags_; ++t)
                if ((sentence.allowed[i] >> t & 1) == 0) emissions_[i * tags_ + t] += amount;
    }

    void score(const NameSentence& sentence) {
        emissions_.assign(sentence.features.size() * tags_, 0);
        for (std::size_t i = 0; i < sentence.features.size(); ++i) {
            float* target = &emissions_[i * tags_];
            for (const std::uint32_t row : sentence.features[i]) {
                add_row(row, target);
                if (sentence.own) add_row(std::size_t{rows_} + row, target);
            }
        }
    }

    void update(const NameSentence& sentence, std::size_t token, std::uint32_t tag, float amount) {
        for (const std::uint32_t row : sentence.features[token]) {
            update_cell(std::size_t{row} * tags_ + tag, amount);
            if (sentence.own) update_cell((std::size_t{rows_} + row) * tags_ + tag, amount);
        }
    }

    void update_cell(std::size_t cell, float amount) {
        weights_[cell] += amount;
        totals_[cell] += amount * static_cast<float>(step_);
    }

    void update_transition(std::uint32_t from, std::uint32_t to, float amount) {
        const std::size_t cell = std::size_t{from} * tags_ + to;
        transitions_[cell] += amount;
        transition_totals_[cell] += amount * static_cast<float>(step_);
    }

    std::uint32_t rows_, tags_;
    std::uint64_t step_ = 0;
    std::vector<float> weights_, totals_;  ///< shared rows, then own rows; the average is weight - total / steps
    std::vector<float> transitions_, transition_totals_;
    std::vector<float> emissions_;
};

}  // namespace

NameWeights train_name_weights(const std::vector<const NameSentence*>& sentences, std::uint32_t row_count, std::uint32_t tag_count, int epochs) {
    Trainer trainer(row_count, tag_count);
    std::vector<const NameSentence*> order = sentences;
    std::mt19937_64 random(20240601);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        // Not std::shuffle, whose order differs between standard libraries.
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
        for (const NameSentence* sentence : order) trainer.learn(*sentence);
    }
    return trainer.average();
}

}  // namespace lede
