#pragma once

#include <functional>
#include <vector>

#include <lede/language/syntax_gradient.hpp>

namespace lede {

/// How the network is trained.
struct SyntaxTraining {
    int epochs = 20;
    std::size_t batch_words = 500;
    float rate = 5e-3F;        ///< rises during the first epoch's first half, then falls to zero in a line
    float most_slope = 2;      ///< longer gradients are cut to this length
    float weight_decay = 0;
    SyntaxDropout dropout;
    std::uint64_t seed = 1;
};

/// Trains with Adam on mini-batches. After each epoch `progress` gets its number, the mean loss a word and the weights,
/// and says whether to go on. Two threads; the result is the same bytes whenever the processor's kind is the same.
void train_syntax(const SyntaxShape& shape, const WordVectors& vectors, const std::vector<SyntaxSentence>& sentences,
                  const SyntaxTraining& training,
                  const std::function<bool(int epoch, double loss, SyntaxWeights& weights)>& progress);

}  // namespace lede
