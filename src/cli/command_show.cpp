#include <algorithm>
#include <memory>

#include <lede/graph/words.hpp>

#include "commands.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;

struct ShowOptions {
    TraversalOptions traversal;
    std::string name;
};

struct Line {
    std::string label;
    std::string value;
    std::vector<Source> sources;
};

/// What is said of the node: its literals, what it points to, what points to it; records apart.
std::vector<Line> lines_of(const KnowledgeGraph& graph, NodeId id) {
    std::vector<Line> lines;
    const auto [first, last] = graph.attributes(id);
    for (AttributeId at = first; at < last; ++at) {
        const Attribute attribute = graph.attribute(at);
        lines.push_back({to_printable(graph.label_of(attribute.property)), "  " + to_printable(attribute.value),
                         graph.sources_of_attribute(at)});
    }
    const auto add = [&](EdgeId edge_id, bool forward) {
        const Edge edge = graph.edge(edge_id);
        const NodeId other = forward ? edge.to : edge.from;
        if (graph.is_record(other) && !graph.is_record(id)) return;
        lines.push_back({to_printable(graph.label_of(graph.property_of(edge_id))),
                         (forward ? "→ " : "← ") + show_name(graph, other), graph.sources_of_edge(edge_id)});
    };
    const auto [first_edge, last_edge] = graph.out_edges(id);
    for (EdgeId edge = first_edge; edge < last_edge; ++edge) add(edge, true);
    for (EdgeId edge : graph.in_edges(id)) add(edge, false);
    return lines;
}

/// Articles and quotations that point to the node.
std::vector<NodeId> records_of(const KnowledgeGraph& graph, NodeId id) {
    std::vector<NodeId> records;
    for (EdgeId edge : graph.in_edges(id)) {
        if (graph.is_record(graph.edge(edge).from)) records.push_back(graph.edge(edge).from);
    }
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return graph.is_record(id) ? std::vector<NodeId>{} : records;
}

std::string to_text(const KnowledgeGraph& graph, NodeId id, bool evidence) {
    const std::string kind = show_class(graph, id);
    std::string text =
        show_name(graph, id) + "\n  " + (kind.empty() ? "" : kind + " · ") + to_printable(graph.iri(id)) + "\n";
    std::vector<std::string> others = graph.names(id).to_strings();
    if (!others.empty()) others.erase(others.begin());
    const std::vector<std::string> aliases = graph.aliases(id).to_strings();
    others.insert(others.end(), aliases.begin(), aliases.end());
    for (const std::string& name : others) text += "  also " + to_printable(name) + "\n";
    const std::vector<Line> lines = lines_of(graph, id);
    std::size_t width = 0;
    for (const Line& line : lines) width = std::max(width, width_of(line.label));
    if (!lines.empty()) text += "\n";
    std::string last;
    for (const Line& line : lines) {
        const std::string key = line.label + line.value.substr(0, 3);  // with the arrow
        text += "  " + pad(key == last ? "" : line.label, width) + "  " + line.value + "\n";
        last = key;
        if (evidence) text += show_sources(graph, line.sources, std::string(width + 6, ' '));
    }
    const std::vector<NodeId> records = records_of(graph, id);
    if (!records.empty()) text += "\n  named in\n";
    constexpr std::size_t most = 20;  // about half a screen; --json has all
    for (std::size_t at = 0; at < std::min(most, records.size()); ++at) {
        text += "    " + show_name(graph, records[at]) + "  (" + show_class(graph, records[at]) + ")\n";
    }
    if (records.size() > most) text += "    and " + std::to_string(records.size() - most) + " more\n";
    return text;
}

ordered_json to_json(const KnowledgeGraph& graph, NodeId id) {
    ordered_json result = json_of(graph, id);
    result["names"] = graph.names(id).to_strings();
    result["aliases"] = graph.aliases(id).to_strings();
    result["attributes"] = ordered_json::array();
    const auto [first, last] = graph.attributes(id);
    for (AttributeId at = first; at < last; ++at) {
        const Attribute attribute = graph.attribute(at);
        ordered_json one = {{"property", attribute.property}, {"value", attribute.value}};
        if (!attribute.datatype.empty())
            one[attribute.datatype.starts_with('@') ? "language" : "datatype"] =
                attribute.datatype.substr(attribute.datatype.starts_with('@'));
        const std::vector<Source> sources = graph.sources_of_attribute(at);
        if (!sources.empty()) one["evidence"] = json_of(sources);
        result["attributes"].push_back(one);
    }
    result["edges"] = ordered_json::array();
    const auto add = [&](EdgeId edge_id, bool forward) {
        const Edge edge = graph.edge(edge_id);
        ordered_json one = {{"property", graph.property_of(edge_id)},
                            {"direction", forward ? "out" : "in"},
                            {"node", json_of(graph, forward ? edge.to : edge.from)}};
        const std::vector<Source> sources = graph.sources_of_edge(edge_id);
        if (!sources.empty()) one["evidence"] = json_of(sources);
        result["edges"].push_back(one);
    };
    const auto [first_edge, last_edge] = graph.out_edges(id);
    for (EdgeId edge = first_edge; edge < last_edge; ++edge) add(edge, true);
    for (EdgeId edge : graph.in_edges(id)) add(edge, false);
    return result;
}

int run_show(const ShowOptions& options) {
    const KnowledgeGraph graph = read_graph(options.traversal);
    const NodeId id = resolve_node(graph, options.name);
    options.traversal.json ? print_json(to_json(graph, id)) : print(to_text(graph, id, options.traversal.evidence));
    return 0;
}

}  // namespace

void add_show(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<ShowOptions>();
    CLI::App* command = app.add_subcommand("show", "Show what a graph knows of one thing");
    command->add_option("NAME", options->name, "A name or an IRI")->required();
    add_graph_files(*command, options->traversal);
    command->add_flag("--evidence", options->traversal.evidence,
                      "With the sentences that say so, where the graph has them");
    command->footer(
        "Examples:\n"
        "  lede show \"Amy Sherman-Palladino\" graph.ttl\n"
        "  lede show https://example.org/tv-series/étoile graph.trig --evidence");
    command->callback([options, &run] { run = [options] { return run_show(*options); }; });
}

}  // namespace lede::cli
