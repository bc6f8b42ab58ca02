#include <algorithm>
#include <array>

#include <lede/language/linear_model.hpp>

namespace lede {

namespace {

/// Features that are looked up together.
constexpr std::size_t batch = 64;

}  // namespace

const AveragedPerceptron::Row* AveragedPerceptron::find(std::uint64_t feature) const {
    if (table_.empty()) return nullptr;
    const std::size_t mask = table_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(feature >> 32);
    for (std::size_t at = feature & mask; table_[at].row != 0; at = (at + 1) & mask)
        if (table_[at].tag == tag && rows_[table_[at].row - 1].feature == feature) return &rows_[table_[at].row - 1];
    return nullptr;
}

AveragedPerceptron::Row& AveragedPerceptron::find_or_add(std::uint64_t feature) {
    if (const Row* row = find(feature)) return rows_[static_cast<std::size_t>(row - rows_.data())];
    if ((rows_.size() + 1) * 2 > table_.size()) grow();
    rows_.push_back({feature, 0, {}});
    const std::size_t mask = table_.size() - 1;
    std::size_t at = feature & mask;
    while (table_[at].row != 0) at = (at + 1) & mask;
    table_[at] = {static_cast<std::uint32_t>(feature >> 32), static_cast<std::uint32_t>(rows_.size())};
    return rows_.back();
}

void AveragedPerceptron::grow() {
    table_.assign(std::max<std::size_t>(1024, table_.size() * 2), Place{0, 0});
    const std::size_t mask = table_.size() - 1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        std::size_t at = rows_[i].feature & mask;
        while (table_[at].row != 0) at = (at + 1) & mask;
        table_[at] = {static_cast<std::uint32_t>(rows_[i].feature >> 32), static_cast<std::uint32_t>(i + 1)};
    }
}

void AveragedPerceptron::score(std::span<const std::uint64_t> features, std::span<float> scores) const {
    std::fill(scores.begin(), scores.end(), 0.0F);
    if (table_.empty()) return;
    const std::size_t mask = table_.size() - 1;
    // As in LinearModel::score, in one more stage: place, row, cells.
    std::array<const Row*, batch> rows;
    for (std::size_t begin = 0; begin < features.size(); begin += batch) {
        const auto part = features.subspan(begin, std::min(batch, features.size() - begin));
        for (const std::uint64_t feature : part) __builtin_prefetch(&table_[feature & mask]);
        for (std::size_t i = 0; i < part.size(); ++i) {
            const Place place = table_[part[i] & mask];
            if (place.row != 0) __builtin_prefetch(&rows_[place.row - 1]);
        }
        for (std::size_t i = 0; i < part.size(); ++i) {
            rows[i] = find(part[i]);
            if (rows[i] != nullptr) __builtin_prefetch(rows[i]->cells.data());
        }
        for (std::size_t i = 0; i < part.size(); ++i)
            if (rows[i] != nullptr)
                for (const Cell& cell : rows[i]->cells) scores[cell.label] += cell.weight;
    }
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
            entry.second.emplace_back(static_cast<std::uint16_t>(cell.label),
                                      static_cast<float>(cell.weight - cell.correction / static_cast<double>(step_)));
    }
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return result;
}

std::string AveragedPerceptron::to_section(std::uint32_t min_updates) const {
    return lede::to_section(averaged(min_updates), label_count_);
}

}  // namespace lede
