#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <lede/language/hash_dictionary.hpp>
#include <lede/language/surface.hpp>

namespace lede {

/// Features for the tag of a word, given the tags of the two words before it (Collins 2002; ambiguity classes as in
/// Toutanova et al. 2003).
class TagFeatures {
  public:
    TagFeatures(std::span<const Surface> words, const HashDictionary& lexicon);

    std::span<const std::uint64_t> extract(std::span<const std::uint16_t> tags_before, std::size_t at);

  private:
    const Surface& word(std::size_t at, int offset) const;
    std::uint64_t ambiguity(std::size_t at, int offset) const;

    std::span<const Surface> words_;
    std::vector<std::uint32_t> ambiguity_;
    std::array<std::uint64_t, 64> features_{};
};

}  // namespace lede
