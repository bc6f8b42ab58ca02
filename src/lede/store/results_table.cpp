#include <algorithm>
#include <numeric>

#include <lede/base/display_width.hpp>
#include <lede/base/utf8.hpp>
#include <lede/graph/words.hpp>
#include <lede/rdf/turtle_terms.hpp>
#include <lede/store/results_text.hpp>

namespace lede {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t narrowest = 8;  ///< a column is not cut below this

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.-+") == std::string::npos;
}

/// The first characters that fit, and "…" if not all do.
std::string cut(const std::string& text, std::size_t width) {
    if (display_width(text) <= width) return text;
    std::string result;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::string one;
        append_utf8(one, next_code_point(text, at));
        const std::size_t more = display_width(one);
        if (used + more + 1 > width) break;
        used += more;
        result += one;
    }
    return result + "…";
}

/// Cells as text, the names of the variables as the first row.
using Cells = std::vector<std::vector<std::string>>;

Cells to_cells(const SparqlResults& results, const TurtleTerms& terms) {
    Cells cells(1);
    for (const std::string& name : results.variables) cells[0].push_back(to_printable(name));
    for (const auto& row : results.rows) {
        auto& line = cells.emplace_back();
        for (const auto& value : row) {
            if (!value) {
                line.emplace_back();
            } else if (value->kind == ResultTerm::Kind::literal) {
                line.push_back(to_printable(value->value));
            } else {
                line.push_back(to_printable(terms.shorten(to_ntriples(*value))));
            }
        }
    }
    return cells;
}

/// Which columns hold numbers, and nothing else but gaps.
std::vector<bool> find_numbers(const Cells& cells) {
    std::vector<bool> numbers(cells[0].size(), false);
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const auto is_other = [&](const auto& line) { return !line[at].empty() && !is_number(line[at]); };
        const auto is_there = [&](const auto& line) { return !line[at].empty(); };
        numbers[at] = std::any_of(cells.begin() + 1, cells.end(), is_there) &&
                      std::none_of(cells.begin() + 1, cells.end(), is_other);
    }
    return numbers;
}

std::vector<std::size_t> find_widths(const Cells& cells, std::size_t limit) {
    std::vector<std::size_t> widths(cells[0].size(), 1);
    for (const auto& line : cells)
        for (std::size_t at = 0; at < line.size(); ++at) widths[at] = std::max(widths[at], display_width(line[at]));
    const std::size_t gaps = gap.size() * (widths.size() - 1);
    auto total = std::accumulate(widths.begin(), widths.end(), gaps);
    while (limit > 0 && total > limit) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest) break;
        --*widest;
        --total;
    }
    return widths;
}

}  // namespace

std::string to_table(const SparqlResults& results, const TableOptions& options) {
    if (results.boolean) return *results.boolean ? "yes\n" : "no\n";
    if (results.variables.empty()) return "";
    const Cells cells = to_cells(results, TurtleTerms("", options.prefixes));
    const std::vector<std::size_t> widths = find_widths(cells, options.width);
    const std::vector<bool> to_right = find_numbers(cells);
    std::string text;
    const auto add_line = [&](const auto& cell_at) {
        std::string line;
        for (std::size_t at = 0; at < widths.size(); ++at) {
            const std::string cell = cut(cell_at(at), widths[at]);
            const std::string blanks(widths[at] - std::min(widths[at], display_width(cell)), ' ');
            line += (at > 0 ? std::string(gap) : "") + (to_right[at] ? blanks + cell : cell + blanks);
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    add_line([&](std::size_t at) { return cells[0][at]; });
    add_line([&](std::size_t at) { return std::string(widths[at], '-'); });
    for (std::size_t row = 1; row < cells.size(); ++row) add_line([&](std::size_t at) { return cells[row][at]; });
    return text;
}

}  // namespace lede
