#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <lede/language/transitions.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// What the parser sees of a word.
struct ParseWord {
    std::uint64_t form = 0;   ///< hash in lower case
    std::uint64_t lemma = 0;  ///< hash
    std::uint64_t shape = 0;
    std::uint16_t tag = 0;    ///< number of the tagger's tag
    Upos upos = Upos::x;
};

/// Features of a parser's state (after Zhang and Nivre 2011, for the arc-hybrid system).
class ParseFeatures {
  public:
    static constexpr std::size_t most = 128;

    /// Prepares for the words of a sentence.
    void start(std::span<const ParseWord> words);

    /// The view lives until the next call.
    std::span<const std::uint64_t> extract(const ParseState& state);

  private:
    /// A word's parts as features use them.
    struct Part {
        std::uint64_t form, lemma, tag, both, upos, shape;
    };
    const Part& part(std::uint32_t token) const { return token < parts_.size() ? parts_[token] : nothing_; }
    std::uint64_t between(std::uint32_t left, std::uint32_t right) const;

    std::vector<Part> parts_;  ///< by token, the root first
    Part nothing_{};
    struct Counts {
        std::uint16_t verbs = 0, marks = 0, links = 0;
    };
    std::vector<Counts> before_;  ///< of verbs, commas and the like, and conjunctions before each token
    std::array<std::uint64_t, most> features_{};
};

}  // namespace lede
