#include <lede/language/linear_model.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

#include <lede/base/error.hpp>

namespace lede {

namespace {

/// Where probing for a feature begins: the upper half of its hash scaled to the table (Lemire's fast range).
std::uint32_t home_of(std::uint64_t feature, std::uint32_t slot_count) {
    return static_cast<std::uint32_t>(((feature >> 32) * slot_count) >> 32);
}

template <class T>
void append_bytes(std::string& bytes, const T* data, std::size_t count) {
    bytes.append(reinterpret_cast<const char*>(data), count * sizeof(T));
}

}  // namespace

LinearModel::LinearModel(std::string_view section) {
    Header header{};
    if (section.size() < sizeof(header)) throw Error("the model has a damaged section: it is too short; get or train the model again");
    std::memcpy(&header, section.data(), sizeof(header));
    const std::size_t wanted = sizeof(Header) + (std::size_t{header.slot_count} + 1) * sizeof(Slot) + std::size_t{header.weight_count} * sizeof(Weight);
    if (section.size() != wanted) throw Error("the model has a damaged section: its size is wrong; get or train the model again");
    label_count_ = header.label_count;
    slot_count_ = header.slot_count;
    weight_count_ = header.weight_count;
    unit_ = header.unit;
    slots_ = reinterpret_cast<const Slot*>(section.data() + sizeof(Header));
    weights_ = reinterpret_cast<const Weight*>(slots_ + slot_count_ + 1);
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
    bool labels_fit = true;
    for (std::uint32_t i = 0; i < weight_count_; ++i) labels_fit &= weights_[i].label < label_count_;
    if (!rows_fit || !some_free || !labels_fit) throw Error("the model has a damaged section: its tables do not fit; get or train the model again");
}

void LinearModel::add_scores(std::uint64_t feature, std::span<std::int32_t> scores) const {
    if (slot_count_ == 0) return;
    const auto tag = static_cast<std::uint32_t>(feature);
    for (std::uint32_t at = home_of(feature, slot_count_);; at = at + 1 == slot_count_ ? 0 : at + 1) {
        const std::uint32_t first = slots_[at].first;
        const std::uint32_t last = slots_[at + 1].first;
        if (first == last) return;
        if (slots_[at].tag != tag) continue;
        for (std::uint32_t i = first; i < last; ++i) scores[weights_[i].label] += weights_[i].value;
        return;
    }
}

void LinearModel::score(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
    std::fill(scores.begin(), scores.end(), 0);
    if (slot_count_ == 0) return;
    // The table is larger than the caches: ask for the slots some features ahead.
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (i + ahead < features.size()) __builtin_prefetch(&slots_[home_of(features[i + ahead], slot_count_)]);
        add_scores(features[i], scores);
    }
}

std::string to_section(const SparseWeights& weights, std::uint32_t label_count) {
    float largest = 0;
    for (const auto& [feature, row] : weights)
        for (const auto& [label, weight] : row) largest = std::max(largest, std::abs(weight));
    const float unit = largest > 0 ? largest / 32767.0F : 1.0F;

    struct Packed { std::uint64_t feature; std::vector<LinearModel::Weight> row; };
    std::vector<Packed> packed;
    for (const auto& [feature, row] : weights) {
        Packed entry{feature, {}};
        for (const auto& [label, weight] : row)
            if (const long value = std::lround(weight / unit); value != 0) entry.row.push_back({label, static_cast<std::int16_t>(value)});
        std::sort(entry.row.begin(), entry.row.end(), [](auto a, auto b) { return a.label < b.label; });
        if (!entry.row.empty()) packed.push_back(std::move(entry));
    }
    std::sort(packed.begin(), packed.end(), [](const Packed& a, const Packed& b) { return a.feature < b.feature; });

    // Six slots in ten taken: an absent feature then costs fewer than four probes, mostly in one cache line.
    const auto slot_count = static_cast<std::uint32_t>(packed.size() * 5 / 3 + 1);
    std::vector<const Packed*> places(slot_count, nullptr);
    for (const Packed& entry : packed) {
        std::uint32_t at = home_of(entry.feature, slot_count);
        while (places[at] != nullptr) at = at + 1 == slot_count ? 0 : at + 1;
        places[at] = &entry;
    }
    std::vector<LinearModel::Slot> slots(slot_count + 1);
    std::vector<LinearModel::Weight> values;
    for (std::uint32_t i = 0; i < slot_count; ++i) {
        slots[i] = {places[i] ? static_cast<std::uint32_t>(places[i]->feature) : 0U, static_cast<std::uint32_t>(values.size())};
        if (places[i]) values.insert(values.end(), places[i]->row.begin(), places[i]->row.end());
    }
    slots[slot_count] = {0, static_cast<std::uint32_t>(values.size())};

    const LinearModel::Header header{label_count, slot_count, static_cast<std::uint32_t>(values.size()), unit};
    std::string bytes;
    append_bytes(bytes, &header, 1);
    append_bytes(bytes, slots.data(), slots.size());
    append_bytes(bytes, values.data(), values.size());
    return bytes;
}

namespace {

/// What a model takes that keeps only weights of at least `least`.
std::size_t packed_size(const SparseWeights& weights, float least) {
    std::size_t rows = 0, cells = 0;
    for (const auto& [feature, row] : weights) {
        const auto kept = static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [&](const auto& cell) { return std::abs(cell.second) >= least; }));
        rows += kept > 0;
        cells += kept;
    }
    return rows * 8 * 5 / 3 + cells * 4 + 32;
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
    for (auto& [feature, row] : weights) std::erase_if(row, [&](const auto& cell) { return std::abs(cell.second) < high; });
    std::erase_if(weights, [](const auto& entry) { return entry.second.empty(); });
}

AveragedPerceptron::Row* AveragedPerceptron::find(std::uint64_t feature) const {
    if (table_.empty()) return nullptr;
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = feature & mask; table_[at] != 0; at = (at + 1) & mask)
        if (rows_[table_[at] - 1].feature == feature) return &rows_[table_[at] - 1];
    return nullptr;
}

AveragedPerceptron::Row& AveragedPerceptron::find_or_add(std::uint64_t feature) {
    if (Row* row = find(feature)) return *row;
    if ((rows_.size() + 1) * 2 > table_.size()) grow();
    rows_.push_back({feature, 0, {}});
    const std::size_t mask = table_.size() - 1;
    std::size_t at = feature & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = static_cast<std::uint32_t>(rows_.size());
    return rows_.back();
}

void AveragedPerceptron::grow() {
    table_.assign(std::max<std::size_t>(1024, table_.size() * 2), 0);
    const std::size_t mask = table_.size() - 1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        std::size_t at = rows_[i].feature & mask;
        while (table_[at] != 0) at = (at + 1) & mask;
        table_[at] = static_cast<std::uint32_t>(i + 1);
    }
}

void AveragedPerceptron::score(std::span<const std::uint64_t> features, std::span<float> scores) const {
    std::fill(scores.begin(), scores.end(), 0.0F);
    for (const std::uint64_t feature : features)
        if (const Row* row = find(feature))
            for (const Cell& cell : row->cells) scores[cell.label] += cell.weight;
}

void AveragedPerceptron::update(std::span<const std::uint64_t> features, std::uint32_t label, float amount) {
    for (const std::uint64_t feature : features) {
        Row& row = find_or_add(feature);
        ++row.updates;
        auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& c) { return c.label == label; });
        if (cell == row.cells.end()) cell = row.cells.insert(cell, {label, 0, 0});
        cell->weight += amount;
        cell->correction += static_cast<double>(amount) * static_cast<double>(step_);
    }
}

SparseWeights AveragedPerceptron::averaged(std::uint32_t min_updates) const {
    SparseWeights result;
    for (const Row& row : rows_) {
        if (row.updates < min_updates) continue;
        auto& entry = result.emplace_back(row.feature, std::vector<std::pair<std::uint16_t, float>>());
        for (const Cell& cell : row.cells)
            entry.second.emplace_back(static_cast<std::uint16_t>(cell.label), static_cast<float>(cell.weight - cell.correction / static_cast<double>(step_)));
    }
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return result;
}

std::string AveragedPerceptron::to_section(std::uint32_t min_updates) const { return lede::to_section(averaged(min_updates), label_count_); }

}  // namespace lede
