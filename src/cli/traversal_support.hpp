#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <lede/graph/traversal.hpp>

namespace lede::cli {

/// What the commands over RDF files have in common.
struct TraversalOptions {
    std::vector<std::string> files;
    std::vector<std::string> properties;
    std::vector<std::string> classes;
    bool articles = false;
    bool directed = false;
    bool evidence = false;
    bool json = false;
};

/// Adds FILE…
void add_graph_files(CLI::App& command, TraversalOptions& options);
/// Adds --property, --class and --articles.
void add_filter_options(CLI::App& command, TraversalOptions& options);
/// The same with --directed and --evidence, for commands that go along edges.
void add_walk_options(CLI::App& command, TraversalOptions& options);

/// The graph of the files, with the labels and the class tree of the built-in ontology where that is found.
KnowledgeGraph read_graph(const TraversalOptions& options);

/// The one node that the user means. Throws Error with near names, or with the candidates if there are several.
NodeId resolve_node(const KnowledgeGraph& graph, const std::string& text);
/// The filter that the options ask for; properties and classes by prefixed name, IRI or label. Throws Error for an
/// unknown one.
TraversalFilter resolve_filter(const KnowledgeGraph& graph, const TraversalOptions& options);

/// An entity's name and class for a terminal.
std::string show_name(const KnowledgeGraph& graph, NodeId id);
std::string show_class(const KnowledgeGraph& graph, NodeId id);
/// Each source on a line of its own: the sentence in quotation marks, then article and confidence.
std::string show_sources(const KnowledgeGraph& graph, const std::vector<Source>& sources, const std::string& indent);
/// "— creator →", "← creator —", or both where there are edges of both directions.
std::string show_hops(const KnowledgeGraph& graph, const std::vector<Hop>& hops);
/// Number of characters that the text takes on a terminal, near enough: its code points.
std::size_t width_of(std::string_view text);
/// The text with blanks behind it, so that it has this many characters.
std::string pad(std::string text, std::size_t width);

nlohmann::ordered_json json_of(const KnowledgeGraph& graph, NodeId id);
nlohmann::ordered_json json_of(const std::vector<Source>& sources);
/// The hops between two nodes as statements with their subject and object.
nlohmann::ordered_json json_of(const KnowledgeGraph& graph, const std::vector<Hop>& hops);

/// Writes to standard output, all or an OutputError.
void print(std::string_view text);
void print_json(const nlohmann::ordered_json& value);

}  // namespace lede::cli
