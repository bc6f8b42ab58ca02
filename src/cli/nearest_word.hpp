#pragma once

#include <string>
#include <vector>

namespace lede::cli {

/// The candidate that a mistyped word most likely means: the shortest that it begins, else the one with the fewest
/// typing errors (letters left out, added, replaced, or two exchanged), if they are at most a third of the word. Empty
/// if there is none.
std::string find_nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace lede::cli
