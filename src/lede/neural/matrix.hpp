#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <lede/neural/aligned_allocator.hpp>

namespace lede {

using Floats = std::vector<float, AlignedAllocator<float>>;

/// A dense matrix of floats, stored column by column: a column is what the network knows of one word.
struct Matrix {
    std::size_t rows = 0;
    std::size_t cols = 0;
    Floats values;

    Matrix() = default;
    Matrix(std::size_t row_count, std::size_t col_count) { reset(row_count, col_count); }

    /// All zeros. Keeps the memory.
    void reset(std::size_t row_count, std::size_t col_count) {
        rows = row_count;
        cols = col_count;
        values.assign(rows * cols, 0.0F);
    }
    /// The values are whatever they are, for what will be overwritten. Keeps the memory.
    void resize(std::size_t row_count, std::size_t col_count) {
        rows = row_count;
        cols = col_count;
        values.resize(rows * cols);
    }
    float* col(std::size_t index) { return values.data() + index * rows; }
    const float* col(std::size_t index) const { return values.data() + index * rows; }
    std::span<float> column(std::size_t index) { return {col(index), rows}; }
    std::span<const float> column(std::size_t index) const { return {col(index), rows}; }
    float& at(std::size_t row, std::size_t col_index) { return values[col_index * rows + row]; }
    float at(std::size_t row, std::size_t col_index) const { return values[col_index * rows + row]; }
    std::size_t size() const { return values.size(); }
};

}  // namespace lede
