#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/language/token_rules.hpp>

namespace lede {

/// Features for whether piece `at` of a chunk begins a token (label 1) or goes on with the piece before (label 0).
class TokenFeatures {
  public:
    static constexpr std::size_t count = 40;

    TokenFeatures(std::string_view text, const TokenRules& rules) : text_(text), rules_(rules) {}

    /// `begins` tells for the pieces before `at` whether they begin a token. `hide_abbreviations`: a listed
    /// abbreviation is seen as such, but not which it is; so that training learns what to do with those that the
    /// training data lacks.
    std::span<const std::uint64_t> extract(const std::vector<Piece>& pieces, const std::vector<char>& begins,
                                           std::size_t at, bool hide_abbreviations = false);

  private:
    struct Look {
        std::uint64_t word, shape;
    };
    void add_neighbours(const std::vector<Piece>& pieces, std::size_t at);
    void add(std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0);
    Look look(const std::vector<Piece>& pieces, std::size_t at, int offset) const;

    std::string_view text_;
    const TokenRules& rules_;
    std::array<std::uint64_t, count> features_{};
    std::size_t size_ = 0;
};

}  // namespace lede
