#include <lede/language/parse_features.hpp>

#include <algorithm>

#include <lede/base/hash.hpp>

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
        parts_.push_back({word.form, word.lemma, word.tag + 10U, combine(word.form, word.tag), static_cast<std::uint64_t>(word.upos) + 10U, word.shape});
        Counts counts = before_.back();
        counts.verbs = static_cast<std::uint16_t>(counts.verbs + (word.upos == Upos::verb));
        counts.marks = static_cast<std::uint16_t>(counts.marks + (word.upos == Upos::punct));
        counts.links = static_cast<std::uint16_t>(counts.links + (word.upos == Upos::cconj || word.upos == Upos::sconj));
        before_.push_back(counts);
    }
}

std::uint64_t ParseFeatures::between(std::uint32_t left, std::uint32_t right) const {
    if (right <= left + 1 || right >= before_.size()) return 0;
    const Counts &low = before_[left + 1], &high = before_[right];
    const auto few = [](int count) { return static_cast<std::uint64_t>(std::min(count, 2)); };
    return 1 + few(high.verbs - low.verbs) + 3 * few(high.marks - low.marks) + 9 * few(high.links - low.links);
}

std::span<const std::uint64_t> ParseFeatures::extract(const ParseState& state) {
    std::size_t size = 0;
    std::uint64_t kind = 1000;
    const auto add = [&](std::uint64_t a) { features_[size++] = combine(++kind, a); };
    const auto add2 = [&](std::uint64_t a, std::uint64_t b) { features_[size++] = combine(combine(++kind, a), b); };
    const auto add3 = [&](std::uint64_t a, std::uint64_t b, std::uint64_t c) { features_[size++] = combine(combine(combine(++kind, a), b), c); };
    const auto add4 = [&](std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
        features_[size++] = combine(combine(combine(combine(++kind, a), b), c), d);
    };
    static const ParseNode nothing{.token = ParseNode::no_token};
    const ParseNode& top = *state.top;
    const ParseNode& second = top.below ? *top.below : nothing;
    const ParseNode& third = second.below ? *second.below : nothing;
    const ParseNode& front = state.front ? *state.front : nothing;
    const std::uint32_t next_token = state.front ? front.token : ParseNode::no_token;
    const Part &s0 = part(top.token), &s1 = part(second.token), &s2 = part(third.token), &b0 = part(next_token);
    const Part &b1 = part(next_token + 1), &b2 = part(next_token + 2);
    const Part &s0l = part(top.left1), &s0r = part(top.right1), &s1l = part(second.left1), &s1r = part(second.right1), &b0l = part(front.left1);
    const Part &s0l2 = part(top.left2), &s0r2 = part(top.right2), &s1r2 = part(second.right2), &b0l2 = part(front.left2);

    // Single words.
    for (const Part* word : {&s0, &s1, &b0}) add(word->both), add(word->form), add(word->tag), add(word->lemma), add2(word->shape, word->upos);
    for (const Part* word : {&s2, &b1, &b2}) add(word->both), add(word->tag), add(word->lemma);
    // Pairs.
    add2(s0.both, b0.both), add2(s0.both, b0.tag), add2(s0.tag, b0.both), add2(s0.lemma, b0.lemma), add2(s0.tag, b0.tag), add2(s0.lemma, b0.tag), add2(s0.tag, b0.lemma);
    add2(s1.both, s0.both), add2(s1.both, s0.tag), add2(s1.tag, s0.both), add2(s1.lemma, s0.lemma), add2(s1.tag, s0.tag), add2(s1.lemma, s0.tag), add2(s1.tag, s0.lemma);
    add2(s1.tag, b0.tag), add2(s1.lemma, b0.lemma), add2(s1.lemma, b0.tag), add2(b0.tag, b1.tag), add2(b0.lemma, b1.tag), add2(b0.lemma, b1.lemma), add2(s0.tag, b1.tag);
    // Three words and more.
    add3(s0.tag, b0.tag, b1.tag), add3(s1.tag, s0.tag, b0.tag), add3(s2.tag, s1.tag, s0.tag), add3(b0.tag, b1.tag, b2.tag), add4(s1.tag, s0.tag, b0.tag, b1.tag);
    add3(s0.lemma, b0.tag, b1.tag), add3(s1.lemma, s0.tag, b0.tag), add3(s1.tag, s0.lemma, b0.tag), add3(s1.tag, s0.tag, b0.lemma), add3(s0.tag, b0.lemma, b1.tag);
    add3(s1.lemma, s0.lemma, b0.tag), add3(s1.lemma, s0.tag, b0.lemma), add3(s1.upos, s0.lemma, b0.lemma);
    add3(s0.tag, s0l.tag, b0.tag), add3(s0.tag, s0r.tag, b0.tag), add3(s0.tag, b0l.tag, b0.tag);
    add3(s1.tag, s1l.tag, s0.tag), add3(s1.tag, s1r.tag, s0.tag), add3(s1.tag, s0l.tag, s0.tag), add3(s1.tag, s0r.tag, s0.tag), add3(s1.lemma, s0l.lemma, s0.upos);
    // How far, and what stands between.
    const std::uint64_t far0 = distance_class(top.token, state.front ? next_token : top.token), far1 = distance_class(second.token, top.token);
    add2(s0.lemma, far0), add2(s0.tag, far0), add2(b0.lemma, far0), add2(b0.tag, far0), add3(s0.tag, b0.tag, far0), add3(s0.lemma, b0.lemma, far0);
    add2(s1.lemma, far1), add2(s1.tag, far1), add3(s1.tag, s0.tag, far1), add3(s1.lemma, s0.lemma, far1);
    add3(s0.upos, b0.upos, between(top.token, next_token)), add3(s1.upos, s0.upos, between(second.token, top.token)), add3(s1.tag, s0.lemma, between(second.token, top.token));
    // Dependents so far: their number, words and labels.
    add2(s0.lemma, top.left_count), add2(s0.tag, top.left_count), add2(s0.lemma, top.right_count), add2(s0.tag, top.right_count);
    add2(s1.lemma, second.right_count), add2(s1.tag, second.right_count), add2(b0.lemma, front.left_count), add2(b0.tag, front.left_count);
    add2(s0l.tag, top.left_label1), add(s0l.lemma), add2(s0r.tag, top.right_label1), add(s0r.lemma), add2(b0l.tag, front.left_label1), add(b0l.lemma);
    add2(s1r.tag, second.right_label1), add(s1r.lemma), add2(s1l.tag, second.left_label1), add2(s0l2.tag, top.left_label2), add2(s0r2.tag, top.right_label2);
    add2(s1r2.tag, second.right_label2), add2(b0l2.tag, front.left_label2);
    const std::uint64_t left_labels = top.left_label1 * 256U + top.left_label2, right_labels = top.right_label1 * 256U + top.right_label2;
    const std::uint64_t front_labels = front.left_label1 * 256U + front.left_label2, second_labels = second.right_label1 * 256U + second.right_label2;
    add2(s0.tag, left_labels), add2(s0.lemma, left_labels), add2(s0.tag, right_labels), add2(s0.lemma, right_labels), add2(b0.tag, front_labels), add2(b0.lemma, front_labels);
    add2(s1.tag, second_labels), add2(s1.lemma, second_labels), add3(s1.tag, s0.tag, second_labels), add3(s0.tag, b0.tag, right_labels);
    add3(s1.tag, s0.tag, left_labels), add3(s1.upos, s0.upos, right_labels), add3(s1.upos, second.left_label1 * 256U + second.left_count, s0.upos);
    return {features_.data(), size};
}

}  // namespace lede
