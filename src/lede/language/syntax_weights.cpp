#include <algorithm>
#include <charconv>

#include <lede/base/error.hpp>
#include <lede/language/syntax_weights.hpp>
#include <lede/neural/half_section.hpp>

namespace lede {

namespace {

struct NamedSize {
    const char* name;
    std::uint32_t SyntaxShape::* size;
};
constexpr std::array named_sizes{
    NamedSize{"vector size", &SyntaxShape::vector_size}, NamedSize{"word rows", &SyntaxShape::word_rows},
    NamedSize{"word size", &SyntaxShape::word_size},     NamedSize{"affix rows", &SyntaxShape::affix_rows},
    NamedSize{"affix size", &SyntaxShape::affix_size},   NamedSize{"layers", &SyntaxShape::layers},
    NamedSize{"hidden size", &SyntaxShape::h},           NamedSize{"tags", &SyntaxShape::tags},
    NamedSize{"features", &SyntaxShape::features},       NamedSize{"labels", &SyntaxShape::labels},
    NamedSize{"arc size", &SyntaxShape::arc_size},       NamedSize{"label size", &SyntaxShape::label_size}};
constexpr std::uint32_t most = 1U << 22;  // of any size; products of two then fit 64 bits with room

[[noreturn]] void fail() {
    throw Error("the model has a damaged network; get or train the model again");
}

}  // namespace

std::vector<std::string> to_lines(const SyntaxShape& shape) {
    std::vector<std::string> lines;
    for (const NamedSize& named : named_sizes)
        lines.push_back(std::string(named.name) + "\t" + std::to_string(shape.*named.size));
    return lines;
}

SyntaxShape parse_syntax_shape(const std::vector<std::string>& lines) {
    SyntaxShape shape;
    if (lines.size() != named_sizes.size()) fail();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string start = std::string(named_sizes[i].name) + "\t";
        std::uint32_t& size = shape.*named_sizes[i].size;
        const char* end = lines[i].data() + lines[i].size();
        if (!lines[i].starts_with(start) || std::from_chars(lines[i].data() + start.size(), end, size).ptr != end ||
            size > most)
            fail();
    }
    return shape;
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
