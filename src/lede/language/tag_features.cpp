#include <lede/base/hash.hpp>
#include <lede/language/tag_features.hpp>

namespace lede {

namespace {

const Surface outside{.form = 11, .lower = 12, .shape = 13};
constexpr std::uint32_t unknown = 0xFFFF;

}  // namespace

TagFeatures::TagFeatures(std::span<const Surface> words, const HashDictionary& lexicon)
    : words_(words), ambiguity_(words.size()) {
    for (std::size_t i = 0; i < words.size(); ++i) ambiguity_[i] = lexicon.find(words[i].lower).value_or(unknown);
}

const Surface& TagFeatures::word(std::size_t at, int offset) const {
    const auto index = static_cast<std::ptrdiff_t>(at) + offset;
    return index < 0 || index >= static_cast<std::ptrdiff_t>(words_.size()) ? outside
                                                                            : words_[static_cast<std::size_t>(index)];
}

std::uint64_t TagFeatures::ambiguity(std::size_t at, int offset) const {
    const auto index = static_cast<std::ptrdiff_t>(at) + offset;
    return index < 0 || index >= static_cast<std::ptrdiff_t>(words_.size())
               ? unknown + 1
               : ambiguity_[static_cast<std::size_t>(index)];
}

std::span<const std::uint64_t> TagFeatures::extract(std::span<const std::uint16_t> tags_before, std::size_t at) {
    std::size_t size = 0;
    std::uint64_t kind = 100;
    const auto add = [&](std::uint64_t a) { features_[size++] = combine(++kind, a); };
    const auto add2 = [&](std::uint64_t a, std::uint64_t b) { features_[size++] = combine(combine(++kind, a), b); };
    const auto add3 = [&](std::uint64_t a, std::uint64_t b, std::uint64_t c) {
        features_[size++] = combine(combine(combine(++kind, a), b), c);
    };
    const Surface &here = words_[at], &left = word(at, -1), &left2 = word(at, -2), &right = word(at, 1),
                  &right2 = word(at, 2);
    const std::uint64_t tag1 = at > 0 ? tags_before[at - 1] : 9998;
    const std::uint64_t tag2 = at > 1 ? tags_before[at - 2] : 9999;
    const std::uint64_t class0 = ambiguity(at, 0), class_left = ambiguity(at, -1), class_right = ambiguity(at, 1),
                        class_right2 = ambiguity(at, 2);
    const std::uint64_t writing = (here.upper_first ? 1U : 0U) | (here.all_upper ? 2U : 0U) |
                                  (here.has_digit ? 4U : 0U) | (here.has_hyphen ? 8U : 0U) | (at == 0 ? 16U : 0U);

    add(0);
    add(here.lower);
    add(here.form);
    add(here.shape);
    add(writing);
    for (const std::uint64_t prefix : here.prefixes)
        if (++kind; prefix != 0) features_[size++] = combine(kind, prefix);
    for (const std::uint64_t suffix : here.suffixes)
        if (++kind; suffix != 0) features_[size++] = combine(kind, suffix);
    add2(here.suffixes[2], writing);
    add2(here.suffixes[1], tag1);
    add2(here.suffixes[2], tag1);
    add2(here.shape, tag1);

    add(tag1);
    add2(tag1, tag2);
    add2(tag1, here.lower);
    add3(tag1, tag2, here.lower);
    add2(tag1, class0);
    add3(tag1, tag2, class0);
    add3(tag1, class0, class_right);
    add2(tag1, right.lower);
    add2(tag1, left.lower);
    add2(tag2, here.lower);
    add2(tag2, class0);

    add(left.lower);
    add(left2.lower);
    add(right.lower);
    add(right2.lower);
    add2(left.lower, here.lower);
    add2(here.lower, right.lower);
    add2(left.lower, right.lower);
    add2(left.lower, left2.lower);
    add2(right.lower, right2.lower);
    add(left.suffixes[2]);
    add(right.suffixes[2]);
    add(right.suffixes[1]);
    add2(left.shape, here.shape);
    add2(here.shape, right.shape);

    add(class0);
    add2(class_left, class0);
    add2(class0, class_right);
    add3(class_left, class0, class_right);
    add3(class0, class_right, class_right2);
    add2(class_right, class_right2);
    add2(here.lower, class_right);
    add2(left.lower, class0);
    add2(class0, right.lower);
    add2(class0, writing);
    add2(class0, right.suffixes[2]);
    return {features_.data(), size};
}

}  // namespace lede
