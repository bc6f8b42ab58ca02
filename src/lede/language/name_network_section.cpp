#include <array>

#include <lede/base/error.hpp>
#include <lede/language/name_network.hpp>
#include <lede/neural/half_section.hpp>
#include <lede/neural/network_shape.hpp>

namespace lede {

namespace {

using Size = NamedSize<NameNetworkShape>;
constexpr std::array named_sizes{
    Size{"vector size", &NameNetworkShape::vector_size},
    Size{"encoding size", &NameNetworkShape::encoding_size}, Size{"domains", &NameNetworkShape::domains},
    Size{"hidden size", &NameNetworkShape::h}, Size{"tags", &NameNetworkShape::tags}};
constexpr std::uint32_t most = 1U << 14;  // of any size, so that a damaged one does not ask for all memory

[[noreturn]] void fail() {
    throw Error("the model has a damaged network for names; get or train the model again");
}

}  // namespace

std::vector<std::string> to_lines(const NameNetworkShape& shape) {
    return shape_to_lines(named_sizes, shape);
}

NameNetworkShape parse_name_network_shape(const std::vector<std::string>& lines) {
    const std::optional<NameNetworkShape> shape = parse_shape(named_sizes, lines, most);
    if (!shape) fail();
    return *shape;
}

std::vector<Parameter*> parameters_of(NameNetwork& network) {
    std::vector<Parameter*> all;
    network.for_each([&](Parameter& parameter) { all.push_back(&parameter); });
    return all;
}

std::string to_section(NameNetwork& network) {
    return to_half_section(parameters_of(network));
}

NameNetwork parse_name_network(const NameNetworkShape& shape, std::string_view section) {
    // Before memory is asked for.
    const std::uint64_t least = std::uint64_t{shape.h} * (shape.input_size() + NameInput::table_rows + shape.tags);
    if (least * sizeof(std::uint16_t) > section.size()) fail();
    NameNetwork network(shape);
    if (!read_half_section(section, parameters_of(network))) fail();
    return network;
}

}  // namespace lede
