#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/token_rules.hpp>

namespace lede {

/// The tokens of a paragraph as the sentence splitter sees them. Text, tokens and rules must outlive it.
class BreakFeatures {
  public:
    BreakFeatures(std::string_view text, const std::vector<Span>& tokens, const TokenRules& rules);

    /// Whether a sentence may end behind token `at`, which is not the last.
    bool is_candidate(std::size_t at) const;

    /// Features for a break behind token `at` of a sentence that began with token `first`.
    std::span<const std::uint64_t> extract(std::size_t first, std::size_t at);

  private:
    enum Mark : std::uint8_t { none, stop, comma, colon, opens, closes, quote, other };
    struct Seen {
        Surface surface;
        Mark mark = none;
        bool gap_after = false;
        bool abbreviation = false;
        bool open_quote = false;  ///< an odd number of straight quotes stands before and at this token
    };
    Mark mark_of(std::string_view form) const;
    const Seen& seen(std::size_t at, int offset) const;

    bool is_attribution(std::size_t at) const;

    std::string_view text_;
    const std::vector<Span>& tokens_;
    const TokenRules& rules_;
    std::vector<Seen> seen_;
    Seen outside_;
    std::array<std::uint64_t, 32> features_{};
    std::size_t size_ = 0;
};

}  // namespace lede
