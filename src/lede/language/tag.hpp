#pragma once

#include <string>
#include <vector>

#include <lede/text/document.hpp>

namespace lede {

/// A part of speech in both schemes, as they are predicted together.
struct Tag {
    Upos upos = Upos::x;
    std::string xpos;
    auto operator<=>(const Tag&) const = default;
};

/// As text for a section of a model file: "NOUN", a tab, "NN".
std::vector<std::string> to_lines(const std::vector<Tag>& tags);
/// Throws Error.
std::vector<Tag> parse_tags(const std::vector<std::string>& lines);

}  // namespace lede
