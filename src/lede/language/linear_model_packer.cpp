#include <algorithm>
#include <cmath>
#include <optional>

#include <lede/base/error.hpp>
#include <lede/language/linear_model.hpp>

namespace lede {

namespace {

/// Slots for a feature in a compact model.
constexpr double compact_room = 4.0 / 3.0;

template <class T>
void append_bytes(std::string& bytes, const T* data, std::size_t count) {
    bytes.append(reinterpret_cast<const char*>(data), count * sizeof(T));
}

}  // namespace

class LinearModelPacker {
  public:
    using Weight = LinearModel::Weight;
    using SmallWeight = LinearModel::SmallWeight;
    static constexpr std::uint32_t compact_mark = LinearModel::compact_mark;

    static std::optional<Weight> pack(Weight*, std::uint16_t label, float share) {
        const auto value = static_cast<std::int16_t>(std::lround(share * 32767.0F));
        return value == 0 ? std::nullopt : std::optional<Weight>({label, value});
    }
    static std::optional<SmallWeight> pack(SmallWeight*, std::uint16_t label, float share) {
        const auto code =
            static_cast<std::int8_t>(std::lround(std::sqrt(std::abs(share)) * 127.0F) * (share < 0 ? -1 : 1));
        return code == 0 ? std::nullopt : std::optional<SmallWeight>({static_cast<std::uint8_t>(label), code});
    }

    /// `room` is the number of slots for a feature: with six in ten taken, an absent feature costs fewer than four
    /// probes, with three in four fewer than nine, mostly in one cache line.
    template <class Cell>
    static std::string section(const SparseWeights& weights, std::uint32_t label_count, std::uint32_t mark,
                               float largest_score, double room) {
        float largest = 0;
        for (const auto& [feature, row] : weights)
            for (const auto& [label, weight] : row) largest = std::max(largest, std::abs(weight));
        if (largest == 0) largest = 1;

        struct Packed {
            std::uint64_t feature;
            std::vector<Cell> row;
        };
        std::vector<Packed> packed;
        for (const auto& [feature, row] : weights) {
            Packed entry{feature, {}};
            for (const auto& [label, weight] : row)
                if (const auto cell = pack(static_cast<Cell*>(nullptr), label, weight / largest))
                    entry.row.push_back(*cell);
            std::sort(entry.row.begin(), entry.row.end(), [](auto a, auto b) { return a.label < b.label; });
            if (!entry.row.empty()) packed.push_back(std::move(entry));
        }
        std::sort(packed.begin(), packed.end(), [](const Packed& a, const Packed& b) { return a.feature < b.feature; });

        const auto slot_count = static_cast<std::uint32_t>(static_cast<double>(packed.size()) * room + 1);
        std::vector<const Packed*> places(slot_count, nullptr);
        for (const Packed& entry : packed) {
            std::uint32_t at = LinearModel::home_of(entry.feature, slot_count);
            while (places[at] != nullptr) at = at + 1 == slot_count ? 0 : at + 1;
            places[at] = &entry;
        }
        std::vector<LinearModel::Slot> slots(slot_count + 1);
        std::vector<Cell> values;
        for (std::uint32_t i = 0; i < slot_count; ++i) {
            slots[i] = {places[i] ? static_cast<std::uint32_t>(places[i]->feature) : 0U,
                        static_cast<std::uint32_t>(values.size())};
            if (places[i]) values.insert(values.end(), places[i]->row.begin(), places[i]->row.end());
        }
        slots[slot_count] = {0, static_cast<std::uint32_t>(values.size())};

        const LinearModel::Header header{label_count | mark, slot_count, static_cast<std::uint32_t>(values.size()),
                                         largest / largest_score};
        std::string bytes;
        append_bytes(bytes, &header, 1);
        append_bytes(bytes, slots.data(), slots.size());
        append_bytes(bytes, values.data(), values.size());
        return bytes;
    }
};

std::string to_section(const SparseWeights& weights, std::uint32_t label_count) {
    return LinearModelPacker::section<LinearModelPacker::Weight>(weights, label_count, 0, 32767.0F, 5.0 / 3.0);
}

std::string to_compact_section(const SparseWeights& weights, std::uint32_t label_count) {
    if (label_count > 256) throw Error("a compact model has at most 256 labels");
    return LinearModelPacker::section<LinearModelPacker::SmallWeight>(
        weights, label_count, LinearModelPacker::compact_mark, 2.0F * 127.0F * 127.0F, compact_room);
}

namespace {

/// What a model takes that keeps only weights of at least `least`.
std::size_t packed_size(const SparseWeights& weights, float least) {
    std::size_t rows = 0, cells = 0;
    for (const auto& [feature, row] : weights) {
        const auto kept = static_cast<std::size_t>(
            std::count_if(row.begin(), row.end(), [&](const auto& cell) { return std::abs(cell.second) >= least; }));
        rows += kept > 0;
        cells += kept;
    }
    return static_cast<std::size_t>(static_cast<double>(rows) * 8 * compact_room) + cells * 2 + 32;
}

}  // namespace

void prune(SparseWeights& weights, std::size_t most_bytes) {
    float low = 0, high = 0;
    for (const auto& [feature, row] : weights)
        for (const auto& [label, weight] : row) high = std::max(high, std::abs(weight));
    if (packed_size(weights, low) <= most_bytes) return;
    // Halving the interval this often brings the threshold within a millionth of the largest weight.
    for (int i = 0; i < 20; ++i) {
        const float middle = (low + high) / 2;
        (packed_size(weights, middle) <= most_bytes ? high : low) = middle;
    }
    for (auto& [feature, row] : weights)
        std::erase_if(row, [&](const auto& cell) { return std::abs(cell.second) < high; });
    std::erase_if(weights, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace lede
