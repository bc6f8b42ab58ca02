#include <lede/extraction/fact_network.hpp>

#include <algorithm>

namespace lede::fact_network {

namespace {

float* embed_word(const FactWeights& weights, const WordVectors& vectors, const FactWord& word, float* target) {
    if (!vectors.empty()) {
        if (word.vector != FactWord::no_vector) {
            const float scale = vectors.scale(word.vector);
            std::ranges::transform(vectors.row(word.vector), target, [&](std::int8_t value) { return scale * static_cast<float>(value); });
        }
        target += vectors.dimension();
    }
    const std::array<std::uint16_t, 4> rows{word.class_row, word.kind, word.upos, word.relation};
    for (std::size_t i = 0; i < rows.size(); ++i)
        target = std::ranges::copy(weights.word_tables[i].value.column(rows[i]), target).out;
    return target;
}

/// The largest of the states between the two, value by value; zeros if there is no word.
void take_widest(const FactPair& pair, const Matrix& states, float* target, std::uint32_t* widest) {
    std::fill_n(widest, states.rows, FactTrace::no_word);
    for (std::uint32_t word = pair.between_first; word < pair.between_last; ++word) {
        const float* state = states.col(word);
        for (std::size_t i = 0; i < states.rows; ++i)
            if (widest[i] == FactTrace::no_word || state[i] > target[i]) target[i] = state[i], widest[i] = word;
    }
}

}  // namespace

void embed(const FactWeights& weights, const WordVectors& vectors, const Batch& batch, const FactText& text, Matrix& input) {
    input.reset(weights.input.in(), batch.word_count());
    std::size_t next = 0;
    for (std::size_t s = 0; s < batch.sentence_count(); ++s)
        for (std::uint32_t i = 0; i < batch.length(s); ++i) embed_word(weights, vectors, text.words[next++], input.col(batch.column(s, i)));
}

void narrow(const FactWeights& weights, FactTrace& trace) {
    weights.input.forward(trace.input, trace.narrowed);
    leaky_relu(trace.narrowed);
}

void encode(const FactWeights& weights, const Batch& batch, const FactText& text, FactTrace& trace) {
    const std::size_t h = weights.encoder[0].h();
    trace.states.resize(2 * h, text.words.size());
    for (std::size_t direction = 0; direction < 2; ++direction) {
        weights.encoder[direction].forward(batch, trace.narrowed, direction == 1, trace.encoder[direction]);
        std::size_t next = 0;
        for (std::size_t s = 0; s < batch.sentence_count(); ++s)
            for (std::uint32_t i = 0; i < batch.length(s); ++i)
                std::copy_n(trace.encoder[direction].output.col(batch.column(s, i)), h, trace.states.col(next++) + direction * h);
    }
}

void look_at_pairs(const FactWeights& weights, const FactText& text, FactTrace& trace) {
    const std::size_t size = trace.states.rows;
    trace.pairs.reset(weights.pair.in(), text.pairs.size());
    trace.widest.resize(size * text.pairs.size());
    for (std::size_t p = 0; p < text.pairs.size(); ++p) {
        const FactPair& pair = text.pairs[p];
        float* target = trace.pairs.col(p);
        for (const std::uint32_t place : pair.places) {
            if (place != FactPair::nowhere) std::ranges::copy(trace.states.column(place), target);
            target += size;
        }
        take_widest(pair, trace.states, target, trace.widest.data() + p * size);
        target += size;
        for (std::size_t i = 0; i < pair.rows.size(); ++i)
            target = std::ranges::copy(weights.pair_tables[i].value.column(pair.rows[i]), target).out;
    }
}

void think(const FactWeights& weights, FactTrace& trace) {
    weights.pair.forward(trace.pairs, trace.pair);
    leaky_relu(trace.pair);
}

void think_again(const FactWeights& weights, FactTrace& trace) {
    weights.hidden.forward(trace.pair, trace.hidden);
    leaky_relu(trace.hidden);
}

void read(const FactWeights& weights, const WordVectors& vectors, const FactText& text, FactTrace& trace) {
    const Batch batch(text.lengths);
    embed(weights, vectors, batch, text, trace.input);
    narrow(weights, trace);
    encode(weights, batch, text, trace);
    look_at_pairs(weights, text, trace);
    think(weights, trace);
    think_again(weights, trace);
    weights.output.forward(trace.hidden, trace.output);
}

}  // namespace lede::fact_network
