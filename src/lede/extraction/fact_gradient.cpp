#include <lede/extraction/fact_gradient.hpp>

#include <algorithm>
#include <cmath>

#include <lede/neural/dropout.hpp>

namespace lede {

namespace {

const float* add_to(std::span<float> target, const float* source) {
    for (float& value : target) value += *source++;
    return source;
}

}  // namespace

double FactGradient::add(const FactWeights& weights, const FactLesson& lesson, const FactDropout& dropout, float weight, Random& random) {
    if (lesson.text.pairs.empty()) return 0;
    const Batch batch(lesson.text.lengths);
    forward(weights, batch, lesson.text, dropout, random);
    const double loss = output_back(weights, lesson, weight);
    pairs_back(lesson.text);
    encoder_back(weights, batch);
    tables_back(batch, lesson.text);
    return loss;
}

void FactGradient::forward(const FactWeights& weights, const Batch& batch, const FactText& text, const FactDropout& dropout, Random& random) {
    fact_network::embed(weights, vectors_, batch, text, trace_.input);
    drop(trace_.input, dropout.input, random, input_mask_);
    fact_network::narrow(weights, trace_);
    fact_network::encode(weights, batch, text, trace_);
    drop(trace_.states, dropout.state, random, state_mask_);
    fact_network::look_at_pairs(weights, text, trace_);
    fact_network::think(weights, trace_);
    drop(trace_.pair, dropout.hidden, random, pair_mask_);
    fact_network::think_again(weights, trace_);
    drop(trace_.hidden, dropout.hidden, random, hidden_mask_);
    weights.output.forward(trace_.hidden, trace_.output);
}

/// From the logits back to the pairs.
double FactGradient::output_back(const FactWeights& weights, const FactLesson& lesson, float weight) {
    double loss = 0;
    for (std::size_t p = 0; p < lesson.answers.size(); ++p) {
        const FactLesson::Answer& answer = lesson.answers[p];
        const std::span<float> logits = trace_.output.column(p);
        for (std::size_t property = 0; property < logits.size(); ++property) {
            float& logit = logits[property];
            const bool truth = answer.stated.contains(property);
            const float scale = answer.considered.contains(property) ? weight * answer.weight : 0;
            const float probability = 1 / (1 + std::exp(-logit));
            if (scale > 0) loss -= static_cast<double>(scale * std::log(std::max(truth ? probability : 1 - probability, 1e-7F)));
            logit = scale * (probability - (truth ? 1.0F : 0.0F));
        }
    }
    Matrix hidden_gradient(trace_.hidden.rows, trace_.hidden.cols), pair_gradient(trace_.pair.rows, trace_.pair.cols);
    weights.output.backward(trace_.hidden, trace_.output, sum.output, &hidden_gradient);
    multiply_by(hidden_mask_, hidden_gradient);
    leaky_relu_back(trace_.hidden, hidden_gradient);
    weights.hidden.backward(trace_.pair, hidden_gradient, sum.hidden, &pair_gradient);
    multiply_by(pair_mask_, pair_gradient);
    leaky_relu_back(trace_.pair, pair_gradient);
    pairs_gradient_.reset(trace_.pairs.rows, trace_.pairs.cols);
    weights.pair.backward(trace_.pairs, pair_gradient, sum.pair, &pairs_gradient_);
    return loss;
}

/// From the pairs to the states and the pairs' tables.
void FactGradient::pairs_back(const FactText& text) {
    const std::size_t size = trace_.states.rows;
    states_gradient_.reset(size, trace_.states.cols);
    for (std::size_t p = 0; p < text.pairs.size(); ++p) {
        const FactPair& pair = text.pairs[p];
        const float* gradient = pairs_gradient_.col(p);
        for (const std::uint32_t place : pair.places) {
            if (place != FactPair::nowhere) add_to(states_gradient_.column(place), gradient);
            gradient += size;
        }
        const std::uint32_t* widest = trace_.widest.data() + p * size;
        for (std::size_t i = 0; i < size; ++i, ++gradient)
            if (widest[i] != FactTrace::no_word) states_gradient_.at(i, widest[i]) += *gradient;
        for (std::size_t i = 0; i < pair.rows.size(); ++i) gradient = add_to(sum.pair_tables[i].value.column(pair.rows[i]), gradient);
    }
}

/// From the states to the input.
void FactGradient::encoder_back(const FactWeights& weights, const Batch& batch) {
    multiply_by(state_mask_, states_gradient_);
    const std::size_t h = weights.encoder[0].h();
    Matrix narrowed_gradient(trace_.narrowed.rows, trace_.narrowed.cols);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        Matrix gradient(h, trace_.narrowed.cols);
        std::size_t next = 0;
        for (std::size_t s = 0; s < batch.sentence_count(); ++s)
            for (std::uint32_t i = 0; i < batch.length(s); ++i)
                std::copy_n(states_gradient_.col(next++) + direction * h, h, gradient.col(batch.column(s, i)));
        weights.encoder[direction].backward(batch, trace_.narrowed, direction == 1, trace_.encoder[direction], gradient,
                                            sum.encoder[direction], &narrowed_gradient);
    }
    leaky_relu_back(trace_.narrowed, narrowed_gradient);
    input_gradient_.reset(trace_.input.rows, trace_.input.cols);
    weights.input.backward(trace_.input, narrowed_gradient, sum.input, &input_gradient_);
}

void FactGradient::tables_back(const Batch& batch, const FactText& text) {
    multiply_by(input_mask_, input_gradient_);
    std::size_t next = 0;
    for (std::size_t s = 0; s < batch.sentence_count(); ++s)
        for (std::uint32_t i = 0; i < batch.length(s); ++i) {
            const FactWord& word = text.words[next++];
            const float* gradient = input_gradient_.col(batch.column(s, i)) + (vectors_.empty() ? 0 : vectors_.dimension());
            const std::array<std::uint16_t, 4> rows{word.class_row, word.kind, word.upos, word.relation};
            for (std::size_t t = 0; t < rows.size(); ++t) gradient = add_to(sum.word_tables[t].value.column(rows[t]), gradient);
        }
}

}  // namespace lede
