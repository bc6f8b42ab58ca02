#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <lede/neural/parameter.hpp>

namespace lede {

/// The parameters one after the other with 16 bits a weight, as a section of a model file.
std::string to_half_section(const std::vector<Parameter*>& parameters);

/// Fills the parameters, whose shapes say how much is wanted; false if the section has another size, or a weight in it that is no
/// finite number.
bool read_half_section(std::string_view section, const std::vector<Parameter*>& parameters);

}  // namespace lede
