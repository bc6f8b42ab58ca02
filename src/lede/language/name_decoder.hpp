#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <lede/language/name_tags.hpp>

namespace lede {

/// Finds the best well-formed tag sequence by Viterbi's algorithm. `Score` is int32 for a packed model, float in training.
/// `emissions` holds tag_count scores for each token, `transitions` tag_count * tag_count scores (from * tag_count + to), and
/// `allowed` the tags that each token may have (empty: all). At least one well-formed sequence must be allowed.
template <class Score>
std::vector<std::uint32_t> decode_tags(std::uint32_t tag_count, std::span<const Score> emissions,
                                       std::span<const Score> transitions, std::span<const TagSet> allowed);

}  // namespace lede
