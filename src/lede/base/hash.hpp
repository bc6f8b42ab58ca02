#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede {

/// A stable 64-bit hash of the bytes (XXH3), equal on every machine and run.
std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0);

/// Sixteen hexadecimal digits, small letters.
std::string to_hex(std::uint64_t number);

/// Mixes two hashes, order mattering (the finaliser of splitmix64).
constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

}  // namespace lede
