#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include <lede/base/span.hpp>
#include <lede/model/facts.hpp>
#include <lede/text/document.hpp>

namespace lede {

struct FactualityLists;

/// Tells whether a sentence states something as true. Decided plans ("will star", "is set to direct", "has agreed to
/// buy") and what is plainly attributed ("officials said that 12 people died") are asserted, and so is what has ended
/// ("the former head"). The idea of reading a predicate's status from the words that govern it is that of Saurí and
/// Pustejovsky (2012), "Are you sure that this happened?". Shared by threads.
class Factuality {
  public:
    /// Reads its word lists from the folder. Throws InputError.
    explicit Factuality(const std::filesystem::path& lists);
    ~Factuality();
    Factuality(Factuality&&) noexcept;

    /// The status of what is said by a word of a sentence, such as the verb "bought" or the noun "founder". It is read
    /// from the word's clause and the words above it in the tree; where the sentence has no tree, from the words before
    /// it. The words of a name say nothing of it ("Tomorrow Never Dies stars …"): neither those of the document's names, nor of the
    /// titles that are given as tokens [first, last).
    Status of(const Document& document, std::uint32_t sentence, std::uint32_t trigger, std::span<const Span> titles = {}) const;

  private:
    std::unique_ptr<const FactualityLists> lists_;
};

}  // namespace lede
