#include <lede/neural/k_means.hpp>

#include <algorithm>
#include <numeric>

#include <Eigen/Dense>

#include <lede/base/shuffle.hpp>

namespace lede {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Few vectors change their cluster after so many rounds.
constexpr int rounds = 25;
/// Vectors that are compared with all centres at once, so that the products stay in the cache.
constexpr Eigen::Index batch = 512;

Rows unit_rows(std::span<const float> values, std::uint32_t dimension) {
    Rows rows = Eigen::Map<const Rows>(values.data(), static_cast<Eigen::Index>(values.size() / dimension), dimension);
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        if (const float length = rows.row(i).norm(); length > 0) rows.row(i) /= length;
    return rows;
}

/// Vectors drawn with a fixed seed.
Rows first_centres(const Rows& rows, std::uint32_t clusters) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(rows.rows()));
    std::iota(order.begin(), order.end(), 0);
    shuffle_with(order, 1);
    Rows centres(clusters, rows.cols());
    for (std::uint32_t c = 0; c < clusters; ++c) centres.row(c) = rows.row(order[c]);
    return centres;
}

/// The nearest centre of each vector, and how near it is. Whether any vector has a new one.
bool assign(const Rows& rows, const Rows& centres, std::vector<std::uint16_t>& nearest, std::vector<float>& nearness) {
    bool changed = false;
    for (Eigen::Index first = 0; first < rows.rows(); first += batch) {
        const Eigen::Index count = std::min(batch, rows.rows() - first);
        const Rows products = rows.middleRows(first, count) * centres.transpose();
        for (Eigen::Index i = 0; i < count; ++i) {
            Eigen::Index best = 0;
            const auto at = static_cast<std::size_t>(first + i);
            nearness[at] = products.row(i).maxCoeff(&best);
            changed |= nearest[at] != best;
            nearest[at] = static_cast<std::uint16_t>(best);
        }
    }
    return changed;
}

/// The middle of each cluster's vectors. A cluster without any gets the vector that is farthest from its centre.
Rows centres_of(const Rows& rows, const std::vector<std::uint16_t>& nearest, std::vector<float>& nearness,
                std::uint32_t clusters) {
    Rows centres = Rows::Zero(clusters, rows.cols());
    std::vector<std::uint32_t> sizes(clusters, 0);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        centres.row(nearest[static_cast<std::size_t>(i)]) += rows.row(i);
        ++sizes[nearest[static_cast<std::size_t>(i)]];
    }
    for (std::uint32_t c = 0; c < clusters; ++c) {
        if (sizes[c] == 0) {
            const auto farthest = std::min_element(nearness.begin(), nearness.end());
            centres.row(c) = rows.row(farthest - nearness.begin());
            *farthest = 2;  // nearer than any, so that the next empty cluster gets another
        }
        if (const float length = centres.row(c).norm(); length > 0) centres.row(c) /= length;
    }
    return centres;
}

}  // namespace

std::vector<std::uint16_t> spherical_k_means(std::span<const float> values, std::uint32_t dimension,
                                             std::uint32_t clusters) {
    const Rows rows = unit_rows(values, dimension);
    Rows centres = first_centres(rows, clusters);
    std::vector<std::uint16_t> nearest(static_cast<std::size_t>(rows.rows()), 0);
    std::vector<float> nearness(nearest.size(), 0);
    for (int round = 0; round < rounds; ++round) {
        if (!assign(rows, centres, nearest, nearness) && round > 0) break;
        centres = centres_of(rows, nearest, nearness, clusters);
    }
    return nearest;
}

}  // namespace lede
