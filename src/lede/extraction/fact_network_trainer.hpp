#pragma once

#include <functional>
#include <vector>

#include <lede/extraction/fact_gradient.hpp>

namespace lede {

/// How the network of facts is trained.
struct FactNetworkTraining {
    int epochs = 12;
    float rate = 4e-3F;       ///< falls to zero in a line
    float most_slope = 5;     ///< longer gradients are cut to this length
    float loss_unit = 0.05F;  ///< what the loss of a text is multiplied with
    FactDropout dropout;
    std::uint64_t seed = 1;
};

/// Trains on the lessons, one a step, in random order. `progress` (may be empty) gets the number of each epoch and its loss. One thread;
/// the result is the same bytes whenever the processor's kind is the same.
FactWeights train_fact_network(const FactShape& shape, const WordVectors& vectors, const std::vector<const FactLesson*>& lessons,
                               const FactNetworkTraining& training, const std::function<void(int, double)>& progress = {});

}  // namespace lede
