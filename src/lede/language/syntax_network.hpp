#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <lede/language/syntax_weights.hpp>
#include <lede/neural/batch.hpp>

namespace lede {

/// Where the words of a batch lie once their sentences are put one after the other: each sentence has a column for the
/// artificial root, then one for each word.
class SentenceColumns {
  public:
    explicit SentenceColumns(const Batch& batch);
    /// The columns that go with the root's of each sentence; one more than there are sentences.
    std::uint32_t begin(std::size_t sentence) const { return begins_[sentence]; }
    std::size_t count() const { return begins_.back(); }

  private:
    std::vector<std::uint32_t> begins_;
};

/// All that the network computes for a batch. Kept between batches so that memory is.
struct SyntaxTrace {
    Matrix input;                                ///< input_size x words
    std::vector<std::array<LstmTrace, 2>> lstm;  ///< a layer
    std::vector<Matrix> outputs;                 ///< of each layer, 2h x words
    Matrix tags, features;                       ///< scores, a column a word
    Matrix encoded;                              ///< 2h x columns of the sentences, with their roots
    Matrix arc_dependent, arc_head, arc_asked;   ///< arc_size x columns; the last is the product with arc_dependent
    Matrix label_dependent, label_head;          ///< label_size x columns
    Matrix label_hidden;                         ///< label_size x columns, for chosen heads
    Matrix labels;                               ///< scores, a column a column of the sentences; the roots' mean nothing
};

/// The network's steps, for reading and for training alike.
namespace syntax {

/// Vectors and table rows of the words, one below the other.
void embed(const SyntaxWeights& weights, const WordVectors& vectors, const Batch& batch,
           std::span<const SyntaxInput> words, Matrix& input);
/// One layer; `output` gets both directions.
void encode_layer(const std::array<Lstm, 2>& layer, const Batch& batch, const Matrix& input,
                  std::array<LstmTrace, 2>& traces, Matrix& output);
/// Copies the encoder's output to the columns of the sentences.
void gather(const SyntaxWeights& weights, const Batch& batch, const SentenceColumns& columns, const Matrix& output,
            Matrix& encoded);
/// From trace.encoded to arc_dependent, arc_head, label_dependent and label_head.
void read_roles(const SyntaxWeights& weights, SyntaxTrace& trace);
/// From arc_dependent to arc_asked: what each word asks of its head; its product with arc_head is the score.
void ask_for_heads(const SyntaxWeights& weights, SyntaxTrace& trace);
/// The columns of `scores` are dependents, its rows heads, each sentence's root first: (n + 1) x (n + 1).
void score_arcs(const SyntaxWeights& weights, const SyntaxTrace& trace, std::uint32_t begin, std::uint32_t end,
                Matrix& scores);
/// Scores of the labels for the heads, which are columns of the sentences, one a column; those of roots are ignored.
void score_labels(const SyntaxWeights& weights, std::span<const std::uint32_t> heads, SyntaxTrace& trace);

}  // namespace syntax

}  // namespace lede
