#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace lede {

/// How the words of several sentences lie in the columns of a matrix: first the first words of all sentences, the
/// longest sentence first, then the second words of those that have one, and so on. A recurrent layer then steps through
/// blocks of neighbouring columns.
class Batch {
  public:
    /// The number of words of each sentence, at least 1.
    explicit Batch(std::span<const std::uint32_t> lengths);

    std::size_t word_count() const { return word_count_; }
    std::size_t sentence_count() const { return place_.size(); }
    std::uint32_t length(std::size_t sentence) const { return lengths_[sentence]; }
    /// Where the sentence's word lies.
    std::uint32_t column(std::size_t sentence, std::uint32_t word) const { return steps_[word] + place_[sentence]; }

    std::size_t step_count() const { return steps_.size() - 1; }
    /// The first column of a step.
    std::uint32_t step_begin(std::size_t step) const { return steps_[step]; }
    /// The number of sentences that have that many words and one more.
    std::uint32_t step_size(std::size_t step) const { return steps_[step + 1] - steps_[step]; }

  private:
    std::vector<std::uint32_t> lengths_;  ///< in the given order
    std::vector<std::uint32_t> place_;    ///< rank of a sentence by falling length
    std::vector<std::uint32_t> steps_;
    std::size_t word_count_ = 0;
};

}  // namespace lede
