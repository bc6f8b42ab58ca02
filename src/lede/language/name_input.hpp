#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <lede/language/name_traits.hpp>
#include <lede/neural/matrix.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// What the network for names sees of a word besides its encoding: the row of its vector, and rows of the table that is
/// learnt.
struct NameInput {
    static constexpr std::size_t row_count = 12;
    /// Rows of the table, shared by hash.
    static constexpr std::uint32_t table_rows = 4096;
    std::uint32_t vector = NameTraits::no_vector;
    std::array<std::uint32_t, row_count> rows{};
};

/// The inputs of the words of consecutive sentences, of the traits of all the document's words.
std::vector<NameInput> make_name_inputs(std::span<const Sentence> sentences, const std::vector<NameTraits>& traits);

/// A sentence as the network reads it.
struct NameWords {
    std::span<const NameInput> words;
    const Matrix* encoded = nullptr;  ///< a column a word, see SyntaxModel::read; may have no rows
    std::uint32_t first = 0;          ///< the column of the first word
    std::uint32_t domain = 0;         ///< the corpus that it is of, or is to be read like; 0 for the articles
};

}  // namespace lede
