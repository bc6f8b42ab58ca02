#pragma once

#include <lede/neural/matrix.hpp>
#include <lede/neural/random.hpp>

namespace lede {

/// Leaves values out at the rate, and scales the others up (Srivastava et al. 2014); the mask has what each was multiplied with.
void drop(Matrix& x, float rate, Random& random, Matrix& mask);

/// The same for the gradient of what was dropped: x *= mask, value by value.
void multiply_by(const Matrix& mask, Matrix& x);

}  // namespace lede
