#pragma once

#include <vector>

#include <lede/extraction/open_tree.hpp>

namespace lede {

/// Adds what noun phrases of tokens [first, last) say without a verb, as tuples without confidence and status: "X, the
/// head of Y" is X is the head of Y, and "Italy's largest bank" is Italy has largest bank.
void find_nominal_tuples(const OpenTree& tree, std::uint32_t first, std::uint32_t last, std::vector<OpenTuple>& tuples);

}  // namespace lede
