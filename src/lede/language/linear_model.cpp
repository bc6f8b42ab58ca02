#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <lede/base/error.hpp>
#include <lede/language/linear_model.hpp>

namespace lede {

namespace {

/// Features that are looked up together.
constexpr std::size_t batch = 64;

}  // namespace

LinearModel::LinearModel(std::string_view section) {
    Header header{};
    if (section.size() < sizeof(header))
        throw Error("the model has a damaged section: it is too short; get or train the model again");
    std::memcpy(&header, section.data(), sizeof(header));
    const bool compact = (header.label_count & compact_mark) != 0;
    const std::size_t cell_size = compact ? sizeof(SmallWeight) : sizeof(Weight);
    const std::size_t wanted = sizeof(Header) + (std::size_t{header.slot_count} + 1) * sizeof(Slot) +
                               std::size_t{header.weight_count} * cell_size;
    if (section.size() != wanted)
        throw Error("the model has a damaged section: its size is wrong; get or train the model again");
    label_count_ = header.label_count & ~compact_mark;
    slot_count_ = header.slot_count;
    weight_count_ = header.weight_count;
    unit_ = header.unit;
    slots_ = reinterpret_cast<const Slot*>(section.data() + sizeof(Header));
    const char* cells = reinterpret_cast<const char*>(slots_ + slot_count_ + 1);
    if (compact)
        small_weights_ = reinterpret_cast<const SmallWeight*>(cells);
    else
        weights_ = reinterpret_cast<const Weight*>(cells);
    check();
}

/// So that scoring needs no checks: rows are in order and inside, labels are in range, and some slot is free.
void LinearModel::check() const {
    bool rows_fit = slots_[0].first == 0 && slots_[slot_count_].first == weight_count_;
    bool some_free = slot_count_ == 0;
    for (std::uint32_t i = 0; i < slot_count_; ++i) {
        rows_fit &= slots_[i].first <= slots_[i + 1].first;
        some_free |= slots_[i].first == slots_[i + 1].first;
    }
    bool labels_fit = std::isfinite(unit_) && unit_ > 0;
    for (std::uint32_t i = 0; i < weight_count_; ++i)
        labels_fit &= (small_weights_ ? small_weights_[i].label : weights_[i].label) < label_count_;
    if (!rows_fit || !some_free || !labels_fit)
        throw Error("the model has a damaged section: its tables do not fit; get or train the model again");
}

/// The feature's slot, or a free one if it has no weights.
std::uint32_t LinearModel::place_of(std::uint64_t feature) const {
    const auto tag = static_cast<std::uint32_t>(feature);
    std::uint32_t at = home_of(feature, slot_count_);
    while (slots_[at].first != slots_[at + 1].first && slots_[at].tag != tag) at = at + 1 == slot_count_ ? 0 : at + 1;
    return at;
}

void LinearModel::add_scores(std::uint64_t feature, std::span<std::int32_t> scores) const {
    if (slot_count_ == 0) return;
    if (small_weights_)
        score_cells(small_weights_, {&feature, 1}, scores);
    else
        score_cells(weights_, {&feature, 1}, scores);
}

void LinearModel::score(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
    std::fill(scores.begin(), scores.end(), 0);
    if (slot_count_ == 0) return;
    if (small_weights_)
        score_cells(small_weights_, features, scores);
    else
        score_cells(weights_, features, scores);
}

template <class Cell>
void LinearModel::score_cells(const Cell* cells, std::span<const std::uint64_t> features,
                              std::span<std::int32_t> scores) const {
    // The tables are larger than the caches: what a feature needs is asked for while others are being looked up.
    std::array<std::uint32_t, batch> places;
    for (std::size_t begin = 0; begin < features.size(); begin += batch) {
        const auto part = features.subspan(begin, std::min(batch, features.size() - begin));
        for (const std::uint64_t feature : part) __builtin_prefetch(&slots_[home_of(feature, slot_count_)]);
        for (std::size_t i = 0; i < part.size(); ++i) {
            places[i] = place_of(part[i]);
            __builtin_prefetch(&cells[slots_[places[i]].first]);
        }
        for (std::size_t i = 0; i < part.size(); ++i)
            for (std::uint32_t k = slots_[places[i]].first; k < slots_[places[i] + 1].first; ++k)
                scores[cells[k].label] += cells[k].score();
    }
}

}  // namespace lede
