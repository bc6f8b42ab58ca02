#include <memory>
#include <string>

#include <lede/base/file.hpp>
#include <lede/graph/graph_file.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

struct IndexOptions {
    TraversalOptions traversal;
    std::string output;
    bool overwrite = false;
};

int run_index(const IndexOptions& options) {
    AtomicOutput output(options.output, options.overwrite);
    const KnowledgeGraph graph = read_graph(options.traversal);
    write_graph_file(graph, [&](std::string_view bytes) { output.write(bytes); });
    output.commit();
    return exit_good;
}

}  // namespace

void add_index(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<IndexOptions>();
    CLI::App* command = app.add_subcommand(
        "index", "Keep the graph of RDF files in a file that the commands on graphs open at once, however large it is");
    command->add_option("FILE", options->traversal.files, "RDF files: .ttl, .trig, .nt, .nq; - for standard input")
        ->required();
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")
        ->type_name("FILE")
        ->required();
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command->footer(
        "show, neighbors, path, rank, stats and export take such a file in place of RDF files. Its numbers are as the\n"
        "machine has them, and it is made anew from the RDF files when the program says that its form has changed.\n\n"
        "Examples:\n"
        "  lede index archive.nt -o archive.graph\n"
        "  lede path \"Luke Kirby\" \"Prime Video\" archive.graph");
    command->callback([options, &run] { run = [options] { return run_index(*options); }; });
}

}  // namespace lede::cli
