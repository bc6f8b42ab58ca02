#include <algorithm>
#include <cstdint>
#include <memory>

#include <lede/graph/stats.hpp>
#include <lede/graph/words.hpp>

#include "commands.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;
using Counts = std::vector<std::pair<std::string, std::size_t>>;

std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string one_digit(double value) {
    const auto tenths = static_cast<std::uint64_t>(value * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string show_counts(const KnowledgeGraph& graph, const std::string& title, const Counts& counts) {
    if (counts.empty()) return {};
    std::string text = "\n" + title + "\n";
    for (const auto& [iri, count] : counts)
        text += right(std::to_string(count), 9) + "  " + to_printable(graph.label_of(iri)) + "\n";
    return text;
}

/// Degrees in ranges that double: 0, 1, 2-3, 4-7, …
std::string show_degrees(const GraphStats& stats) {
    std::string text = "\nneighbours\n";
    std::size_t low = 0;
    std::size_t at = 0;
    while (at < stats.degrees.size()) {
        const std::size_t high = low == 0 ? 0 : 2 * low - 1;
        std::size_t count = 0;
        for (; at < stats.degrees.size() && stats.degrees[at].first <= high; ++at) count += stats.degrees[at].second;
        const std::string range = low == high ? std::to_string(low) : std::to_string(low) + "–" + std::to_string(high);
        if (count > 0) text += right(std::to_string(count), 9) + "  with " + range + "\n";
        low = high + 1;
    }
    return text;
}

std::string to_text(const KnowledgeGraph& graph, const GraphStats& stats) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {std::to_string(stats.entities), "entities"},
        {std::to_string(stats.edges), "statements between entities"},
        {std::to_string(stats.attributes), "statements with a literal"},
        {std::to_string(stats.records), "articles and quotations"},
        {std::to_string(stats.components), "connected parts, the largest of " + std::to_string(stats.largest) + ", " +
                                               std::to_string(stats.isolated) + " single entities"},
        {one_digit(stats.mean_degree), "statements an entity on average"},
    };
    std::string text;
    for (const auto& [number, words] : rows) text += right(number, 9) + "  " + words + "\n";
    return text + show_counts(graph, "classes", stats.classes) + show_counts(graph, "properties", stats.properties) +
           show_degrees(stats);
}

ordered_json to_json(const GraphStats& stats) {
    ordered_json result = {{"entities", stats.entities},        {"edges", stats.edges},
                           {"attributes", stats.attributes},    {"records", stats.records},
                           {"components", stats.components},    {"largestComponent", stats.largest},
                           {"isolated", stats.isolated},        {"meanDegree", stats.mean_degree},
                           {"classes", ordered_json::object()}, {"properties", ordered_json::object()},
                           {"degrees", ordered_json::object()}};
    for (const auto& [iri, count] : stats.classes) result["classes"][iri] = count;
    for (const auto& [iri, count] : stats.properties) result["properties"][iri] = count;
    for (const auto& [degree, count] : stats.degrees) result["degrees"][std::to_string(degree)] = count;
    return result;
}

int run_stats(const TraversalOptions& options) {
    const KnowledgeGraph graph = read_graph(options);
    const GraphStats stats = find_stats(graph);
    options.json ? print_json(to_json(stats)) : print(to_text(graph, stats));
    return 0;
}

}  // namespace

void add_stats(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<TraversalOptions>();
    CLI::App* command = app.add_subcommand("stats", "Count what is in a graph: classes, properties, connected parts");
    add_graph_files(*command, *options);
    command->footer(
        "Examples:\n"
        "  lede stats graph.ttl\n"
        "  lede stats monday.nq tuesday.nq --json");
    command->callback([options, &run] { run = [options] { return run_stats(*options); }; });
}

}  // namespace lede::cli
