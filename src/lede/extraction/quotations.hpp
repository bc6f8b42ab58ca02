#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <lede/text/document.hpp>

namespace lede {

struct QuotationLists;

/// Words in quotation marks that somebody says.
struct QuotedSpan {
    Span words;                  ///< bytes between the marks, without blanks at the ends
    std::uint32_t sentence = 0;  ///< in which it begins
    std::optional<std::uint32_t>
        speaker;  ///< token that heads the speaker's mention: a name, a pronoun, a noun ("spokeswoman")
    std::optional<std::uint32_t> cue;  ///< token of the reporting verb, or "to" in "according to"
    bool continues = false;  ///< without a cue of its own: the speaker is the one of the quotation before (or behind)

    auto operator<=>(const QuotedSpan&) const = default;
};

/// Finds direct quotations in double, single and angle quotation marks, and who speaks. A quotation that is split by
/// its attribution gives two. Titles, scare quotes and fragments of one or two words are none. Shared by threads.
class QuotationFinder {
  public:
    /// Reads its word lists from the folder. Throws InputError.
    explicit QuotationFinder(const std::filesystem::path& lists);
    ~QuotationFinder();
    QuotationFinder(QuotationFinder&&) noexcept;

    /// Sorted, not overlapping. Uses the document's names and trees where it has them.
    std::vector<QuotedSpan> find(const Document& document) const;

  private:
    std::unique_ptr<const QuotationLists> lists_;
};

}  // namespace lede
