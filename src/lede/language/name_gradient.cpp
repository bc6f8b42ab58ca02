#include <algorithm>
#include <cmath>

#include <lede/language/name_gradient.hpp>
#include <lede/neural/dropout.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

namespace {

std::size_t count_words(std::span<const NameExample* const> batch) {
    std::size_t count = 0;
    for (const NameExample* example : batch) count += example->allowed.size();
    return count;
}

/// Replaces scores by the gradient of the loss, times `weight`; returns the loss, times `weight`.
double allowed_loss(std::span<float> scores, TagSet allowed, float weight) {
    const float most = *std::ranges::max_element(scores);
    float sum = 0, right = 1e-30F;  // never a division by zero
    for (std::size_t t = 0; t < scores.size(); ++t) {
        sum += scores[t] = std::exp(scores[t] - most);
        if (allowed >> t & 1) right += scores[t];
    }
    for (std::size_t t = 0; t < scores.size(); ++t)
        scores[t] *= weight * (1 / sum - (allowed >> t & 1 ? 1 / right : 0.0F));
    return static_cast<double>(weight * std::log(sum / right));
}

}  // namespace

double NameGradient::add(const NameNetwork& network, std::span<const NameExample* const> batch,
                         const NameDropout& dropout, float weight, Random& random) {
    forward(network, batch, dropout, random);
    double loss = 0;
    std::size_t column = 0;
    for (const NameExample* example : batch)
        for (const TagSet allowed : example->allowed)
            loss += allowed_loss(trace_.scores.column(column++), allowed, weight);
    Matrix hidden_gradient(trace_.hidden.rows, trace_.hidden.cols);
    network.output.backward(trace_.hidden, trace_.scores, sum.output, &hidden_gradient);
    multiply_by(hidden_mask_, hidden_gradient);
    leaky_relu_back(trace_.hidden, hidden_gradient);
    network.hidden.backward(trace_.input, hidden_gradient, sum.hidden, nullptr);
    rows_back(batch, hidden_gradient);
    return loss;
}

void NameGradient::forward(const NameNetwork& network, std::span<const NameExample* const> batch,
                           const NameDropout& dropout, Random& random) {
    trace_.input.resize(network.hidden.in(), count_words(batch));
    std::vector<NameInput> words;
    std::size_t column = 0;
    for (const NameExample* example : batch) {
        words.assign(example->words.words.begin(), example->words.words.end());
        for (NameInput& word : words)
            if (random.uniform() < dropout.vector) word.vector = NameTraits::no_vector;
        NameWords seen = example->words;
        seen.words = words;
        name_network::embed(vectors_, seen, trace_.input, column);
        column += words.size();
    }
    drop(trace_.input, dropout.input, random, input_mask_);
    network.hidden.forward(trace_.input, trace_.hidden);
    domain_shares_.clear();
    column = 0;
    for (const NameExample* example : batch) {
        domain_shares_.push_back(random.uniform() < dropout.domain ? 0.0F : 1.0F);
        name_network::add_rows(network, example->words, domain_shares_.back(), trace_.hidden, column);
        column += example->allowed.size();
    }
    leaky_relu(trace_.hidden);
    drop(trace_.hidden, dropout.hidden, random, hidden_mask_);
    network.output.forward(trace_.hidden, trace_.scores);
}

void NameGradient::rows_back(std::span<const NameExample* const> batch, const Matrix& hidden_gradient) {
    const auto add_to = [&](const float* gradient, float* target) {
        kernels().add_to_columns(gradient, target, hidden_gradient.rows, 1);
    };
    std::size_t column = 0;
    for (std::size_t s = 0; s < batch.size(); ++s)
        for (const NameInput& word : batch[s]->words.words) {
            const float* gradient = hidden_gradient.col(column++);
            for (const std::uint32_t row : word.rows) add_to(gradient, sum.table.value.col(row));
            if (domain_shares_[s] > 0) add_to(gradient, sum.domains.value.col(batch[s]->words.domain));
        }
}

}  // namespace lede
