#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <lede/extraction/fact_network_input.hpp>

namespace lede {

/// A text with its pairs as a section of a model file.
std::string pack_fact_text(const FactText& text);

/// The text of such a section; none of an empty one. Throws Error if it is malformed, or names rows that the vocabulary, or vectors of so
/// many rows, do not have.
FactText unpack_fact_text(std::string_view section, const FactVocabulary& vocabulary, std::size_t vector_rows);

}  // namespace lede
