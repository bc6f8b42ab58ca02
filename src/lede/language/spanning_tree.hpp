#pragma once

#include <cstdint>
#include <vector>

#include <lede/neural/matrix.hpp>

namespace lede {

/// The heads of the tree with the greatest sum of scores in which exactly one word hangs on the root (Chu and Liu 1965,
/// Edmonds 1967). `scores` is (n + 1) x (n + 1): row the head, column the dependent, 0 the root. heads[i] is the head
/// of word i + 1. Time n² (Tarjan 1977).
void find_spanning_tree(const Matrix& scores, std::vector<std::uint16_t>& heads);

}  // namespace lede
