#include <algorithm>

#include <lede/language/syntax_network.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

SentenceColumns::SentenceColumns(const Batch& batch) {
    begins_.push_back(0);
    for (std::size_t i = 0; i < batch.sentence_count(); ++i) begins_.push_back(begins_.back() + batch.length(i) + 1);
}

namespace syntax {

namespace {

void embed_word(const SyntaxWeights& weights, const WordVectors& vectors, const SyntaxInput& word, float* target) {
    if (!vectors.empty()) {
        if (word.vector != SyntaxInput::no_vector) {
            const float scale = vectors.scale(word.vector);
            std::ranges::transform(vectors.row(word.vector), target, [&](std::int8_t value) { return scale * value; });
        }
        target += vectors.dimension();
    }
    for (std::size_t i = 0; i < weights.tables.size(); ++i)
        target = std::ranges::copy(weights.tables[i].value.column(word.rows[i]), target).out;
}

}  // namespace

void embed(const SyntaxWeights& weights, const WordVectors& vectors, const Batch& batch,
           std::span<const SyntaxInput> words, Matrix& input) {
    input.reset(weights.layers.front()[0].input.in(), batch.word_count());
    std::size_t next = 0;
    for (std::size_t s = 0; s < batch.sentence_count(); ++s)
        for (std::uint32_t i = 0; i < batch.length(s); ++i)
            embed_word(weights, vectors, words[next++], input.col(batch.column(s, i)));
}

void encode_layer(const std::array<Lstm, 2>& layer, const Batch& batch, const Matrix& input,
                  std::array<LstmTrace, 2>& traces, Matrix& output) {
    const std::size_t h = layer[0].h();
    output.resize(2 * h, input.cols);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        layer[direction].forward(batch, input, direction == 1, traces[direction]);
        for (std::size_t i = 0; i < input.cols; ++i)
            std::copy_n(traces[direction].output.col(i), h, output.col(i) + direction * h);
    }
}

void gather(const SyntaxWeights& weights, const Batch& batch, const SentenceColumns& columns, const Matrix& output,
            Matrix& encoded) {
    encoded.resize(output.rows, columns.count());
    for (std::size_t s = 0; s < batch.sentence_count(); ++s) {
        const std::uint32_t begin = columns.begin(s);
        std::ranges::copy(weights.root.value.column(0), encoded.col(begin));
        for (std::uint32_t i = 0; i < batch.length(s); ++i)
            std::ranges::copy(output.column(batch.column(s, i)), encoded.col(begin + 1 + i));
    }
}

void read_roles(const SyntaxWeights& weights, SyntaxTrace& trace) {
    weights.arc_dependent.forward(trace.encoded, trace.arc_dependent);
    leaky_relu(trace.arc_dependent);
    weights.arc_head.forward(trace.encoded, trace.arc_head);
    leaky_relu(trace.arc_head);
    weights.label_dependent.forward(trace.encoded, trace.label_dependent);
    weights.label_head.forward(trace.encoded, trace.label_head);
}

void ask_for_heads(const SyntaxWeights& weights, SyntaxTrace& trace) {
    const std::size_t size = weights.arc_prior.value.rows;
    trace.arc_asked.resize(size, trace.arc_dependent.cols);
    kernels().multiply({.m = size, .k = size, .n = trace.arc_dependent.cols}, weights.arc_product.value.col(0),
                       trace.arc_dependent.col(0), trace.arc_asked.col(0));
    kernels().add_to_columns(weights.arc_prior.value.col(0), trace.arc_asked.col(0), size, trace.arc_asked.cols);
}

void score_arcs(const SyntaxWeights& weights, const SyntaxTrace& trace, std::uint32_t begin, std::uint32_t end,
                Matrix& scores) {
    const std::size_t count = end - begin;
    scores.resize(count, count);
    kernels().multiply(
        {.m = count, .k = weights.arc_prior.value.rows, .n = count, .transpose_a = true},
        trace.arc_head.col(begin), trace.arc_asked.col(begin), scores.col(0));
}

void score_labels(const SyntaxWeights& weights, std::span<const std::uint32_t> heads, SyntaxTrace& trace) {
    trace.label_hidden = trace.label_dependent;
    for (std::size_t i = 0; i < heads.size(); ++i)
        kernels().add_to_columns(trace.label_head.col(heads[i]), trace.label_hidden.col(i), trace.label_hidden.rows, 1);
    leaky_relu(trace.label_hidden);
    weights.labels.forward(trace.label_hidden, trace.labels);
}

}  // namespace syntax

}  // namespace lede
