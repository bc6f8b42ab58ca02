// Products whose left side is used many times with few columns each, as the recurrent weights of a network are. A
// library's product packs its left side anew for each call, which costs more than the product of a few columns.
// Part of kernel_code.hpp, compiled once for each instruction set.
#include <algorithm>

#include <Eigen/Core>

#include <lede/neural/kernels.hpp>

namespace lede {

namespace {

using Packet = Eigen::internal::packet_traits<float>::type;
constexpr std::size_t packet_size = Eigen::internal::packet_traits<float>::size;
/// Rows that are computed together.
constexpr std::size_t panel_rows = 2 * packet_size;
/// Columns that are computed together: their sums and the left side's rows fit the registers (32 of 64 bytes, else 16).
constexpr std::size_t panel_columns = packet_size == 16 ? 8 : 4;

std::size_t packed_size(std::size_t m, std::size_t k) {
    return (m + panel_rows - 1) / panel_rows * panel_rows * k;
}

/// Panels of rows one after the other, each column by column; the last one is filled up with zeros.
void pack(const float* a, std::size_t m, std::size_t k, float* packed) {
    for (std::size_t begin = 0; begin < m; begin += panel_rows) {
        const std::size_t rows = std::min(panel_rows, m - begin);
        for (std::size_t i = 0; i < k; ++i, packed += panel_rows)
            std::fill(std::copy_n(a + i * m + begin, rows, packed), packed + panel_rows, 0.0F);
    }
}

/// The product of a panel and `columns` columns of b, written to or added to `rows` rows of c.
template <std::size_t columns>
void multiply_tile(const PackedShape& shape, std::size_t rows, const float* panel, const float* b, float* c) {
    using namespace Eigen::internal;
    Packet sums[columns][2];
    for (auto& sum : sums) sum[0] = sum[1] = pset1<Packet>(0.0F);
    for (std::size_t i = 0; i < shape.k; ++i, panel += panel_rows) {
        const Packet upper = pload<Packet>(panel), lower = pload<Packet>(panel + packet_size);
        for (std::size_t j = 0; j < columns; ++j) {
            const Packet value = pset1<Packet>(b[j * shape.k + i]);
            sums[j][0] = pmadd(upper, value, sums[j][0]);
            sums[j][1] = pmadd(lower, value, sums[j][1]);
        }
    }
    alignas(64) float column[panel_rows];
    for (std::size_t j = 0; j < columns; ++j, c += shape.m) {
        pstore(column, sums[j][0]);
        pstore(column + packet_size, sums[j][1]);
        if (shape.accumulate)
            std::transform(column, column + rows, c, c, [](float sum, float before) { return before + sum; });
        else
            std::copy_n(column, rows, c);
    }
}

template <std::size_t columns>
void multiply_columns(const PackedShape& shape, const float* packed, const float* b, float* c) {
    for (std::size_t row = 0; row < shape.m; row += panel_rows, packed += panel_rows * shape.k)
        multiply_tile<columns>(shape, std::min(panel_rows, shape.m - row), packed, b, c + row);
}

/// All columns, in tiles of `columns` or of the largest smaller power of two that fits.
template <std::size_t columns>
void multiply_all_columns(const PackedShape& shape, std::size_t begin, const float* packed, const float* b, float* c) {
    for (; begin + columns <= shape.n; begin += columns)
        multiply_columns<columns>(shape, packed, b + begin * shape.k, c + begin * shape.m);
    if constexpr (columns > 1)
        if (begin < shape.n) multiply_all_columns<columns / 2>(shape, begin, packed, b, c);
}

void multiply_packed(const PackedShape& shape, const float* packed, const float* b, float* c) {
    multiply_all_columns<panel_columns>(shape, 0, packed, b, c);
}

}  // namespace

}  // namespace lede
