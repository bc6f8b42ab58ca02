#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace lede {

/// A word on the stack or at the front of the buffer, with what has been attached to it so far. Tokens count from 1, 0
/// is the artificial root and `no_token` nothing; labels count from 1, 0 is none.
struct ParseNode {
    std::uint16_t token = 0;
    std::uint16_t left1 = no_token, left2 = no_token;    ///< outermost and next dependents on the left
    std::uint16_t right1 = no_token, right2 = no_token;  ///< on the right
    std::uint8_t left_label1 = 0, left_label2 = 0, right_label1 = 0, right_label2 = 0;
    std::uint8_t left_count = 0, right_count = 0;
    const ParseNode* below = nullptr;  ///< on the stack

    static constexpr std::uint16_t no_token = 0xFFFF;
};

/// A transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) as a number: 0 shifts, an odd
/// number attaches the top of the stack to the front of the buffer, an even one to the word below it on the stack.
using Transition = std::uint16_t;
constexpr Transition shift = 0;
constexpr Transition left_arc(std::uint32_t label) {
    return static_cast<Transition>(1 + 2 * label);
}
constexpr Transition right_arc(std::uint32_t label) {
    return static_cast<Transition>(2 + 2 * label);
}
constexpr bool is_left(Transition t) {
    return t % 2 == 1;
}
constexpr std::uint32_t label_of(Transition t) {
    return (t - 1U) / 2;
}

/// A parser's state. A sentence of n words takes n shifts and n arcs; the root is attached last.
struct ParseState {
    const ParseNode* top = nullptr;    ///< of the stack, never null
    const ParseNode* front = nullptr;  ///< of the buffer; null if that is empty
    const ParseState* parent = nullptr;
    double score = 0;
    Transition transition = 0;  ///< that led here from the parent

    bool may_shift() const { return front != nullptr; }
    bool may_attach_left() const { return front != nullptr && top->token != 0; }
    /// Only the last transition may attach to the root.
    bool may_attach_right() const { return top->below != nullptr && (top->below->token != 0 || front == nullptr); }
    bool attaches_root() const { return top->below != nullptr && top->below->token == 0; }
};

/// Holds the nodes and states of one sentence; addresses stay until the next start().
class ParseChart {
  public:
    /// Returns the initial state for a sentence of `count` words, with room for `states` more states.
    const ParseState* start(std::size_t count, std::size_t states);
    /// The state that the transition leads to, which must be allowed.
    const ParseState* apply(const ParseState& state, Transition transition, double score);

  private:
    const ParseNode* add(const ParseNode& node);

    std::vector<ParseNode> fresh_;  ///< by token: nothing attached
    std::vector<ParseNode> nodes_;
    std::vector<ParseState> states_;
};

/// A dependency tree: heads count words from 1, 0 is the root; labels from 0.
struct ParseTree {
    std::vector<std::uint16_t> heads;
    std::vector<std::uint16_t> labels;
};

/// The tree that the transitions up to the final state built.
void read_tree(const ParseState& final_state, std::size_t count, ParseTree& tree);

/// The transitions that build a projective tree, each word being attached as early as possible.
std::vector<Transition> gold_transitions(const ParseTree& tree);

/// Lifts arcs, the shortest first, until none cross (Nivre and Nilsson 2005, labels left as they are).
void make_projective(ParseTree& tree);

}  // namespace lede
