#pragma once

#include <vector>

#include <lede/language/name_gradient.hpp>

namespace lede {

/// How the network is trained.
struct NameNetworkTraining {
    int epochs = 5;
    std::size_t batch_words = 512;
    float rate = 2e-3F;  ///< rises during the first twentieth of the time, then falls to zero in a line
    NameDropout dropout;
    std::uint64_t seed = 1;
};

/// Trains with Adam on mini-batches. One thread; the result is the same bytes whenever the processor's kind is the
/// same.
NameNetwork train_name_network(const NameNetworkShape& shape, const WordVectors& vectors,
                               const std::vector<NameExample>& examples, const NameNetworkTraining& training);

}  // namespace lede
