#pragma once

#include <vector>

#include <lede/neural/parameter.hpp>

namespace lede {

/// An affine layer: y = W x + b for each column x.
struct Dense {
    Parameter weight;  ///< out x in
    Parameter bias;    ///< out x 1

    void shape(std::size_t out, std::size_t in);
    void randomise(Random& random);
    std::size_t in() const { return weight.value.cols; }
    std::size_t out() const { return weight.value.rows; }

    void forward(const Matrix& x, Matrix& y) const;
    /// Adds to the gradients of the layer and of x; `gradient.weight` and `.bias` have the shapes of these.
    void backward(const Matrix& x, const Matrix& y_gradient, Dense& gradient, Matrix* x_gradient) const;
};

/// In place: x > 0 ? x : 0.1 x.
void leaky_relu(Matrix& x);
/// Given the layer's output, turns its gradient into the gradient of its input.
void leaky_relu_back(const Matrix& y, Matrix& gradient);

}  // namespace lede
