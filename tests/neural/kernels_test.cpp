#include <cmath>
#include <support/catch.hpp>

#include <lede/neural/kernels.hpp>
#include <lede/neural/matrix.hpp>
#include <lede/neural/random.hpp>

using namespace lede;

namespace {

std::vector<const Kernels*> runnable_kernels() {
    std::vector<const Kernels*> all{&plain_kernels};
#ifdef LEDE_X86_KERNELS
    if (&kernels() == &avx512_kernels) all.push_back(&avx2_kernels);
#endif
    if (&kernels() != &plain_kernels) all.push_back(&kernels());
    return all;
}

Matrix random_matrix(std::size_t rows, std::size_t cols, Random& random) {
    Matrix matrix(rows, cols);
    for (float& value : matrix.values) value = random.within(1);
    return matrix;
}

}  // namespace

TEST_CASE("Products of all kernels are those of the definition, plain and transposed") {
    Random random(1);
    const Matrix a = random_matrix(37, 19, random), b = random_matrix(19, 23, random);
    for (const Kernels* kernel : runnable_kernels()) {
        INFO(kernel->name);
        Matrix c(37, 23);
        kernel->multiply({.m = 37, .k = 19, .n = 23}, a.col(0), b.col(0), c.col(0));
        Matrix back(19, 23);  // aᵀ c, twice
        kernel->multiply({.m = 19, .k = 37, .n = 23, .transpose_a = true}, a.col(0), c.col(0), back.col(0));
        kernel->multiply({.m = 19, .k = 37, .n = 23, .transpose_a = true, .accumulate = true}, a.col(0), c.col(0),
                         back.col(0));
        Matrix outer(37, 19);  // c bᵀ
        kernel->multiply({.m = 37, .k = 23, .n = 19, .transpose_b = true}, c.col(0), b.col(0), outer.col(0));
        for (std::size_t i = 0; i < 37; ++i)
            for (std::size_t j = 0; j < 23; ++j) {
                double sum = 0;
                for (std::size_t k = 0; k < 19; ++k) sum += double{a.at(i, k)} * double{b.at(k, j)};
                REQUIRE(std::abs(double{c.at(i, j)} - sum) < 1e-5);
            }
        for (std::size_t i = 0; i < 19; ++i)
            for (std::size_t j = 0; j < 23; ++j) {
                double sum = 0;
                for (std::size_t k = 0; k < 37; ++k) sum += 2 * double{a.at(k, i)} * double{c.at(k, j)};
                REQUIRE(std::abs(double{back.at(i, j)} - sum) < 1e-4);
            }
        for (std::size_t i = 0; i < 37; ++i)
            for (std::size_t j = 0; j < 19; ++j) {
                double sum = 0;
                for (std::size_t k = 0; k < 23; ++k) sum += double{c.at(i, k)} * double{b.at(j, k)};
                REQUIRE(std::abs(double{outer.at(i, j)} - sum) < 1e-4);
            }
    }
}

TEST_CASE("Packed products are those of the definition, for every count of columns") {
    Random random(3);
    const std::size_t m = 45, k = 19;  // the last panel of rows is not full
    const Matrix a = random_matrix(m, k, random);
    for (const Kernels* kernel : runnable_kernels()) {
        Floats packed(kernel->packed_size(m, k));
        kernel->pack(a.col(0), m, k, packed.data());
        for (std::size_t n = 0; n <= 17; ++n) {
            INFO(kernel->name << ", " << n << " columns");
            const Matrix b = random_matrix(k, n, random), start = random_matrix(m, n, random);
            Matrix c = start, sum = start;
            kernel->multiply_packed({.m = m, .k = k, .n = n}, packed.data(), b.col(0), c.col(0));
            kernel->multiply_packed({.m = m, .k = k, .n = n, .accumulate = true}, packed.data(), b.col(0), sum.col(0));
            for (std::size_t j = 0; j < n; ++j)
                for (std::size_t i = 0; i < m; ++i) {
                    double product = 0;
                    for (std::size_t x = 0; x < k; ++x) product += double{a.at(i, x)} * double{b.at(x, j)};
                    REQUIRE(std::abs(double{c.at(i, j)} - product) < 1e-5);
                    REQUIRE(std::abs(double{sum.at(i, j)} - double{start.at(i, j)} - product) < 1e-5);
                }
        }
    }
}

TEST_CASE("A step of the LSTM is that of the definition") {
    Random random(2);
    const std::size_t h = 16;
    const Matrix sums = random_matrix(4 * h, 3, random), before = random_matrix(h, 3, random);
    const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
    for (const Kernels* kernel : runnable_kernels()) {
        Matrix gates = sums, cell(h, 3), output(h, 3);
        kernel->lstm_step(gates.col(0), before.col(0), cell.col(0), output.col(0), h, 3);
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < h; ++j) {
                const auto sum = [&](std::size_t gate) { return double{sums.at(gate * h + j, i)}; };
                const double now = logistic(sum(0)) * std::tanh(sum(2)) + logistic(sum(1)) * double{before.at(j, i)};
                CHECK(std::abs(double{cell.at(j, i)} - now) < 1e-5);
                CHECK(std::abs(double{output.at(j, i)} - logistic(sum(3)) * std::tanh(now)) < 1e-5);
            }
    }
}

TEST_CASE("Halves keep eleven bits, and infinities") {
    const std::vector<float> values{0.0F, 1.0F, -2.5F, 0.1F, 65504.0F};
    std::vector<std::uint16_t> halves(values.size());
    std::vector<float> back(values.size());
    for (const Kernels* kernel : runnable_kernels()) {
        kernel->to_half(values.data(), halves.data(), values.size());
        kernel->from_half(halves.data(), back.data(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            CHECK(std::abs(back[i] - values[i]) <= std::abs(values[i]) / 2048);
    }
}
