#include <algorithm>

#include <lede/neural/kernels.hpp>
#include <lede/neural/lstm.hpp>

namespace lede {

namespace {

/// The columns of a step, and the columns of the step that was computed before it.
struct Step {
    std::uint32_t begin, size;
    std::uint32_t before = 0, common = 0;  ///< the first `common` columns of the step follow those from `before` on
};

/// Calls visit for each step in the order of computing.
template <class Visit>
void for_each_step(const Batch& batch, bool from_the_end, Visit visit) {
    const std::size_t count = batch.step_count();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = from_the_end ? count - 1 - i : i;
        Step step{batch.step_begin(at), batch.step_size(at)};
        if (i > 0) {
            const std::size_t before = from_the_end ? at + 1 : at - 1;
            step.before = batch.step_begin(before);
            step.common = std::min(step.size, batch.step_size(before));
        }
        visit(step);
    }
}

template <class Visit>
void for_each_step_back(const Batch& batch, bool from_the_end, Visit visit) {
    std::vector<Step> steps;
    for_each_step(batch, from_the_end, [&](const Step& step) { steps.push_back(step); });
    for (std::size_t i = steps.size(); i-- > 0;) visit(steps[i]);
}

}  // namespace

void Lstm::shape(std::size_t h, std::size_t in) {
    input.shape(4 * h, in);
    recurrent.shape(4 * h, h);
}

void Lstm::randomise(Random& random) {
    // As if the four gates were four layers.
    input.weight.randomise_for(input.in(), h(), random);
    recurrent.randomise_for(h(), h(), random);
    for (std::size_t i = h(); i < 2 * h(); ++i) input.bias.value.values[i] = 1;  // at first, remember
}

void Lstm::forward(const Batch& batch, const Matrix& x, bool from_the_end, LstmTrace& trace) const {
    const std::size_t size = h();
    input.forward(x, trace.gates);
    trace.cell.resize(size, x.cols);
    trace.output.resize(size, x.cols);
    Floats packed(kernels().packed_size(4 * size, size));
    kernels().pack(recurrent.value.col(0), 4 * size, size, packed.data());
    for_each_step(batch, from_the_end, [&](const Step& step) {
        kernels().multiply_packed({.m = 4 * size, .k = size, .n = step.common, .accumulate = true}, packed.data(),
                                  trace.output.col(step.before), trace.gates.col(step.begin));
        kernels().lstm_step(trace.gates.col(step.begin), step.common ? trace.cell.col(step.before) : nullptr,
                            trace.cell.col(step.begin), trace.output.col(step.begin), size, step.common);
        const std::size_t fresh = step.begin + step.common;
        kernels().lstm_step(trace.gates.col(fresh), nullptr, trace.cell.col(fresh), trace.output.col(fresh), size,
                            step.size - step.common);
    });
}

void Lstm::backward(const Batch& batch, const Matrix& x, bool from_the_end, LstmTrace& trace, Matrix& output_gradient,
                    Lstm& gradient, Matrix* x_gradient) const {
    const std::size_t size = h();
    Matrix cell_gradient(size, x.cols), output_before(size, x.cols);
    for_each_step_back(batch, from_the_end, [&](const Step& step) {
        kernels().lstm_step_back(trace.gates.col(step.begin), step.common ? trace.cell.col(step.before) : nullptr,
                                 trace.cell.col(step.begin), output_gradient.col(step.begin),
                                 cell_gradient.col(step.begin), size, step.common);
        const std::size_t fresh = step.begin + step.common;
        kernels().lstm_step_back(trace.gates.col(fresh), nullptr, trace.cell.col(fresh), output_gradient.col(fresh),
                                 cell_gradient.col(fresh), size, step.size - step.common);
        // What flows to the step before: through the cell and through the recurrent weights.
        std::copy_n(cell_gradient.col(step.begin), size * step.common, cell_gradient.col(step.before));
        kernels().multiply({.m = size, .k = 4 * size, .n = step.common, .transpose_a = true, .accumulate = true},
                           recurrent.value.col(0), trace.gates.col(step.begin), output_gradient.col(step.before));
        std::copy_n(trace.output.col(step.before), size * step.common, output_before.col(step.begin));
    });
    kernels().multiply({.m = 4 * size, .k = x.cols, .n = size, .transpose_b = true, .accumulate = true},
                       trace.gates.col(0), output_before.col(0), gradient.recurrent.value.col(0));
    input.backward(x, trace.gates, gradient.input, x_gradient);
}

}  // namespace lede
