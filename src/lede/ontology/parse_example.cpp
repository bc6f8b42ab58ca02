#include <algorithm>
#include <array>

#include <lede/ontology/read_ontology.hpp>

namespace lede {
namespace {

struct Mark {
    std::string_view words;
    std::string_view role;
    std::size_t end = 0;  ///< byte behind the closing brace
};

/// The mark that opens at `open`; empty with a reason if it is not {words|role}.
std::optional<Mark> parse_mark(std::string_view text, std::size_t open, std::string& problem) {
    const std::size_t close = text.find('}', open);
    const std::size_t bar = text.substr(0, close).rfind('|');
    if (close == std::string_view::npos) {
        problem = "a '{' without its '}'";
    } else if (text.find('{', open + 1) < close) {
        problem = "a '{' inside a mark";
    } else if (bar == std::string_view::npos || bar < open) {
        problem = "a mark without its role; write {words|subject} or {words|object}";
    } else {
        return Mark{text.substr(open + 1, bar - open - 1), text.substr(bar + 1, close - bar - 1), close + 1};
    }
    return std::nullopt;
}

bool is_blank(std::string_view words) {
    return std::all_of(words.begin(), words.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

/// Puts the mark's words into the example and notes their span; false with a reason if the role is unknown or taken.
bool add_mark(const Mark& mark, Example& example, std::array<bool, 2>& seen, std::string& problem) {
    const bool subject = mark.role == "subject";
    if (!subject && mark.role != "object") {
        problem = "the role '" + std::string(mark.role) + "'; a mark is {words|subject} or {words|object}";
    } else if (seen[subject]) {
        problem = "two marks with the role '" + std::string(mark.role) + "'; keep one";
    } else if (is_blank(mark.words)) {
        problem = "a mark without words";
    } else {
        const auto begin = static_cast<std::uint32_t>(example.text.size());
        example.text += mark.words;
        (subject ? example.subject : example.object) = {begin, static_cast<std::uint32_t>(example.text.size())};
        seen[subject] = true;
        return true;
    }
    return false;
}

}  // namespace

std::optional<Example> parse_example(std::string_view marked, std::string& problem, bool positive) {
    Example example;
    example.positive = positive;
    std::array<bool, 2> seen{};
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t brace = marked.find_first_of("{}", at);
        example.text += marked.substr(at, brace - at);
        if (brace == std::string_view::npos) break;
        if (marked[brace] == '}') {
            problem = "a '}' without its '{'";
            return std::nullopt;
        }
        const std::optional<Mark> mark = parse_mark(marked, brace, problem);
        if (!mark || !add_mark(*mark, example, seen, problem)) return std::nullopt;
        at = mark->end;
    }
    const bool unmarked = !positive && !seen[0] && !seen[1];
    if (unmarked || (seen[0] && seen[1])) return example;
    problem = std::string("no ") + (seen[1] ? "object" : "subject") + "; mark it {words|" +
              (seen[1] ? "object" : "subject") + "}";
    return std::nullopt;
}

}  // namespace lede
