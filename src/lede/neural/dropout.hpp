#pragma once

#include <lede/neural/matrix.hpp>
#include <lede/neural/random.hpp>

namespace lede {

/// Leaves values out at the rate (Srivastava et al. 2014), and scales the others up; the mask gets what each was
/// multiplied with.
void drop(Matrix& x, float rate, Random& random, Matrix& mask);

/// Value by value.
void multiply_by(const Matrix& mask, Matrix& x);

}  // namespace lede
