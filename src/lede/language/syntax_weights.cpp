#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/language/syntax_weights.hpp>
#include <lede/neural/half_section.hpp>
#include <lede/neural/network_shape.hpp>

namespace lede {

namespace {

using Size = NamedSize<SyntaxShape>;
constexpr std::array named_sizes{
    Size{"vector size", &SyntaxShape::vector_size}, Size{"word rows", &SyntaxShape::word_rows},
    Size{"word size", &SyntaxShape::word_size},     Size{"affix rows", &SyntaxShape::affix_rows},
    Size{"affix size", &SyntaxShape::affix_size},   Size{"layers", &SyntaxShape::layers},
    Size{"hidden size", &SyntaxShape::h},           Size{"tags", &SyntaxShape::tags},
    Size{"features", &SyntaxShape::features},       Size{"labels", &SyntaxShape::labels},
    Size{"arc size", &SyntaxShape::arc_size},       Size{"label size", &SyntaxShape::label_size}};
constexpr std::uint32_t most = 1U << 22;  // of any size; products of two then fit 64 bits with room

[[noreturn]] void fail() {
    throw Error("the model has a damaged network; get or train the model again");
}

}  // namespace

std::vector<std::string> to_lines(const SyntaxShape& shape) {
    return shape_to_lines(named_sizes, shape);
}

SyntaxShape parse_syntax_shape(const std::vector<std::string>& lines) {
    const std::optional<SyntaxShape> shape = parse_shape(named_sizes, lines, most);
    if (!shape) fail();
    return *shape;
}

SyntaxWeights::SyntaxWeights(const SyntaxShape& shape) : layers(shape.layers) {
    for (std::size_t i = 0; i < tables.size(); ++i)
        i == 0 ? tables[i].shape(shape.word_size, shape.word_rows)
               : tables[i].shape(shape.affix_size, shape.affix_rows);
    for (std::size_t i = 0; i < layers.size(); ++i)
        for (Lstm& lstm : layers[i]) lstm.shape(shape.h, i == 0 ? shape.input_size() : 2 * shape.h);
    const std::uint32_t encoded = 2 * shape.h;
    root.shape(encoded, 1);
    tags.shape(shape.tags, encoded);
    features.shape(shape.features, encoded);
    arc_dependent.shape(shape.arc_size, encoded);
    arc_head.shape(shape.arc_size, encoded);
    arc_product.shape(shape.arc_size, shape.arc_size);
    arc_prior.shape(shape.arc_size, 1);
    label_dependent.shape(shape.label_size, encoded);
    label_head.shape(shape.label_size, encoded);
    labels.shape(shape.labels, shape.label_size);
}

void SyntaxWeights::randomise(std::uint64_t seed) {
    Random random(seed);
    for (Parameter& table : tables) table.randomise(0.1F, random);
    for (auto& layer : layers)
        for (Lstm& lstm : layer) lstm.randomise(random);
    root.randomise(0.1F, random);
    for (Dense* dense : {&tags, &features, &arc_dependent, &arc_head, &label_dependent, &label_head, &labels})
        dense->randomise(random);
    arc_product.randomise_for(arc_product.value.rows, arc_product.value.cols, random);
}

std::vector<Parameter*> parameters_of(SyntaxWeights& weights) {
    std::vector<Parameter*> all;
    weights.for_each([&](Parameter& parameter) { all.push_back(&parameter); });
    return all;
}

std::string to_section(SyntaxWeights& weights) {
    return to_half_section(parameters_of(weights));
}

SyntaxWeights parse_syntax_weights(const SyntaxShape& shape, std::string_view section) {
    // Before memory is asked for: the two parts of the shape that the rest of the sizes follow from.
    const std::uint64_t tables = std::uint64_t{shape.word_rows} * shape.word_size +
                                 std::uint64_t{shape.affix_rows} * shape.affix_size * (SyntaxInput::table_count - 1);
    const std::uint64_t recurrent = std::uint64_t{shape.layers} * 8 * shape.h * shape.h;
    if ((tables + recurrent) * sizeof(std::uint16_t) > section.size()) fail();
    SyntaxWeights weights(shape);
    if (!read_half_section(section, parameters_of(weights))) fail();
    return weights;
}

}  // namespace lede
