#pragma once

#include <lede/neural/matrix.hpp>
#include <lede/neural/random.hpp>

namespace lede {

/// Weights that are learnt.
struct Parameter {
    Matrix value;

    void shape(std::size_t rows, std::size_t cols) { value.reset(rows, cols); }
    /// Uniform in [-limit, limit).
    void randomise(float limit, Random& random) {
        for (float& weight : value.values) weight = random.within(limit);
    }
    /// Glorot and Bengio 2010.
    void randomise_for(std::size_t in, std::size_t out, Random& random) {
        randomise(std::sqrt(6.0F / static_cast<float>(in + out)), random);
    }
};

}  // namespace lede
