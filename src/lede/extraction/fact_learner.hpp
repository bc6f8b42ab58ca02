#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <lede/extraction/property_table.hpp>
#include <lede/language/linear_model.hpp>

namespace lede {

/// One candidate to learn from. Of the properties in `considered`, those in `stated` are true and the others false; what is not
/// considered teaches nothing.
struct FactInstance {
    std::vector<std::uint64_t> features;
    PropertySet considered;
    PropertySet stated;
    float weight = 1;
};

struct LearnerOptions {
    int epochs = 10;
    float rate = 0.1F;             ///< AdaGrad's step size
    float decay = 1e-3F;           ///< L2, applied to a weight when it is touched
    float positive_weight = 1.0F;  ///< how much more a true instance counts than a false one
    std::uint32_t min_count = 2;   ///< features in fewer instances are left out
    float smallest = 0.05F;        ///< weights below are left out at the end
};

/// Learns to tell which properties a candidate states: one logistic regression a property over shared sparse features, by AdaGrad
/// (Duchi et al. 2011). Deterministic: instances are visited in a fixed pseudo-random order.
/// `progress` (may be empty) is called after each epoch with its number and the mean loss.
SparseWeights learn_facts(const std::vector<FactInstance>& instances, std::size_t property_count, const LearnerOptions& options,
                          const std::function<void(int, double)>& progress = {});

}  // namespace lede
