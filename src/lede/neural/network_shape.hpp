#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lede {

/// A size of a network, with the name that a model file calls it by.
template <class Shape>
struct NamedSize {
    const char* name;
    std::uint32_t Shape::* size;
};

/// A line a size: its name, a tab, the number.
template <class Shape, std::size_t count>
std::vector<std::string> shape_to_lines(const std::array<NamedSize<Shape>, count>& sizes, const Shape& shape) {
    std::vector<std::string> lines;
    for (const NamedSize<Shape>& named : sizes)
        lines.push_back(std::string(named.name) + "\t" + std::to_string(shape.*named.size));
    return lines;
}

/// Reads what shape_to_lines wrote; empty if it is something else, or if a size is above `most`.
template <class Shape, std::size_t count>
std::optional<Shape> parse_shape(const std::array<NamedSize<Shape>, count>& sizes, const std::vector<std::string>& lines,
                                 std::uint32_t most) {
    if (lines.size() != count) return std::nullopt;
    Shape shape;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string start = std::string(sizes[i].name) + "\t";
        std::uint32_t& size = shape.*sizes[i].size;
        const char* end = lines[i].data() + lines[i].size();
        const bool read = lines[i].starts_with(start) && std::from_chars(lines[i].data() + start.size(), end, size).ptr == end;
        if (!read || size > most) return std::nullopt;
    }
    return shape;
}

}  // namespace lede
