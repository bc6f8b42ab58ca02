#pragma once

#include <cmath>
#include <cstdint>

namespace lede {

/// Random numbers that are the same on every machine (SplitMix64; Steele, Lea and Flood 2014).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    float uniform() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
    /// In [-limit, limit).
    float within(float limit) { return (2 * uniform() - 1) * limit; }

  private:
    std::uint64_t state_;
};

}  // namespace lede
