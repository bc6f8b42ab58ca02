#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;

struct NeighborsOptions {
    TraversalOptions traversal;
    std::string name;
    std::uint32_t depth = 1;
};

std::string to_text(const KnowledgeGraph& graph, NodeId start, const std::vector<Neighbour>& neighbours,
                    bool evidence) {
    std::size_t name_width = 0;
    std::size_t class_width = 0;
    for (const Neighbour& one : neighbours) {
        name_width = std::max(name_width, width_of(show_name(graph, one.node)));
        class_width = std::max(class_width, width_of(show_class(graph, one.node)));
    }
    // A single long title should not push all else off the screen.
    name_width = std::min<std::size_t>(name_width, 40);
    std::string text = show_name(graph, start) + "\n";
    for (const Neighbour& one : neighbours) {
        text += "  " + std::to_string(one.depth) + "  " + pad(show_name(graph, one.node), name_width) + "  " +
                pad(show_class(graph, one.node), class_width) + "  " +
                (one.from == start ? "" : show_name(graph, one.from) + " ") + show_hops(graph, one.hops) + "\n";
        if (!evidence) continue;
        for (const Hop& hop : one.hops) text += show_sources(graph, graph.sources_of_edge(hop.edge), "       ");
    }
    return text;
}

ordered_json to_json(const KnowledgeGraph& graph, NodeId start, const std::vector<Neighbour>& neighbours) {
    ordered_json result = {{"node", json_of(graph, start)}, {"neighbors", ordered_json::array()}};
    for (const Neighbour& one : neighbours) {
        ordered_json item = {
            {"depth", one.depth}, {"node", json_of(graph, one.node)}, {"from", graph.iri(one.from)}};
        item["statements"] = json_of(graph, one.hops);
        result["neighbors"].push_back(item);
    }
    return result;
}

int run_neighbors(const NeighborsOptions& options) {
    const KnowledgeGraph graph = read_graph(options.traversal);
    const NodeId start = resolve_node(graph, options.name);
    const std::vector<Neighbour> found =
        find_neighbours(graph, start, options.depth, resolve_filter(graph, options.traversal));
    options.traversal.json ? print_json(to_json(graph, start, found))
                           : print(to_text(graph, start, found, options.traversal.evidence));
    return 0;
}

}  // namespace

void add_neighbors(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<NeighborsOptions>();
    CLI::App* command = app.add_subcommand("neighbors", "List what is linked to one thing, step by step");
    command->add_option("NAME", options->name, "A name or an IRI")->required();
    add_graph_files(*command, options->traversal);
    command->add_option("--depth", options->depth, "How many steps to go")
        ->type_name("N")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    add_walk_options(*command, options->traversal);
    command->footer(
        "Examples:\n"
        "  lede neighbors Étoile graph.ttl\n"
        "  lede neighbors \"Prime Video\" graph.ttl --depth 2 --class Person --json");
    command->callback([options, &run] { run = [options] { return run_neighbors(*options); }; });
}

}  // namespace lede::cli
