#pragma once

#include <cstdint>

#include <lede/base/word_list.hpp>
#include <lede/extraction/atoms.hpp>

namespace lede {

enum class Tense : std::uint8_t { unknown, past, future };

/// Whether what the sentence says at atoms [first, last) lies ahead of the article or behind it, from the nearest verb:
/// the last one before, else the first one behind. Uses the tags of the document where it has them, and `words`
/// ("will", "was").
Tense find_tense(const Document& document, const Atoms& atoms, Span sentence, std::uint32_t first, std::uint32_t last,
                 const WordList& words);

}  // namespace lede
