#include <memory>

#include <lede/graph/words.hpp>

#include "commands.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;

struct PathOptions {
    TraversalOptions traversal;
    std::string from;
    std::string to;
    std::size_t count = 1;
    std::size_t longest = any_length;
};

std::string to_text(const KnowledgeGraph& graph, const Path& path, bool evidence) {
    std::string text = show_name(graph, path.from) + "\n";
    for (const Step& step : path.steps) {
        text += "  " + show_hops(graph, step.hops) + " " + show_name(graph, step.to) + "\n";
        if (!evidence) continue;
        for (const Hop& hop : step.hops) text += show_sources(graph, graph.sources_of_edge(hop.edge), "      ");
    }
    return text;
}

ordered_json to_json(const KnowledgeGraph& graph, const std::vector<Path>& paths) {
    ordered_json result = ordered_json::array();
    for (const Path& path : paths) {
        ordered_json one = {{"from", json_of(graph, path.from)}, {"steps", ordered_json::array()}};
        for (const Step& step : path.steps)
            one["steps"].push_back({{"to", json_of(graph, step.to)}, {"statements", json_of(graph, step.hops)}});
        result.push_back(one);
    }
    return result;
}

int run_path(const PathOptions& options) {
    const KnowledgeGraph graph = read_graph(options.traversal);
    const NodeId from = resolve_node(graph, options.from);
    const NodeId to = resolve_node(graph, options.to);
    const std::vector<Path> paths =
        find_paths(graph, from, to, options.count, resolve_filter(graph, options.traversal), options.longest);
    if (options.traversal.json) {
        print_json(to_json(graph, paths));
        return 0;
    }
    std::string text;
    for (const Path& path : paths) {
        const std::size_t steps = path.steps.size();
        if (paths.size() > 1)
            text += (text.empty() ? "" : "\n") + std::to_string(steps) + (steps == 1 ? " step: " : " steps: ");
        text += to_text(graph, path, options.traversal.evidence);
    }
    // That there is no path is an answer, not a failure.
    if (paths.empty())
        text =
            "no path from " + show_name(graph, from) + " to " + show_name(graph, to) + " over what the options admit\n";
    print(text);
    return 0;
}

}  // namespace

void add_path(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<PathOptions>();
    CLI::App* command =
        app.add_subcommand("path", "Find how two things hang together: the shortest ways from one to the other");
    command->add_option("FROM", options->from, "A name or an IRI")->required();
    command->add_option("TO", options->to, "A name or an IRI")->required();
    add_graph_files(*command, options->traversal);
    command->add_option("-k,--count", options->count, "How many ways to show, shortest first")
        ->type_name("N")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--longest", options->longest, "At most so many steps")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    add_walk_options(*command, options->traversal);
    command->footer(
        "Examples:\n"
        "  lede path \"Luke Kirby\" \"Prime Video\" graph.ttl --evidence\n"
        "  lede path Rome Milan graph.nq -k 3 --property \"contained in place\"");
    command->callback([options, &run] { run = [options] { return run_path(*options); }; });
}

}  // namespace lede::cli
