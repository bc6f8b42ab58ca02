// The code of the kernels. It is compiled once for each instruction set, by a file that defines LEDE_KERNELS (the name
// of the table) and renames the namespace Eigen, so that the linker never takes one instruction set's code for
// another's.
#include <cmath>

#include <Eigen/Core>

#include <lede/neural/kernels.hpp>
#include <lede/neural/packed_product.hpp>

namespace lede {

namespace {

using Grid = Eigen::Map<Eigen::MatrixXf>;
using ConstGrid = Eigen::Map<const Eigen::MatrixXf>;
using Row = Eigen::Map<Eigen::ArrayXf>;
using ConstRow = Eigen::Map<const Eigen::ArrayXf>;

Eigen::Index index(std::size_t size) {
    return static_cast<Eigen::Index>(size);
}

template <class A, class B>
void store_product(const A& a, const B& b, bool accumulate, Grid& c) {
    if (accumulate)
        c.noalias() += a * b;
    else
        c.noalias() = a * b;
}

void multiply(const ProductShape& shape, const float* a_values, const float* b_values, float* c_values) {
    if (shape.m == 0 || shape.n == 0) return;
    const ConstGrid a(a_values, index(shape.transpose_a ? shape.k : shape.m),
                      index(shape.transpose_a ? shape.m : shape.k));
    const ConstGrid b(b_values, index(shape.transpose_b ? shape.n : shape.k),
                      index(shape.transpose_b ? shape.k : shape.n));
    Grid c(c_values, index(shape.m), index(shape.n));
    if (shape.transpose_a && shape.transpose_b)
        store_product(a.transpose(), b.transpose(), shape.accumulate, c);
    else if (shape.transpose_a)
        store_product(a.transpose(), b, shape.accumulate, c);
    else if (shape.transpose_b)
        store_product(a, b.transpose(), shape.accumulate, c);
    else
        store_product(a, b, shape.accumulate, c);
}

void add_to_columns(const float* bias, float* y, std::size_t rows, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) Row(y + i * rows, index(rows)) += ConstRow(bias, index(rows));
}

void leaky_relu(float* x, std::size_t size) {
    Row row(x, index(size));
    row = row.max(0.1F * row);
}

void lstm_step(float* gates, const float* before, float* cell, float* output, std::size_t h, std::size_t n) {
    const Eigen::Index size = index(h);
    for (std::size_t i = 0; i < n; ++i) {
        float* sums = gates + i * 4 * h;
        Row in(sums, size), forget(sums + h, size), candidate(sums + 2 * h, size), out(sums + 3 * h, size);
        // The logistic function by way of tanh, of which Eigen has a quick rational form.
        in = 0.5F + 0.5F * (0.5F * in).tanh();
        candidate = candidate.tanh();
        out = 0.5F + 0.5F * (0.5F * out).tanh();
        forget = 0.5F + 0.5F * (0.5F * forget).tanh();
        Row now(cell + i * h, size), result(output + i * h, size);
        now = in * candidate;
        if (before) now += forget * ConstRow(before + i * h, size);
        result = out * now.tanh();
    }
}

void lstm_step_back(float* gates, const float* before, const float* cell, const float* output_gradient,
                    float* cell_gradient, std::size_t h, std::size_t n) {
    const Eigen::Index size = index(h);
    Eigen::ArrayXf squashed(size), flow(size);
    for (std::size_t i = 0; i < n; ++i) {
        float* sums = gates + i * 4 * h;
        Row in(sums, size), forget(sums + h, size), candidate(sums + 2 * h, size), out(sums + 3 * h, size);
        const ConstRow from_output(output_gradient + i * h, size);
        Row from_cell(cell_gradient + i * h, size);
        squashed = ConstRow(cell + i * h, size).tanh();
        flow = from_cell + from_output * out * (1.0F - squashed.square());
        from_cell = flow * forget;
        out = from_output * squashed * out * (1.0F - out);
        if (before)
            forget = flow * ConstRow(before + i * h, size) * forget * (1.0F - forget);
        else
            forget.setZero();
        squashed = in;
        in = flow * candidate * in * (1.0F - in);
        candidate = flow * squashed * (1.0F - candidate.square());
    }
}

void adam(const AdamStep& step, float* value, const float* gradient, float* mean, float* square, std::size_t size) {
    Row weights(value, index(size)), first(mean, index(size)), second(square, index(size));
    const ConstRow slope(gradient, index(size));
    first = step.beta1 * first + (1.0F - step.beta1) * slope;
    second = step.beta2 * second + (1.0F - step.beta2) * slope.square();
    weights = weights * (1.0F - step.rate * step.decay) -
              (step.rate / step.correction1) * first / ((second / step.correction2).sqrt() + step.epsilon);
}

void to_half(const float* values, std::uint16_t* halves, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) halves[i] = Eigen::half_impl::float_to_half_rtne(values[i]).x;
}

void from_half(const std::uint16_t* halves, float* values, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        values[i] = Eigen::half_impl::half_to_float(Eigen::half_impl::raw_uint16_to_half(halves[i]));
}

}  // namespace

const Kernels LEDE_KERNELS{LEDE_KERNELS_NAME, multiply,  packed_size,    pack, multiply_packed, add_to_columns,
                           leaky_relu,        lstm_step, lstm_step_back, adam, to_half,         from_half};

}  // namespace lede
