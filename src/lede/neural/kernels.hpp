#pragma once

#include <cstddef>
#include <cstdint>

namespace lede {

/// The shape of a product C = op(A) op(B): C is m x n, the inner size is k; all are stored by column without gaps.
struct ProductShape {
    std::size_t m = 0, k = 0, n = 0;
    bool transpose_a = false;  ///< A is stored as k x m
    bool transpose_b = false;  ///< B is stored as n x k
    bool accumulate = false;   ///< add to C instead of replacing it
};

/// The shape of a product C = A B with a packed A, see Kernels::pack; B and C are stored by column without gaps.
struct PackedShape {
    std::size_t m = 0, k = 0, n = 0;
    bool accumulate = false;  ///< add to C instead of replacing it
};

/// A step of Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019).
struct AdamStep {
    float rate = 0, beta1 = 0, beta2 = 0, epsilon = 0, decay = 0;
    float correction1 = 1, correction2 = 1;  ///< 1 - beta^t
};

/// The arithmetic that takes the time, compiled for several instruction sets; sizes are in floats. For one instruction
/// set the result depends on nothing but the input, if the memory is that of a Matrix (see AlignedAllocator).
struct Kernels {
    const char* name;
    void (*multiply)(const ProductShape& shape, const float* a, const float* b, float* c);
    /// Floats that a packed m x k matrix takes.
    std::size_t (*packed_size)(std::size_t m, std::size_t k);
    /// Stores `a` (m x k, by column) in the order in which multiply_packed reads it. `packed` is aligned as a Matrix is.
    void (*pack)(const float* a, std::size_t m, std::size_t k, float* packed);
    /// A product for many calls of few columns with the same left side.
    void (*multiply_packed)(const PackedShape& shape, const float* packed, const float* b, float* c);
    /// Adds `bias` to each of n columns.
    void (*add_to_columns)(const float* bias, float* y, std::size_t rows, std::size_t n);
    /// y = x > 0 ? x : 0.1 x, in place.
    void (*leaky_relu)(float* x, std::size_t size);
    /// Long short-term memory (Hochreiter and Schmidhuber 1997) for n columns. `gates` (4h x n) holds the sums for
    /// input, forget, candidate and output, and is replaced by their activations. `before` (h x n) is the cell one step
    /// before, or null for zeros.
    void (*lstm_step)(float* gates, const float* before, float* cell, float* output, std::size_t h, std::size_t n);
    /// The gradient of lstm_step: `gates` as it left them are replaced by the gradient of the sums. `output_gradient`
    /// is read; `cell_gradient` is read and replaced by the gradient of `before`.
    void (*lstm_step_back)(float* gates, const float* before, const float* cell, const float* output_gradient,
                           float* cell_gradient, std::size_t h, std::size_t n);
    void (*adam)(const AdamStep& step, float* value, const float* gradient, float* mean, float* square,
                 std::size_t size);
    void (*to_half)(const float* values, std::uint16_t* halves, std::size_t size);
    void (*from_half)(const std::uint16_t* halves, float* values, std::size_t size);
};

/// The best kernels for this processor.
const Kernels& kernels();

/// All that this processor can run, the best last; the first ones run everywhere.
extern const Kernels plain_kernels;
#ifdef LEDE_X86_KERNELS
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;
#endif

}  // namespace lede
