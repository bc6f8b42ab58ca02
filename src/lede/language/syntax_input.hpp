#pragma once

#include <array>
#include <cstdint>

#include <lede/language/hash_dictionary.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/word_vectors.hpp>

namespace lede {

/// What the network sees of a word: the row of its vector, and rows of the tables that are learnt.
struct SyntaxInput {
    /// The word in lower case, its endings of 1 to 4 characters, its beginnings of 1 to 3, its shape.
    static constexpr std::size_t table_count = 9;
    static constexpr std::uint32_t no_vector = 0xFFFF'FFFF;
    std::uint32_t vector = no_vector;
    std::array<std::uint32_t, table_count> rows{};  ///< row 0 of the first table is that of unknown words
};

/// `words` numbers the known words from 1; the other tables have `affix_rows` rows, shared by hash.
SyntaxInput to_syntax_input(const Surface& word, const WordVectors& vectors, const HashDictionary& words,
                            std::uint32_t affix_rows);

}  // namespace lede
