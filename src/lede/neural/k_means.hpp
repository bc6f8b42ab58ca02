#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace lede {

/// Spherical k-means (Dhillon and Modha 2001): vectors are compared by the angle between them. `values` holds `dimension`
/// numbers for each vector, and at least `clusters` vectors. Gives each vector's cluster. Deterministic.
std::vector<std::uint16_t> spherical_k_means(std::span<const float> values, std::uint32_t dimension,
                                             std::uint32_t clusters);

}  // namespace lede
