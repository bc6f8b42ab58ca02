#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/language/parse_features.hpp>

namespace lede {

namespace {

std::uint64_t distance_class(std::uint32_t left, std::uint32_t right) {
    const std::uint32_t distance = right - left;
    return distance < 5 ? distance : distance < 7 ? 5 : distance < 11 ? 6 : distance < 20 ? 7 : 8;
}

}  // namespace

void ParseFeatures::start(std::span<const ParseWord> words) {
    nothing_ = {1, 1, 1, 1, 1, 1};
    parts_.assign(1, {2, 2, 2, 2, 2, 2});
    before_.assign(2, Counts());
    for (const ParseWord& word : words) {
        parts_.push_back({word.form, word.lemma, word.tag + 10U, combine(word.form, word.tag),
                          static_cast<std::uint64_t>(word.upos) + 10U, word.shape});
        Counts counts = before_.back();
        counts.verbs = static_cast<std::uint16_t>(counts.verbs + (word.upos == Upos::verb));
        counts.marks = static_cast<std::uint16_t>(counts.marks + (word.upos == Upos::punct));
        counts.links =
            static_cast<std::uint16_t>(counts.links + (word.upos == Upos::cconj || word.upos == Upos::sconj));
        before_.push_back(counts);
    }
}

std::uint64_t ParseFeatures::between(std::uint32_t left, std::uint32_t right) const {
    if (right <= left + 1 || right >= before_.size()) return 0;
    const Counts &low = before_[left + 1], &high = before_[right];
    const auto few = [](int count) { return static_cast<std::uint64_t>(std::min(count, 2)); };
    return 1 + few(high.verbs - low.verbs) + 3 * few(high.marks - low.marks) + 9 * few(high.links - low.links);
}

/// Appends features, each of a kind of its own.
class ParseFeatures::Adder {
  public:
    Adder(std::array<std::uint64_t, most>& features, std::uint64_t kind) : features_(features), kind_(kind) {}

    void operator()(std::uint64_t a) { features_[size_++] = combine(++kind_, a); }
    void operator()(std::uint64_t a, std::uint64_t b) { features_[size_++] = combine(combine(++kind_, a), b); }
    void operator()(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
        features_[size_++] = combine(combine(combine(++kind_, a), b), c);
    }
    void operator()(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
        features_[size_++] = combine(combine(combine(combine(++kind_, a), b), c), d);
    }
    std::size_t size() const { return size_; }

  private:
    std::array<std::uint64_t, most>& features_;
    std::uint64_t kind_;
    std::size_t size_ = 0;
};

namespace {

const ParseNode no_node{.token = ParseNode::no_token};

const ParseNode& below(const ParseNode& node) {
    return node.below ? *node.below : no_node;
}

}  // namespace

struct ParseFeatures::View {
    View(const ParseFeatures& features, const ParseState& state)
        : top(*state.top),
          second(below(top)),
          third(below(second)),
          front(state.front ? *state.front : no_node),
          s0(features.part(top.token)),
          s1(features.part(second.token)),
          s2(features.part(third.token)),
          b0(features.part(front.token)),
          b1(features.part(front.token + 1U)),
          b2(features.part(front.token + 2U)) {}

    const ParseNode &top, &second, &third, &front;
    const Part &s0, &s1, &s2, &b0, &b1, &b2;
};

void ParseFeatures::add_front(const View& v, Adder& add) const {
    for (const Part* word : {&v.s0, &v.b0})
        add(word->both), add(word->form), add(word->tag), add(word->lemma), add(word->shape, word->upos);
    for (const Part* word : {&v.b1, &v.b2}) add(word->both), add(word->tag), add(word->lemma);
    const Part &s0 = v.s0, &b0 = v.b0, &b1 = v.b1, &b2 = v.b2;
    add(s0.both, b0.both), add(s0.both, b0.tag), add(s0.tag, b0.both), add(s0.lemma, b0.lemma);
    add(s0.tag, b0.tag), add(s0.lemma, b0.tag), add(s0.tag, b0.lemma), add(s0.tag, b1.tag);
    add(b0.tag, b1.tag), add(b0.lemma, b1.tag), add(b0.lemma, b1.lemma), add(b0.tag, b1.tag, b2.tag);
    add(s0.tag, b0.tag, b1.tag), add(s0.lemma, b0.tag, b1.tag), add(s0.tag, b0.lemma, b1.tag),
        add(s0.tag, b0.tag, b1.lemma);
    const std::uint64_t far = distance_class(v.top.token, std::max(v.front.token, v.top.token));
    add(s0.lemma, far), add(s0.tag, far), add(b0.lemma, far), add(b0.tag, far), add(s0.tag, b0.tag, far),
        add(s0.lemma, b0.lemma, far);
    add(s0.upos, b0.upos, between(v.top.token, v.front.token));
}

void ParseFeatures::add_stack(const View& v, Adder& add) const {
    const Part &s0 = v.s0, &s1 = v.s1;
    add(s1.both), add(s1.form), add(s1.tag), add(s1.lemma), add(s1.shape, s1.upos);
    add(s1.both, s0.both), add(s1.both, s0.tag), add(s1.tag, s0.both), add(s1.lemma, s0.lemma);
    add(s1.tag, s0.tag), add(s1.lemma, s0.tag), add(s1.tag, s0.lemma);
    const std::uint64_t far = distance_class(std::min(v.second.token, v.top.token), v.top.token);
    add(s1.lemma, far), add(s1.tag, far), add(s1.tag, s0.tag, far), add(s1.lemma, s0.lemma, far);
    const std::uint64_t gap = between(v.second.token, v.top.token);
    add(s1.upos, s0.upos, gap), add(s1.tag, s0.lemma, gap);
}

void ParseFeatures::add_words(const View& v, Adder& add) const {
    const Part &s0 = v.s0, &s1 = v.s1, &s2 = v.s2, &b0 = v.b0, &b1 = v.b1;
    add(s2.both), add(s2.tag), add(s2.lemma), add(s2.tag, s1.tag, s0.tag), add(s2.tag, s1.tag), add(s2.lemma, s0.tag),
        add(s2.tag, s0.lemma);
    add(s1.tag, b0.tag), add(s1.lemma, b0.lemma), add(s1.lemma, b0.tag), add(s1.tag, b0.lemma);
    add(s1.tag, s0.tag, b0.tag), add(s1.tag, s0.tag, b0.tag, b1.tag), add(s2.tag, s1.tag, s0.tag, b0.tag);
    add(s1.lemma, s0.tag, b0.tag), add(s1.tag, s0.lemma, b0.tag), add(s1.tag, s0.tag, b0.lemma);
    add(s1.lemma, s0.lemma, b0.tag), add(s1.lemma, s0.tag, b0.lemma), add(s1.upos, s0.lemma, b0.lemma),
        add(s1.lemma, s0.lemma, b0.lemma);
}

void ParseFeatures::add_dependents(const View& v, Adder& add) const {
    const ParseNode &top = v.top, &second = v.second, &front = v.front;
    const Part &s0 = v.s0, &s1 = v.s1, &b0 = v.b0;
    const Part &s0l = part(top.left1), &s0r = part(top.right1), &s1l = part(second.left1), &s1r = part(second.right1),
               &b0l = part(front.left1);
    const Part &s0l2 = part(top.left2), &s0r2 = part(top.right2), &s1r2 = part(second.right2),
               &b0l2 = part(front.left2);
    add(s0.tag, s0l.tag, b0.tag), add(s0.tag, s0r.tag, b0.tag), add(s0.tag, b0l.tag, b0.tag);
    add(s1.tag, s1l.tag, s0.tag), add(s1.tag, s1r.tag, s0.tag), add(s1.tag, s0l.tag, s0.tag),
        add(s1.tag, s0r.tag, s0.tag), add(s1.lemma, s0l.lemma, s0.upos);
    add(s0.lemma, top.left_count), add(s0.tag, top.left_count), add(s0.lemma, top.right_count),
        add(s0.tag, top.right_count);
    add(s1.lemma, second.right_count), add(s1.tag, second.right_count), add(b0.lemma, front.left_count),
        add(b0.tag, front.left_count);
    add(s0l.tag, top.left_label1), add(s0l.lemma), add(s0r.tag, top.right_label1), add(s0r.lemma),
        add(b0l.tag, front.left_label1), add(b0l.lemma);
    add(s1r.tag, second.right_label1), add(s1r.lemma), add(s1l.tag, second.left_label1), add(s0l2.tag, top.left_label2),
        add(s0r2.tag, top.right_label2);
    add(s1r2.tag, second.right_label2), add(b0l2.tag, front.left_label2);
    const auto labels = [](std::uint8_t outer, std::uint8_t inner) { return outer * std::uint64_t{256} + inner; };
    const std::uint64_t left = labels(top.left_label1, top.left_label2),
                        right = labels(top.right_label1, top.right_label2);
    const std::uint64_t at_front = labels(front.left_label1, front.left_label2),
                        at_second = labels(second.right_label1, second.right_label2);
    add(s0.tag, left), add(s0.lemma, left), add(s0.tag, right), add(s0.lemma, right), add(b0.tag, at_front),
        add(b0.lemma, at_front);
    add(s1.tag, at_second), add(s1.lemma, at_second), add(s1.tag, s0.tag, at_second), add(s0.tag, b0.tag, right);
    add(s1.tag, s0.tag, left), add(s1.upos, s0.upos, right),
        add(s1.upos, labels(second.left_label1, second.left_count), s0.upos);
}

std::span<const std::uint64_t> ParseFeatures::extract(const ParseState& state, Group group) {
    const View view(*this, state);
    // A group has at most `most` features, so that kinds of different groups never meet.
    Adder add(features_, 1000 + most * static_cast<std::uint64_t>(group));
    switch (group) {
        case Group::front:
            add_front(view, add);
            break;
        case Group::stack:
            add_stack(view, add);
            break;
        case Group::words:
            add_words(view, add);
            break;
        case Group::dependents:
            add_dependents(view, add);
            break;
    }
    return {features_.data(), add.size()};
}

std::uint64_t ParseFeatures::key(const ParseState& state, Group group) {
    const std::uint64_t top = state.top->token, front = state.front ? state.front->token : ParseNode::no_token;
    const ParseNode& second = below(*state.top);
    if (group == Group::front) return top << 16 | front;
    if (group == Group::stack) return std::uint64_t{second.token} << 16 | top;
    return std::uint64_t{below(second).token} << 48 | std::uint64_t{second.token} << 32 | top << 16 | front;
}

}  // namespace lede
