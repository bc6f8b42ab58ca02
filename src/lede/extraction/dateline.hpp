#pragma once

#include <filesystem>
#include <optional>

#include <lede/base/word_list.hpp>
#include <lede/extraction/atoms.hpp>
#include <lede/extraction/dates.hpp>

namespace lede {

/// Finds the day of publication that an article states at its top: in a line of its own ("Published: 12 March 2026") or where the text
/// begins ("OSLO, 12 March 2026 – …", "LEEDS, England, March 12, 2026 /Agency/ -- …").
class DatelineFinder {
  public:
    /// Reads its word list from the folder. Throws InputError.
    explicit DatelineFinder(const std::filesystem::path& lists);

    /// A full date, or nothing. Only the first paragraphs are looked at.
    std::optional<Date> find(const Document& document, const DateFinder& dates) const;

  private:
    WordList words_;

    bool fills_line(const Atoms& atoms, Span line, Span date) const;
};

}  // namespace lede
