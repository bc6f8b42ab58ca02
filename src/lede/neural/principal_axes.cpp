#include <lede/neural/principal_axes.hpp>

#include <Eigen/Dense>

namespace lede {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Rows keep_principal(const Rows& rows, Eigen::Index dimension) {
    const Eigen::MatrixXd covariance = (rows.transpose() * rows).cast<double>() / static_cast<double>(rows.rows());
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance);
    const Eigen::MatrixXf axes = solver.eigenvectors().rightCols(dimension).rowwise().reverse().cast<float>();
    return rows * axes;
}

}  // namespace

std::uint32_t centre_and_reduce(std::vector<float>& values, std::uint32_t dimension, std::uint32_t kept) {
    if (values.empty()) return dimension;
    const auto size = static_cast<Eigen::Index>(values.size() / dimension);
    Rows rows = Eigen::Map<const Rows>(values.data(), size, dimension);
    rows.rowwise() -= rows.colwise().mean().eval();
    if (kept != 0 && kept < dimension) {
        rows = keep_principal(rows, kept);
        dimension = kept;
    }
    values.assign(rows.data(), rows.data() + rows.size());
    return dimension;
}

}  // namespace lede
