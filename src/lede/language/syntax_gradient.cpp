#include <algorithm>
#include <limits>

#include <lede/language/syntax_gradient.hpp>
#include <lede/neural/dropout.hpp>
#include <lede/neural/kernels.hpp>
#include <lede/neural/softmax.hpp>

namespace lede {

namespace {

/// Features of UD are the least of the tasks.
constexpr float feature_weight = 0.5F;

void add_column(const float* source, std::size_t size, float* target) {
    for (std::size_t i = 0; i < size; ++i) target[i] += source[i];
}

}  // namespace

double SyntaxGradient::add(const SyntaxWeights& weights, std::span<const SyntaxSentence* const> sentences,
                           const SyntaxDropout& dropout, float weight, Random& random) {
    std::vector<std::uint32_t> lengths;
    std::vector<SyntaxInput> words;
    for (const SyntaxSentence* sentence : sentences) {
        lengths.push_back(static_cast<std::uint32_t>(sentence->words.size()));
        for (std::size_t i = 0; i < sentence->words.size(); ++i) {
            SyntaxInput& word = words.emplace_back(sentence->words[i]);
            const auto count = static_cast<float>(sentence->counts[i]);
            if (random.uniform() < dropout.word / (dropout.word + count)) word.rows[0] = 0;
            if (random.uniform() < dropout.vector) word.vector = SyntaxInput::no_vector;
        }
    }
    const Batch batch(lengths);
    const SentenceColumns columns(batch);
    forward(weights, batch, columns, words, dropout, random);
    double loss = tags_back(weights, batch, sentences, weight);
    loss += arcs_back(weights, columns, sentences, weight);
    loss += labels_back(weights, columns, sentences, weight);
    roles_back(weights, batch, columns);
    layers_back(weights, batch);
    tables_back(batch, words);
    return loss;
}

void SyntaxGradient::forward(const SyntaxWeights& weights, const Batch& batch, const SentenceColumns& columns,
                             std::span<const SyntaxInput> words, const SyntaxDropout& dropout, Random& random) {
    const std::size_t layer_count = weights.layers.size();
    trace_.lstm.resize(layer_count);
    trace_.outputs.resize(layer_count);
    layer_masks_.resize(layer_count);
    syntax::embed(weights, vectors_, batch, words, trace_.input);
    drop(trace_.input, dropout.input, random, input_mask_);
    for (std::size_t i = 0; i < layer_count; ++i) {
        syntax::encode_layer(weights.layers[i], batch, i == 0 ? trace_.input : trace_.outputs[i - 1], trace_.lstm[i],
                             trace_.outputs[i]);
        drop(trace_.outputs[i], dropout.layer, random, layer_masks_[i]);
    }
    weights.tags.forward(trace_.outputs.back(), trace_.tags);
    weights.features.forward(trace_.outputs.back(), trace_.features);
    syntax::gather(weights, batch, columns, trace_.outputs.back(), trace_.encoded);
    syntax::read_roles(weights, trace_);
    drop(trace_.arc_dependent, dropout.role, random, arc_dependent_mask_);
    drop(trace_.arc_head, dropout.role, random, arc_head_mask_);
    syntax::ask_for_heads(weights, trace_);
    label_mask_.reset(trace_.label_dependent.rows, trace_.label_dependent.cols);
    std::ranges::fill(label_mask_.values, 1.0F);
    Matrix ones = label_mask_;
    drop(ones, dropout.role, random, label_mask_);
    arc_dependent_gradient_.reset(trace_.arc_dependent.rows, trace_.arc_dependent.cols);
    arc_head_gradient_.reset(trace_.arc_head.rows, trace_.arc_head.cols);
    label_dependent_gradient_.reset(trace_.label_dependent.rows, trace_.label_dependent.cols);
    label_head_gradient_.reset(trace_.label_head.rows, trace_.label_head.cols);
    output_gradient_.reset(trace_.outputs.back().rows, trace_.outputs.back().cols);
}

double SyntaxGradient::tags_back(const SyntaxWeights& weights, const Batch& batch,
                                 std::span<const SyntaxSentence* const> sentences, float weight) {
    double loss = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s)
        for (std::uint32_t i = 0; i < batch.length(s); ++i) {
            const std::uint32_t column = batch.column(s, i);
            loss += softmax_loss(trace_.tags.column(column), sentences[s]->tags[i], weight);
            loss += softmax_loss(trace_.features.column(column), sentences[s]->features[i], weight * feature_weight);
        }
    weights.tags.backward(trace_.outputs.back(), trace_.tags, sum.tags, &output_gradient_);
    weights.features.backward(trace_.outputs.back(), trace_.features, sum.features, &output_gradient_);
    return loss;
}

double SyntaxGradient::arcs_back(const SyntaxWeights& weights, const SentenceColumns& columns,
                                 std::span<const SyntaxSentence* const> sentences, float weight) {
    const std::size_t size = weights.arc_prior.value.rows;
    asked_gradient_.reset(size, columns.count());
    double loss = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const std::uint32_t begin = columns.begin(s), end = columns.begin(s + 1);
        syntax::score_arcs(weights, trace_, begin, end, scores_);
        std::ranges::fill(scores_.column(0), 0.0F);
        for (std::size_t i = 1; i < scores_.cols; ++i) {
            scores_.at(i, i) = -std::numeric_limits<float>::infinity();
            loss += softmax_loss(scores_.column(i), sentences[s]->heads[i - 1], weight);
        }
        const std::size_t count = end - begin;
        kernels().multiply({.m = size, .k = count, .n = count, .accumulate = true}, trace_.arc_head.col(begin),
                           scores_.col(0), asked_gradient_.col(begin));
        kernels().multiply({.m = size, .k = count, .n = count, .transpose_b = true, .accumulate = true},
                           trace_.arc_asked.col(begin), scores_.col(0), arc_head_gradient_.col(begin));
    }
    const std::size_t all = columns.count();
    kernels().multiply({.m = size, .k = all, .n = size, .transpose_b = true, .accumulate = true},
                       asked_gradient_.col(0), trace_.arc_dependent.col(0), sum.arc_product.value.col(0));
    kernels().multiply({.m = size, .k = size, .n = all, .transpose_a = true, .accumulate = true},
                       weights.arc_product.value.col(0), asked_gradient_.col(0), arc_dependent_gradient_.col(0));
    for (std::size_t i = 0; i < all; ++i) add_column(asked_gradient_.col(i), size, sum.arc_prior.value.col(0));
    return loss;
}

double SyntaxGradient::labels_back(const SyntaxWeights& weights, const SentenceColumns& columns,
                                   std::span<const SyntaxSentence* const> sentences, float weight) {
    std::vector<std::uint32_t> heads(columns.count());
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const std::uint32_t begin = columns.begin(s);
        heads[begin] = begin;
        for (std::uint32_t i = 0; i < sentences[s]->heads.size(); ++i)
            heads[begin + 1 + i] = begin + sentences[s]->heads[i];
    }
    trace_.label_hidden = trace_.label_dependent;
    for (std::size_t i = 0; i < heads.size(); ++i)
        add_column(trace_.label_head.col(heads[i]), trace_.label_hidden.rows, trace_.label_hidden.col(i));
    leaky_relu(trace_.label_hidden);
    multiply_by(label_mask_, trace_.label_hidden);
    weights.labels.forward(trace_.label_hidden, trace_.labels);
    double loss = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const std::uint32_t begin = columns.begin(s);
        std::ranges::fill(trace_.labels.column(begin), 0.0F);
        for (std::uint32_t i = 0; i < sentences[s]->labels.size(); ++i)
            loss += softmax_loss(trace_.labels.column(begin + 1 + i), sentences[s]->labels[i], weight);
    }
    Matrix hidden_gradient(trace_.label_hidden.rows, trace_.label_hidden.cols);
    weights.labels.backward(trace_.label_hidden, trace_.labels, sum.labels, &hidden_gradient);
    multiply_by(label_mask_, hidden_gradient);
    leaky_relu_back(trace_.label_hidden, hidden_gradient);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        add_column(hidden_gradient.col(i), hidden_gradient.rows, label_dependent_gradient_.col(i));
        add_column(hidden_gradient.col(i), hidden_gradient.rows, label_head_gradient_.col(heads[i]));
    }
    return loss;
}

void SyntaxGradient::roles_back(const SyntaxWeights& weights, const Batch& batch, const SentenceColumns& columns) {
    multiply_by(arc_dependent_mask_, arc_dependent_gradient_);
    leaky_relu_back(trace_.arc_dependent, arc_dependent_gradient_);
    multiply_by(arc_head_mask_, arc_head_gradient_);
    leaky_relu_back(trace_.arc_head, arc_head_gradient_);
    Matrix gradient(trace_.encoded.rows, trace_.encoded.cols);
    weights.arc_dependent.backward(trace_.encoded, arc_dependent_gradient_, sum.arc_dependent, &gradient);
    weights.arc_head.backward(trace_.encoded, arc_head_gradient_, sum.arc_head, &gradient);
    weights.label_dependent.backward(trace_.encoded, label_dependent_gradient_, sum.label_dependent, &gradient);
    weights.label_head.backward(trace_.encoded, label_head_gradient_, sum.label_head, &gradient);
    for (std::size_t s = 0; s < batch.sentence_count(); ++s) {
        const std::uint32_t begin = columns.begin(s);
        add_column(gradient.col(begin), gradient.rows, sum.root.value.col(0));
        for (std::uint32_t i = 0; i < batch.length(s); ++i)
            add_column(gradient.col(begin + 1 + i), gradient.rows, output_gradient_.col(batch.column(s, i)));
    }
}

void SyntaxGradient::layers_back(const SyntaxWeights& weights, const Batch& batch) {
    for (std::size_t layer = weights.layers.size(); layer-- > 0;) {
        multiply_by(layer_masks_[layer], output_gradient_);
        const Matrix& input = layer == 0 ? trace_.input : trace_.outputs[layer - 1];
        Matrix input_gradient(input.rows, input.cols);
        for (std::size_t direction = 0; direction < 2; ++direction) {
            const Lstm& lstm = weights.layers[layer][direction];
            Matrix gradient(lstm.h(), input.cols);
            for (std::size_t i = 0; i < input.cols; ++i)
                std::copy_n(output_gradient_.col(i) + direction * lstm.h(), lstm.h(), gradient.col(i));
            lstm.backward(batch, input, direction == 1, trace_.lstm[layer][direction], gradient,
                          sum.layers[layer][direction], &input_gradient);
        }
        output_gradient_ = std::move(input_gradient);
    }
}

void SyntaxGradient::tables_back(const Batch& batch, std::span<const SyntaxInput> words) {
    multiply_by(input_mask_, output_gradient_);
    std::size_t next = 0;
    for (std::size_t s = 0; s < batch.sentence_count(); ++s)
        for (std::uint32_t i = 0; i < batch.length(s); ++i) {
            const SyntaxInput& word = words[next++];
            const float* gradient = output_gradient_.col(batch.column(s, i)) + (vectors_.empty() ? 0 : vectors_.dimension());
            for (std::size_t t = 0; t < sum.tables.size(); ++t) {
                Matrix& table = sum.tables[t].value;
                add_column(gradient, table.rows, table.col(word.rows[t]));
                gradient += table.rows;
            }
        }
}

}  // namespace lede
