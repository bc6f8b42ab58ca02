#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace lede {

/// Where one article has the general class of a thing and another the special one, their IRIs differ in the class.
/// Gives for each IRI of a general class the IRI of the same name with the most special class below it, if there is
/// just one such line of classes: a creative work joins a film of its name, but not if a book has that name too.
/// `classes` has the class of each entity's IRI that was seen; `is_below(a, b)` tells whether class a is strictly below
/// b. Nothing maps to an IRI that is itself mapped. The result does not depend on the order in which articles were
/// read.
std::map<std::string, std::string> join_general_entities(
    const std::map<std::string, std::string>& classes, std::string_view base,
    const std::function<bool(const std::string&, const std::string&)>& is_below);

}  // namespace lede
