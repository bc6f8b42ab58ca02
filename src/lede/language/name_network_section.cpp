#include <array>
#include <charconv>

#include <lede/base/error.hpp>
#include <lede/language/name_network.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

namespace {

struct NamedSize {
    const char* name;
    std::uint32_t NameNetworkShape::*size;
};
constexpr std::array named_sizes{
    NamedSize{"vector size", &NameNetworkShape::vector_size},
    NamedSize{"encoding size", &NameNetworkShape::encoding_size}, NamedSize{"domains", &NameNetworkShape::domains},
    NamedSize{"hidden size", &NameNetworkShape::h}, NamedSize{"tags", &NameNetworkShape::tags}};
constexpr std::uint32_t most = 1U << 14;  // of any size, so that a damaged one does not ask for all memory

[[noreturn]] void fail() {
    throw Error("the model has a damaged network for names; get or train the model again");
}

}  // namespace

std::vector<std::string> to_lines(const NameNetworkShape& shape) {
    std::vector<std::string> lines;
    for (const NamedSize& named : named_sizes)
        lines.push_back(std::string(named.name) + "\t" + std::to_string(shape.*named.size));
    return lines;
}

NameNetworkShape parse_name_network_shape(const std::vector<std::string>& lines) {
    NameNetworkShape shape;
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

std::string to_section(NameNetwork& network) {
    std::string section;
    network.for_each([&](Parameter& parameter) {
        std::vector<std::uint16_t> halves(parameter.value.size());
        kernels().to_half(parameter.value.col(0), halves.data(), halves.size());
        section.append(reinterpret_cast<const char*>(halves.data()), halves.size() * sizeof(std::uint16_t));
    });
    return section;
}

NameNetwork parse_name_network(const NameNetworkShape& shape, std::string_view section) {
    // Before memory is asked for.
    const std::uint64_t least = std::uint64_t{shape.h} * (shape.input_size() + NameInput::table_rows + shape.tags);
    if (least * sizeof(std::uint16_t) > section.size()) fail();
    NameNetwork network(shape);
    std::size_t wanted = 0;
    network.for_each([&](Parameter& parameter) { wanted += parameter.value.size() * sizeof(std::uint16_t); });
    if (section.size() != wanted) fail();
    const auto* halves = reinterpret_cast<const std::uint16_t*>(section.data());
    network.for_each([&](Parameter& parameter) {
        kernels().from_half(halves, parameter.value.col(0), parameter.value.size());
        halves += parameter.value.size();
    });
    return network;
}

}  // namespace lede
