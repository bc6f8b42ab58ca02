#pragma once

#include <vector>

#include <lede/extraction/fact_learner.hpp>
#include <lede/neural/dense.hpp>

namespace lede {

/// An output layer over what the network of facts thinks of a candidate, for properties that the network was not trained on.
/// `thoughts` has a column a candidate; `instances`, in the same order, say which properties it states. Deterministic.
Dense learn_fact_head(const Matrix& thoughts, const std::vector<FactInstance>& instances, std::size_t property_count, float positive_weight);

}  // namespace lede
