#include <lede/neural/dense.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

void Dense::shape(std::size_t out, std::size_t in) {
    weight.shape(out, in);
    bias.shape(out, 1);
}

void Dense::randomise(Random& random) {
    weight.randomise_for(in(), out(), random);
}

void Dense::forward(const Matrix& x, Matrix& y) const {
    y.resize(out(), x.cols);
    kernels().multiply({.m = out(), .k = in(), .n = x.cols}, weight.value.col(0), x.col(0), y.col(0));
    kernels().add_to_columns(bias.value.col(0), y.col(0), out(), x.cols);
}

void Dense::backward(const Matrix& x, const Matrix& y_gradient, Dense& gradient, Matrix* x_gradient) const {
    kernels().multiply({.m = out(), .k = x.cols, .n = in(), .transpose_b = true, .accumulate = true},
                       y_gradient.col(0), x.col(0), gradient.weight.value.col(0));
    for (std::size_t i = 0; i < y_gradient.cols; ++i)
        kernels().add_to_columns(y_gradient.col(i), gradient.bias.value.col(0), out(), 1);
    if (x_gradient)
        kernels().multiply({.m = in(), .k = out(), .n = x.cols, .transpose_a = true, .accumulate = true},
                           weight.value.col(0), y_gradient.col(0), x_gradient->col(0));
}

void leaky_relu(Matrix& x) {
    kernels().leaky_relu(x.col(0), x.size());
}

void leaky_relu_back(const Matrix& y, Matrix& gradient) {
    for (std::size_t i = 0; i < y.size(); ++i)
        if (y.values[i] < 0) gradient.values[i] *= 0.1F;
}

}  // namespace lede
