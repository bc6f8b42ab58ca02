#include <algorithm>
#include <array>
#include <optional>

#include <lede/rdf/reifier_folder.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {
namespace {

/// Which part of a reification the predicate gives.
std::optional<std::size_t> part_of(std::string_view predicate) {
    constexpr std::array parts{terms::subject, terms::predicate, terms::object};
    const auto at = std::find(parts.begin(), parts.end(), predicate.substr(1, predicate.size() - 2));
    if (at == parts.end()) return std::nullopt;
    return static_cast<std::size_t>(at - parts.begin());
}

std::size_t end_of_subject(std::string_view line, bool graph_first) {
    const std::size_t first = line.find(' ');
    return graph_first ? line.find(' ', first + 1) : first;
}

}  // namespace

void ReifierFolder::write(std::string_view line) {
    const std::string_view subject = line.substr(0, end_of_subject(line, graph_first_));
    if (subject != subject_) {
        finish();
        subject_ = subject;
    }
    lines_.emplace_back(line);
}

/// The line with the triple term; empty if the subject is no reifier.
std::string ReifierFolder::fold() const {
    std::array<std::string, 3> parts;
    std::string graph;
    for (const std::string& line : lines_) {
        const std::size_t skip = graph_first_ ? line.find(' ') + 1 : 0;
        const StatementParts statement = split_statement(std::string_view(line).substr(skip));
        if (statement.object == "<" + std::string(terms::statement) + ">") return {};
        const std::optional<std::size_t> part = part_of(statement.predicate);
        if (!part) continue;
        if (!parts[*part].empty()) return {};
        parts[*part] = statement.object;
        graph = statement.graph;
    }
    if (std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); })) return {};
    std::string line =
        subject_ + " <" + std::string(terms::reifies) + "> <<( " + parts[0] + " " + parts[1] + " " + parts[2] + " )>>";
    return line + (graph.empty() ? "" : " " + graph) + " .";
}

void ReifierFolder::finish() {
    if (std::string folded = fold(); !folded.empty()) {
        std::erase_if(lines_, [&](const std::string& line) {
            const std::string_view rest = std::string_view(line).substr(subject_.size() + 1);
            return part_of(rest.substr(0, rest.find(' '))).has_value();
        });
        lines_.insert(std::upper_bound(lines_.begin(), lines_.end(), folded), folded);
    }
    for (const std::string& line : lines_) sink_(line);
    lines_.clear();
    subject_.clear();
}

}  // namespace lede
