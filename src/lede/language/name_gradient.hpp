#pragma once

#include <span>
#include <vector>

#include <lede/language/name_network.hpp>
#include <lede/language/name_tags.hpp>
#include <lede/neural/random.hpp>

namespace lede {

/// A sentence that the network learns from.
struct NameExample {
    NameWords words;
    std::span<const TagSet> allowed;
};

/// What is left out at random while learning, as rates.
struct NameDropout {
    float input = 0.1F;
    float hidden = 0.2F;
    float vector = 0.1F;  ///< of whole word vectors
    float domain = 0.5F;  ///< of what is known of a sentence's corpus, so that the network can do without
};

/// Computes gradients for batches; holds the memory for it.
class NameGradient {
  public:
    NameGradient(const NameNetworkShape& shape, const WordVectors& vectors) : sum(shape), vectors_(vectors) {}

    /// Adds the gradient of the batch's loss to `sum`, each word weighted by `weight`. Returns the loss: -log of the
    /// joint chance of the tags that a word may have.
    double add(const NameNetwork& network, std::span<const NameExample* const> batch, const NameDropout& dropout,
               float weight, Random& random);

    NameNetwork sum;

  private:
    void forward(const NameNetwork& network, std::span<const NameExample* const> batch, const NameDropout& dropout,
                 Random& random);
    void rows_back(std::span<const NameExample* const> batch, const Matrix& hidden_gradient);

    const WordVectors& vectors_;
    NameTrace trace_;
    Matrix input_mask_, hidden_mask_;
    std::vector<float> domain_shares_;  ///< by sentence
};

}  // namespace lede
