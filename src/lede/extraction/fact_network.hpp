#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <lede/extraction/fact_weights.hpp>
#include <lede/language/word_vectors.hpp>
#include <lede/neural/batch.hpp>

namespace lede {

/// All that the network computes for a text. Kept between texts so that memory is.
struct FactTrace {
    Matrix input;                       ///< input_size x words, in the order of the batch
    Matrix narrowed;                    ///< hidden x words
    std::array<LstmTrace, 2> encoder;
    Matrix states;                      ///< 2h x words, in the order of the text
    Matrix pairs;                       ///< pair_size x pairs
    std::vector<std::uint32_t> widest;  ///< 2h numbers a pair: the word whose state is the largest between the two; no_word if none
    Matrix pair, hidden;                ///< hidden x pairs
    Matrix output;                      ///< properties x pairs: logits

    static constexpr std::uint32_t no_word = 0xFFFF'FFFF;
};

/// The network's steps, for reading and for training alike.
namespace fact_network {

/// Vectors and table rows of the words, one below the other.
void embed(const FactWeights& weights, const WordVectors& vectors, const Batch& batch, const FactText& text, Matrix& input);
/// From trace.input to trace.narrowed.
void narrow(const FactWeights& weights, FactTrace& trace);
/// From trace.narrowed to trace.states.
void encode(const FactWeights& weights, const Batch& batch, const FactText& text, FactTrace& trace);
/// From trace.states to trace.pairs: the states at the places of each pair, the largest between, and the rows of its tables.
void look_at_pairs(const FactWeights& weights, const FactText& text, FactTrace& trace);
/// From trace.pairs to trace.pair, and from there to trace.hidden.
void think(const FactWeights& weights, FactTrace& trace);
void think_again(const FactWeights& weights, FactTrace& trace);

/// All steps; trace.output has the logits of each pair.
void read(const FactWeights& weights, const WordVectors& vectors, const FactText& text, FactTrace& trace);

}  // namespace fact_network

}  // namespace lede
