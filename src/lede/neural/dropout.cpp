#include <lede/neural/dropout.hpp>

namespace lede {

void drop(Matrix& x, float rate, Random& random, Matrix& mask) {
    mask.resize(x.rows, x.cols);
    const float kept = 1 / (1 - rate);
    for (std::size_t i = 0; i < x.size(); ++i) {
        mask.values[i] = random.uniform() < rate ? 0.0F : kept;
        x.values[i] *= mask.values[i];
    }
}

void multiply_by(const Matrix& mask, Matrix& x) {
    for (std::size_t i = 0; i < x.size(); ++i) x.values[i] *= mask.values[i];
}

}  // namespace lede
