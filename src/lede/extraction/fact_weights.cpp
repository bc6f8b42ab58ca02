#include <lede/extraction/fact_weights.hpp>

#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/section_bytes.hpp>
#include <lede/neural/half_section.hpp>
#include <lede/neural/network_shape.hpp>

namespace lede {

namespace {

using Size = NamedSize<FactShape>;
constexpr std::array named_sizes{
    Size{"vector size", &FactShape::vector_size}, Size{"class rows", &FactShape::class_rows},
    Size{"relation rows", &FactShape::relation_rows}, Size{"class size", &FactShape::class_size},
    Size{"small size", &FactShape::small_size}, Size{"encoder size", &FactShape::h},
    Size{"hidden size", &FactShape::hidden}, Size{"properties", &FactShape::properties}};
constexpr std::uint32_t most = 1U << 14;  // of any size: products of two are then far from overflowing

[[noreturn]] void fail() { throw Error("the fact model has a damaged network; get or train the model again"); }

/// At first nearly all candidates state nothing.
constexpr float first_bias = -4;

/// Before memory is asked for: the largest parts of what the shape asks for.
void check_size(const FactShape& shape, std::string_view section, std::size_t bytes_a_weight) {
    const std::uint64_t least = std::uint64_t{shape.hidden} * (shape.pair_size() + shape.hidden) + std::uint64_t{8} * shape.h * shape.h;
    if (least * bytes_a_weight > section.size()) fail();
}

}  // namespace

std::vector<std::string> to_lines(const FactShape& shape) {
    return shape_to_lines(named_sizes, shape);
}

FactShape parse_fact_shape(const std::vector<std::string>& lines) {
    const std::optional<FactShape> shape = parse_shape(named_sizes, lines, most);
    if (!shape) fail();
    return *shape;
}

FactWeights::FactWeights(const FactShape& shape) {
    word_tables[0].shape(shape.class_size, shape.class_rows);
    word_tables[1].shape(shape.small_size, FactVocabulary::kind_rows);
    word_tables[2].shape(shape.small_size, FactVocabulary::upos_rows);
    word_tables[3].shape(shape.small_size, shape.relation_rows);
    pair_tables[0].shape(shape.class_size, shape.class_rows);
    pair_tables[1].shape(shape.class_size, shape.class_rows);
    pair_tables[2].shape(shape.small_size, FactVocabulary::kind_pair_rows);
    pair_tables[3].shape(shape.small_size, FactVocabulary::distance_rows);
    input.shape(shape.hidden, shape.input_size());
    for (Lstm& direction : encoder) direction.shape(shape.h, shape.hidden);
    pair.shape(shape.hidden, shape.pair_size());
    hidden.shape(shape.hidden, shape.hidden);
    output.shape(shape.properties, shape.hidden);
}

void FactWeights::randomise(std::uint64_t seed) {
    Random random(seed);
    for (Parameter& table : word_tables) table.randomise(0.5F, random);
    for (Parameter& table : pair_tables) table.randomise(0.5F, random);
    for (Dense* dense : {&input, &pair, &hidden, &output}) dense->randomise(random);
    for (Lstm& direction : encoder) direction.randomise(random);
    std::fill(output.bias.value.values.begin(), output.bias.value.values.end(), first_bias);
}

std::vector<Parameter*> FactWeights::parameters() {
    std::vector<Parameter*> all;
    for (Parameter& table : word_tables) all.push_back(&table);
    for (Parameter& table : pair_tables) all.push_back(&table);
    for (Dense* dense : {&input, &encoder[0].input, &encoder[1].input, &pair, &hidden, &output})
        all.push_back(&dense->weight), all.push_back(&dense->bias);
    for (Lstm& direction : encoder) all.push_back(&direction.recurrent);
    return all;
}

FactWeights parse_fact_weights(const FactShape& shape, std::string_view section) {
    check_size(shape, section, sizeof(std::uint16_t));
    FactWeights weights(shape);
    if (!read_half_section(section, weights.parameters())) fail();
    return weights;
}

std::string to_exact_section(ExactNetwork& network) {
    SectionWriter out;
    for (const Parameter* parameter : network.weights.parameters()) out.items(parameter->value.values);
    return out.take();
}

ExactNetwork parse_exact_network(const FactShape& shape, std::string_view section) {
    check_size(shape, section, sizeof(float));
    ExactNetwork network{shape, FactWeights(shape)};
    SectionReader in(section);
    for (Parameter* parameter : network.weights.parameters()) {
        auto values = in.items<Floats>();
        if (values.size() != parameter->value.values.size()) fail();
        parameter->value.values = std::move(values);
    }
    return network;
}

}  // namespace lede
