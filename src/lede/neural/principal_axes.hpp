#pragma once

#include <cstdint>
#include <vector>

namespace lede {

/// Moves vectors so that their mean is zero; then, if `kept` is less than `dimension` and not 0, turns the space so that its
/// first axes hold the most of what differs and keeps so many of them. `values` holds `dimension` numbers for each vector.
/// Returns the new dimension.
std::uint32_t centre_and_reduce(std::vector<float>& values, std::uint32_t dimension, std::uint32_t kept);

}  // namespace lede
