#include <lede/extraction/fact_text_copier.hpp>

#include <algorithm>

namespace lede {

FactTextCopier::FactTextCopier(const FactText& from) : from_(from) {
    std::uint32_t start = 0;
    for (const std::uint32_t length : from.lengths) {
        starts_.push_back(start);
        start += length;
    }
}

/// By any of the pair's places, which are all in one sentence.
std::size_t FactTextCopier::sentence_of(std::size_t pair) const {
    const auto& places = from_.pairs[pair].places;
    const auto known = std::ranges::find_if(places, [](std::uint32_t place) { return place != FactPair::nowhere; });
    const std::uint32_t word = known != places.end() ? *known : from_.pairs[pair].between_first;
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, word) - starts_.begin()) - 1;
}

Span FactTextCopier::words_of(std::size_t pair) const {
    const std::size_t sentence = sentence_of(pair);
    return {starts_[sentence], starts_[sentence] + from_.lengths[sentence]};
}

void FactTextCopier::copy(std::size_t pair, FactText& to) {
    const std::size_t sentence = sentence_of(pair);
    const Span words = words_of(pair);
    if (&to != last_to_ || sentence != last_sentence_) {
        to.words.insert(to.words.end(), from_.words.begin() + words.begin, from_.words.begin() + words.end);
        to.lengths.push_back(words.size());
        last_to_ = &to;
        last_sentence_ = sentence;
    }
    const auto base = static_cast<std::uint32_t>(to.words.size()) - words.size();
    FactPair moved = from_.pairs[pair];
    for (std::uint32_t& place : moved.places)
        if (place != FactPair::nowhere) place = place - words.begin + base;
    const bool adjacent = moved.between_first >= moved.between_last;
    moved.between_first = adjacent ? base : moved.between_first - words.begin + base;
    moved.between_last = adjacent ? base : moved.between_last - words.begin + base;
    to.pairs.push_back(moved);
}

}  // namespace lede
