#pragma once

#include <cstdint>
#include <span>

namespace lede {

/// Replaces scores by the gradient of the cross-entropy to the gold label, times `weight`. Returns the loss, times
/// `weight`. A gold label of scores.size() or more gives no loss and zeros.
double softmax_loss(std::span<float> scores, std::size_t gold, float weight);

/// The place of the largest score, the first one of equals.
std::size_t best_of(std::span<const float> scores);

}  // namespace lede
