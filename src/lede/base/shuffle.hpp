#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace lede {

/// The same order on every machine, which std::shuffle does not promise (Fisher-Yates with a linear congruential
/// generator).
template <class Value>
void shuffle_with(std::vector<Value>& values, std::uint64_t seed) {
    std::uint64_t state = seed * 0x9E3779B97F4A7C15ULL + 1;
    for (std::size_t i = values.size(); i > 1; --i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        std::swap(values[i - 1], values[(state >> 33) % i]);
    }
}

}  // namespace lede
