#include <algorithm>

#include <lede/language/transitions.hpp>

namespace lede {

const ParseState* ParseChart::start(std::size_t count, std::size_t states) {
    fresh_.assign(count + 1, ParseNode());
    for (std::size_t i = 0; i <= count; ++i) fresh_[i].token = static_cast<std::uint16_t>(i);
    nodes_.clear();
    states_.clear();
    // A state makes at most one node; nothing moves once it is there.
    nodes_.reserve(states + 1);
    states_.reserve(states + 1);
    states_.push_back({&fresh_[0], count > 0 ? &fresh_[1] : nullptr, nullptr, 0, 0});
    return &states_.back();
}

const ParseNode* ParseChart::add(const ParseNode& node) {
    nodes_.push_back(node);
    return &nodes_.back();
}

const ParseState* ParseChart::apply(const ParseState& state, Transition transition, double score) {
    ParseState next{state.top, state.front, &state, score, transition};
    constexpr std::uint8_t most = 200;  // dependents are counted only so far
    if (transition == shift) {
        ParseNode node = *state.front;
        node.below = state.top;
        next.top = add(node);
        const std::size_t following = std::size_t{node.token} + 1;
        next.front = following < fresh_.size() ? &fresh_[following] : nullptr;
    } else if (is_left(transition)) {
        ParseNode head = *state.front;
        head.left2 = head.left1, head.left_label2 = head.left_label1;
        head.left1 = state.top->token, head.left_label1 = static_cast<std::uint8_t>(label_of(transition) + 1);
        head.left_count = static_cast<std::uint8_t>(std::min<int>(head.left_count + 1, most));
        next.front = add(head);
        next.top = state.top->below;
    } else {
        ParseNode head = *state.top->below;
        head.right2 = head.right1, head.right_label2 = head.right_label1;
        head.right1 = state.top->token, head.right_label1 = static_cast<std::uint8_t>(label_of(transition) + 1);
        head.right_count = static_cast<std::uint8_t>(std::min<int>(head.right_count + 1, most));
        next.top = add(head);
    }
    states_.push_back(next);
    return &states_.back();
}

void read_tree(const ParseState& final_state, std::size_t count, ParseTree& tree) {
    tree.heads.assign(count, 0);
    tree.labels.assign(count, 0);
    for (const ParseState* state = &final_state; state->parent != nullptr; state = state->parent) {
        if (state->transition == shift) continue;
        const ParseState& before = *state->parent;
        const std::size_t dependent = before.top->token - 1U;
        tree.heads[dependent] = is_left(state->transition) ? before.front->token : before.top->below->token;
        tree.labels[dependent] = static_cast<std::uint16_t>(label_of(state->transition));
    }
}

std::vector<Transition> gold_transitions(const ParseTree& tree) {
    const std::size_t count = tree.heads.size();
    std::vector<std::uint32_t> last_dependent(count + 1, 0);
    for (std::size_t i = 0; i < count; ++i) last_dependent[tree.heads[i]] = static_cast<std::uint32_t>(i + 1);
    std::vector<Transition> result;
    std::vector<std::uint32_t> stack{0};
    std::uint32_t front = 1;
    while (front <= count || stack.size() > 1) {
        const std::uint32_t top = stack.back();
        const std::uint32_t head = top > 0 ? tree.heads[top - 1] : 0;
        if (top > 0 && front <= count && head == front) {
            result.push_back(left_arc(tree.labels[top - 1]));
            stack.pop_back();
        } else if (top > 0 &&
                   (front > count || (head == stack[stack.size() - 2] && head != 0 && last_dependent[top] < front))) {
            result.push_back(right_arc(tree.labels[top - 1]));
            stack.pop_back();
        } else {
            result.push_back(shift);
            stack.push_back(front++);
        }
    }
    return result;
}

namespace {

/// Whether some word strictly between the word and its head does not descend from the head.
bool is_projective(const ParseTree& tree, std::size_t word) {
    const std::size_t head = tree.heads[word - 1];
    for (std::size_t i = std::min(word, head) + 1; i < std::max(word, head); ++i) {
        std::size_t above = i;
        while (above != 0 && above != head) above = tree.heads[above - 1];
        if (above != head) return false;
    }
    return true;
}

}  // namespace

void make_projective(ParseTree& tree) {
    const std::size_t count = tree.heads.size();
    for (;;) {
        std::size_t shortest = 0, length = count + 2;
        for (std::size_t word = 1; word <= count; ++word) {
            const std::size_t head = tree.heads[word - 1];
            const std::size_t size = std::max(word, head) - std::min(word, head);
            if (head != 0 && size < length && !is_projective(tree, word)) shortest = word, length = size;
        }
        if (shortest == 0) return;
        tree.heads[shortest - 1] = tree.heads[tree.heads[shortest - 1] - 1];
    }
}

}  // namespace lede
