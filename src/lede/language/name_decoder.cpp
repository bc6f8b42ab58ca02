#include <lede/language/name_decoder.hpp>

#include <limits>
#include <type_traits>

namespace lede {

namespace {

/// For each tag, the tags that may come before it: computed once a decoding, as the loop over pairs is the hot one.
std::vector<std::vector<std::uint32_t>> predecessors(std::uint32_t tag_count) {
    std::vector<std::vector<std::uint32_t>> before(tag_count);
    for (std::uint32_t from = 0; from < tag_count; ++from)
        for (std::uint32_t to = 0; to < tag_count; ++to)
            if (NameTags::may_follow(from, to)) before[to].push_back(from);
    return before;
}

}  // namespace

template <class Score>
std::vector<std::uint32_t> decode_tags(std::uint32_t tag_count, std::span<const Score> emissions,
                                       std::span<const Score> transitions, std::span<const TagSet> allowed) {
    // Sums over a long sentence do not fit 32-bit integers.
    using Sum = std::conditional_t<std::is_integral_v<Score>, std::int64_t, Score>;
    constexpr Sum impossible = std::numeric_limits<Sum>::lowest() / 4;
    const std::size_t count = emissions.size() / tag_count;
    static thread_local std::vector<std::vector<std::uint32_t>> before;
    if (before.size() != tag_count) before = predecessors(tag_count);
    std::vector<Sum> best(tag_count), next(tag_count);
    std::vector<std::uint32_t> back(count * tag_count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::uint32_t to = 0; to < tag_count; ++to) {
            next[to] = impossible;
            if (!allowed.empty() && (allowed[i] >> to & 1) == 0) continue;
            if (i == 0) {
                if (!NameTags::continues(to)) next[to] = emissions[to];
                continue;
            }
            Sum top = impossible;
            for (const std::uint32_t from : before[to]) {
                if (best[from] == impossible) continue;
                const Sum score = best[from] + transitions[from * tag_count + to];
                if (score > top) top = score, back[i * tag_count + to] = from;
            }
            if (top != impossible) next[to] = top + emissions[i * tag_count + to];
        }
        best.swap(next);
    }
    std::uint32_t tag = NameTags::outside;
    Sum top = impossible;
    for (std::uint32_t t = 0; t < tag_count; ++t)
        if (!NameTags::is_open(t) && best[t] > top) top = best[t], tag = t;
    std::vector<std::uint32_t> tags(count);
    for (std::size_t i = count; i-- > 0;) {
        tags[i] = tag;
        tag = back[i * tag_count + tag];
    }
    return tags;
}

template std::vector<std::uint32_t> decode_tags<std::int32_t>(std::uint32_t, std::span<const std::int32_t>, std::span<const std::int32_t>, std::span<const TagSet>);
template std::vector<std::uint32_t> decode_tags<float>(std::uint32_t, std::span<const float>, std::span<const float>, std::span<const TagSet>);

}  // namespace lede
