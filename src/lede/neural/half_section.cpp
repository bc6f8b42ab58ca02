#include <cstdint>

#include <lede/neural/half_section.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {

namespace {

/// Whether none is infinite or no number (an exponent of all ones): such a weight would make all that follows meaningless.
bool are_finite(const std::uint16_t* halves, std::size_t count) {
    constexpr std::uint16_t exponent = 0x7C00;
    bool finite = true;
    for (std::size_t i = 0; i < count; ++i) finite &= (halves[i] & exponent) != exponent;
    return finite;
}

}  // namespace

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
    if (!are_finite(halves, section.size() / sizeof(std::uint16_t))) return false;
    for (Parameter* parameter : parameters) {
        kernels().from_half(halves, parameter->value.col(0), parameter->value.size());
        halves += parameter->value.size();
    }
    return true;
}

}  // namespace lede
