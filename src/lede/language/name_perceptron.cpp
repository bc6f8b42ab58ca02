#include <lede/language/name_perceptron.hpp>

#include <algorithm>
#include <random>

#include <lede/language/name_decoder.hpp>

namespace lede {

namespace {

/// By how much a right tag must score higher than a wrong one; about the score of half the features of a token. Chosen by
/// cross-validation.
constexpr float margin = 40;
/// The value of a feature in its domain, where the shared one has 1: the smaller, the more is learnt for all domains.
constexpr float domain_value = 0.1F;
/// What is left of the weights of domain 0 when reading. With 1 (and a domain value of 0.3) F1 is 0.855 in cross-validation over
/// articles and 0.638 on web text (UNER English EWT); with a half (and 0.1) 0.845 and 0.690: names of texts by other hands gain more than
/// those of texts by ours lose.
constexpr float own_share = 0.5F;

/// Where the weights of a domain's features are: a row each, behind the shared rows.
class DomainRows {
  public:
    DomainRows(const std::vector<const NameSentence*>& sentences, std::uint32_t row_count) : row_count_(row_count), count_(row_count) {
        for (const NameSentence* sentence : sentences) {
            const std::size_t first = std::size_t{sentence->domain} * row_count;
            if (rows_.size() < first + row_count) rows_.resize(first + row_count, none);
            for (const auto& token : sentence->features)
                for (const std::uint32_t row : token)
                    if (rows_[first + row] == none) rows_[first + row] = count_++;
        }
    }

    std::uint32_t find(std::uint32_t domain, std::uint32_t row) const { return rows_[std::size_t{domain} * row_count_ + row]; }
    /// `none` where domain 0 lacks the feature.
    std::uint32_t find_own(std::uint32_t row) const { return row < rows_.size() ? rows_[row] : none; }
    /// All rows, the shared ones included.
    std::uint32_t count() const { return count_; }
    static constexpr std::uint32_t none = 0xFFFFFFFF;

  private:
    std::uint32_t row_count_, count_;
    std::vector<std::uint32_t> rows_;  ///< by domain, then shared row
};

class Trainer {
  public:
    Trainer(const DomainRows& domains, std::uint32_t row_count, std::uint32_t tag_count)
        : domains_(domains), rows_(row_count), tags_(tag_count), weights_(std::size_t{domains.count()} * tag_count), totals_(weights_.size()),
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
        for (std::uint32_t row = 0; row < rows_; ++row) {
            float* target = &result.emissions[std::size_t{row} * tags_];
            add_average(row, target);
            if (const std::uint32_t own = domains_.find_own(row); own != DomainRows::none) add_average(own, target, own_share * domain_value);
        }
        for (std::size_t i = 0; i < transitions_.size(); ++i) result.transitions[i] -= transition_totals_[i] / static_cast<float>(step_ + 1);
        return result;
    }

  private:
    void add_average(std::size_t row, float* target, float value = 1) const {
        for (std::size_t t = 0; t < tags_; ++t)
            target[t] += value * (weights_[row * tags_ + t] - totals_[row * tags_ + t] / static_cast<float>(step_ + 1));
    }

    void add_row(std::size_t row, float* target, float value = 1) const {
        const float* weights = &weights_[row * tags_];
        for (std::uint32_t t = 0; t < tags_; ++t) target[t] += value * weights[t];
    }

    void add_margin(const NameSentence& sentence, float amount) {
        for (std::size_t i = 0; i < sentence.allowed.size(); ++i)
            for (std::uint32_t t = 0; t < tags_; ++t)
                if ((sentence.allowed[i] >> t & 1) == 0) emissions_[i * tags_ + t] += amount;
    }

    void score(const NameSentence& sentence) {
        emissions_ = sentence.base;
        emissions_.resize(sentence.features.size() * tags_, 0);
        for (std::size_t i = 0; i < sentence.features.size(); ++i) {
            float* target = &emissions_[i * tags_];
            for (const std::uint32_t row : sentence.features[i]) {
                add_row(row, target);
                add_row(domains_.find(sentence.domain, row), target, domain_value);
            }
        }
    }

    void update(const NameSentence& sentence, std::size_t token, std::uint32_t tag, float amount) {
        for (const std::uint32_t row : sentence.features[token]) {
            update_cell(std::size_t{row} * tags_ + tag, amount);
            update_cell(std::size_t{domains_.find(sentence.domain, row)} * tags_ + tag, domain_value * amount);
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

    const DomainRows& domains_;
    std::uint32_t rows_, tags_;
    std::uint64_t step_ = 0;
    std::vector<float> weights_, totals_;  ///< by row, then tag; the average is weight - total / steps
    std::vector<float> transitions_, transition_totals_;
    std::vector<float> emissions_;
};

}  // namespace

NameWeights train_name_weights(const std::vector<const NameSentence*>& sentences, std::uint32_t row_count, std::uint32_t tag_count, int epochs) {
    const DomainRows domains(sentences, row_count);
    Trainer trainer(domains, row_count, tag_count);
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
