#include <cstdint>

#include <lede/neural/half_section.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

std::string to_half_section(const std::vector<Parameter*>& parameters) {
    std::string section;
    for (const Parameter* parameter : parameters) {
        std::vector<std::uint16_t> halves(parameter->value.size());
        kernels().to_half(parameter->value.col(0), halves.data(), halves.size());
        section.append(reinterpret_cast<const char*>(halves.data()), halves.size() * sizeof(std::uint16_t));
    }
    return section;
}

bool read_half_section(std::string_view section, const std::vector<Parameter*>& parameters) {
    std::size_t wanted = 0;
    for (const Parameter* parameter : parameters) wanted += parameter->value.size() * sizeof(std::uint16_t);
    if (section.size() != wanted) return false;
    const auto* halves = reinterpret_cast<const std::uint16_t*>(section.data());
    for (Parameter* parameter : parameters) {
        kernels().from_half(halves, parameter->value.col(0), parameter->value.size());
        halves += parameter->value.size();
    }
    return true;
}

}  // namespace lede
