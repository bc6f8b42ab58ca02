#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <lede/language/syntax_network.hpp>
#include <lede/neural/random.hpp>

namespace lede {

/// A sentence to learn from. A tag, feature set or label that training does not know has a number out of range and
/// counts for nothing.
struct SyntaxSentence {
    std::vector<SyntaxInput> words;
    std::vector<std::uint32_t> counts;  ///< how often training has the word
    std::vector<std::uint16_t> tags, features;
    std::vector<std::uint16_t> heads;  ///< 0 the root, i the word i - 1
    std::vector<std::uint16_t> labels;
};

/// What is left out at random while learning (Srivastava et al. 2014), as rates.
struct SyntaxDropout {
    float input = 0.25F;
    float layer = 0.25F;
    float role = 0.25F;
    float vector = 0.1F;   ///< of whole word vectors
    float word = 0.4F;    ///< a word that was seen n times becomes unknown at the rate word / (word + n)
};

/// Computes gradients for batches; holds the memory for it.
class SyntaxGradient {
  public:
    SyntaxGradient(const SyntaxShape& shape, const WordVectors& vectors) : sum(shape), vectors_(vectors) {}

    /// Adds the gradient of the batch's loss to `sum`, each word weighted by `weight`. Returns the loss.
    double add(const SyntaxWeights& weights, std::span<const SyntaxSentence* const> sentences,
               const SyntaxDropout& dropout, float weight, Random& random);

    SyntaxWeights sum;

  private:
    void forward(const SyntaxWeights& weights, const Batch& batch, const SentenceColumns& columns,
                 std::span<const SyntaxInput> words, const SyntaxDropout& dropout, Random& random);
    double tags_back(const SyntaxWeights& weights, const Batch& batch,
                     std::span<const SyntaxSentence* const> sentences, float weight);
    double arcs_back(const SyntaxWeights& weights, const SentenceColumns& columns,
                     std::span<const SyntaxSentence* const> sentences, float weight);
    double labels_back(const SyntaxWeights& weights, const SentenceColumns& columns,
                       std::span<const SyntaxSentence* const> sentences, float weight);
    void roles_back(const SyntaxWeights& weights, const Batch& batch, const SentenceColumns& columns);
    void layers_back(const SyntaxWeights& weights, const Batch& batch);
    void tables_back(const Batch& batch, std::span<const SyntaxInput> words);

    const WordVectors& vectors_;
    SyntaxTrace trace_;
    Matrix input_mask_;
    std::vector<Matrix> layer_masks_;
    Matrix arc_dependent_mask_, arc_head_mask_, label_mask_;
    Matrix output_gradient_;  ///< of the last layer's output, then of those below
    Matrix arc_dependent_gradient_, arc_head_gradient_, label_dependent_gradient_, label_head_gradient_;
    Matrix scores_, asked_gradient_;
};

}  // namespace lede
