#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <lede/base/file.hpp>
#include <lede/graph/graph_export.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "graphviz.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

struct ExportOptions {
    TraversalOptions traversal;
    std::string format;
    std::string layout = "dot";
    std::string around;
    std::uint32_t depth = 2;
    std::string output = "-";
    bool isolated = false;
    bool overwrite = false;
};

/// What --to says, else what the output's suffix says.
std::string choose_format(const ExportOptions& options) {
    if (!options.format.empty()) return options.format;
    const std::string suffix = std::filesystem::path(options.output).extension().string();
    if (suffix == ".dot" || suffix == ".gv") return "dot";
    if (suffix == ".graphml") return "graphml";
    if (suffix == ".mmd" || suffix == ".mermaid") return "mermaid";
    if (suffix == ".svg" || suffix == ".png") return suffix.substr(1);
    throw UsageError("say the format: --to dot, graphml, mermaid, svg or png, or an output with such a suffix");
}

int run_export(const ExportOptions& options) {
    const std::string format = choose_format(options);
    const bool drawn = format == "svg" || format == "png";
    const std::string program = drawn ? find_graphviz(options.layout) : "";
    AtomicOutput output(options.output, options.overwrite);
    const KnowledgeGraph graph = read_graph(options.traversal);
    std::optional<NodeId> centre;
    if (!options.around.empty()) centre = resolve_node(graph, options.around);
    const Drawing drawing =
        select_drawing(graph, resolve_filter(graph, options.traversal), centre, options.depth, options.isolated);
    const std::string text = to_text(graph, drawing, drawn ? DrawingFormat::dot : parse_drawing_format(format).value());
    output.write(drawn ? run_graphviz(program, format, text) : text);
    output.commit();
    return exit_good;
}

}  // namespace

void add_export(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* command = app.add_subcommand("export", "Draw a graph, or hand it to a program that does");
    command->add_option("FILE", options->traversal.files, "RDF files: .ttl, .trig, .nt, .nq; - for standard input")
        ->required();
    command
        ->add_option("--to", options->format,
                     "Format; by default that of the output's suffix. svg and png need Graphviz")
        ->check(CLI::IsMember({"dot", "graphml", "mermaid", "svg", "png"}));
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_option("--around", options->around, "Only what is near this thing, given by name or IRI")
        ->type_name("NAME");
    command->add_option("--depth", options->depth, "How near")
        ->type_name("N")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command->add_option("--layout", options->layout, "Program of Graphviz that lays it out")
        ->check(CLI::IsMember({"dot", "neato", "fdp", "sfdp", "circo", "twopi"}))
        ->capture_default_str();
    add_filter_options(*command, options->traversal);
    command->add_flag("--isolated", options->isolated, "Also things that nothing is linked to");
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command->footer(
        "Examples:\n"
        "  lede export graph.ttl --around Étoile -o étoile.svg\n"
        "  lede export graph.ttl --class Person --class Organization --to graphml -o people.graphml");
    command->callback([options, &run] { run = [options] { return run_export(*options); }; });
}

}  // namespace lede::cli
