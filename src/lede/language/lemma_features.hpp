#pragma once

#include <array>
#include <cstdint>

#include <lede/base/hash.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/tag.hpp>

namespace lede {

/// The key of a word with its tag in the dictionary: as written for proper nouns, whose lemma keeps its case.
inline std::uint64_t lemma_key(const Surface& word, const Tag& tag, std::uint16_t tag_number) {
    return combine(combine(78, tag.upos == Upos::propn ? word.form : word.lower), tag_number);
}

/// Features for the script of a word that the dictionary lacks.
inline std::array<std::uint64_t, 14> lemma_features(const Surface& word, std::uint16_t tag) {
    const std::uint64_t writing =
        (word.upper_first ? 1U : 0U) | (word.all_upper ? 2U : 0U) | (word.has_digit ? 4U : 0U);
    std::array<std::uint64_t, 14> features{};
    std::size_t size = 0;
    for (const std::uint64_t suffix : word.suffixes) features[size] = combine(combine(size, suffix), tag), ++size;
    features[size++] = combine(combine(20, tag), writing);
    features[size++] = combine(combine(21, word.lower), tag);
    features[size++] = combine(combine(22, word.shape), tag);
    features[size++] = combine(combine(combine(23, word.suffixes[1]), writing), tag);
    features[size++] = combine(combine(combine(24, word.suffixes[2]), word.prefixes[0]), tag);
    features[size++] = combine(combine(25, word.suffixes[3]), word.prefixes[1]);
    features[size++] = combine(combine(26, word.suffixes[0]), writing);
    features[size++] = combine(27, word.suffixes[2]);
    features[size++] = combine(28, tag);
    return features;
}

}  // namespace lede
