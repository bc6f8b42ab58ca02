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
    std::uint16_t tag = 0;  ///< number of the tagger's tag
    Upos upos = Upos::x;
};

/// Features of a parser's state (after Zhang and Nivre 2011, for the arc-hybrid system), in groups by what they look
/// at. States of a beam mostly differ in few of these, so that the scores of a group can be kept.
class ParseFeatures {
  public:
    enum class Group : std::uint8_t {
        front,       ///< the top of the stack and the front of the buffer
        stack,       ///< the two topmost words of the stack
        words,       ///< the three topmost words and the front
        dependents,  ///< these with what has been attached to them
    };
    static constexpr std::array<Group, 4> groups = {Group::front, Group::stack, Group::words, Group::dependents};
    static constexpr std::size_t most = 64;  ///< features in a group

    /// Prepares for the words of a sentence.
    void start(std::span<const ParseWord> words);

    /// The view lives until the next call.
    std::span<const std::uint64_t> extract(const ParseState& state, Group group);

    /// Equal for states with equal features of the group, which must not be `dependents`.
    static std::uint64_t key(const ParseState& state, Group group);

  private:
    /// A word's parts as features use them.
    struct Part {
        std::uint64_t form, lemma, tag, both, upos, shape;
    };
    /// The places of a state that features look at.
    struct View;
    class Adder;
    void add_front(const View& view, Adder& add) const;
    void add_stack(const View& view, Adder& add) const;
    void add_words(const View& view, Adder& add) const;
    void add_dependents(const View& view, Adder& add) const;
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
