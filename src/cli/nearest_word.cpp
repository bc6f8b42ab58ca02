#include "nearest_word.hpp"

#include <algorithm>
#include <cstddef>

namespace lede::cli {

namespace {

/// Optimal string alignment distance (Boytsov 2011, section 2.2): edits of single bytes and swaps of neighbours.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const bool same = a[i - 1] == b[j - 1];
            std::size_t least = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + !same});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least = std::min(least, table[i - 2][j - 2] + 1);
            table[i][j] = least;
        }
    }
    return table[a.size()][b.size()];
}

}  // namespace

std::string find_nearest(const std::string& word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 64;  // no command or option is half as long
    const std::string bare = word.substr(std::min(word.find_first_not_of('-'), word.size()));
    if (bare.size() < 2 || word.size() > longest) return {};
    std::string best;
    std::size_t least = bare.size() / 3 + 1;
    for (const std::string& candidate : candidates) {
        const bool begins = candidate.starts_with(word);
        const std::size_t edits = begins ? 0 : distance(word, candidate);
        if (edits < least || (begins && candidate.size() < best.size())) {
            least = edits;
            best = candidate;
        }
    }
    return best;
}

}  // namespace lede::cli
