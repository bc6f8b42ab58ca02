#pragma once

#include <lede/neural/batch.hpp>
#include <lede/neural/dense.hpp>

namespace lede {

/// What a direction of an LSTM computed, as its gradient needs it.
struct LstmTrace {
    Matrix gates;   ///< 4h x words
    Matrix cell;    ///< h x words
    Matrix output;  ///< h x words
};

/// One direction of an LSTM layer.
struct Lstm {
    Dense input;          ///< 4h x in: input gate, forget gate, candidate, output gate
    Parameter recurrent;  ///< 4h x h

    void shape(std::size_t h, std::size_t in);
    void randomise(Random& random);
    std::size_t h() const { return recurrent.value.cols; }

    void forward(const Batch& batch, const Matrix& x, bool from_the_end, LstmTrace& trace) const;
    /// Adds to the gradients of the layer and of x. `output_gradient` (h x words) and the trace are used up.
    void backward(const Batch& batch, const Matrix& x, bool from_the_end, LstmTrace& trace, Matrix& output_gradient,
                  Lstm& gradient, Matrix* x_gradient) const;
};

}  // namespace lede
