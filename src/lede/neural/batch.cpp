#include <algorithm>
#include <numeric>

#include <lede/neural/batch.hpp>

namespace lede {

Batch::Batch(std::span<const std::uint32_t> lengths)
    : lengths_(lengths.begin(), lengths.end()), place_(lengths.size()) {
    std::vector<std::uint32_t> order(lengths.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return lengths[a] > lengths[b]; });
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) place_[order[rank]] = rank;
    const std::uint32_t longest = order.empty() ? 0 : lengths[order.front()];
    std::uint32_t active = static_cast<std::uint32_t>(order.size());
    steps_.push_back(0);
    for (std::uint32_t step = 0; step < longest; ++step) {
        while (lengths[order[active - 1]] <= step) --active;
        steps_.push_back(steps_.back() + active);
    }
    word_count_ = steps_.back();
}

}  // namespace lede
