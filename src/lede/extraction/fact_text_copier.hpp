#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <lede/extraction/fact_network_input.hpp>

namespace lede {

/// Copies pairs of a text, each with its sentence, into others. The text must outlive it.
class FactTextCopier {
  public:
    explicit FactTextCopier(const FactText& from);

    /// Index of the sentence that the pair stands in, and its words.
    std::size_t sentence_of(std::size_t pair) const;
    Span words_of(std::size_t pair) const;
    /// Puts the pair behind those of `to`, with its sentence unless `to` got that last.
    void copy(std::size_t pair, FactText& to);

  private:
    const FactText& from_;
    std::vector<std::uint32_t> starts_;  ///< first word of each sentence
    const FactText* last_to_ = nullptr;
    std::size_t last_sentence_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace lede
