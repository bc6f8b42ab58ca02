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
    static constexpr std::size_t count = 30;

    TokenFeatures(std::string_view text, const TokenRules& rules) : text_(text), rules_(rules) {}

    /// `begins` tells for the pieces before `at` whether they begin a token.
    std::span<const std::uint64_t> extract(const std::vector<Piece>& pieces, const std::vector<char>& begins, std::size_t at);

  private:
    struct Look {
        std::uint64_t word, shape;
    };
    Look look(const std::vector<Piece>& pieces, std::size_t at, int offset) const;

    std::string_view text_;
    const TokenRules& rules_;
    std::array<std::uint64_t, count> features_{};
    std::size_t size_ = 0;
};


}  // namespace lede
