#include "command_line.hpp"

#include "commands.hpp"

namespace lede::cli {

namespace {

void describe(CLI::App& app) {
    app.name("lede");
    app.description("Reads news articles and writes what they say as an RDF knowledge graph.");
    app.set_version_flag("--version", "lede " LEDE_VERSION);
    app.set_help_all_flag("--help-all", "Help for all commands");
    app.require_subcommand(1);
    app.footer(
        "Examples:\n"
        "  lede extract article.txt\n"
        "  lede extract news/ --provenance sentence -o graph.trig\n\n"
        "Exit codes: 0 all done; 1 something in the data or files failed; 2 the command line was wrong.");
}

}  // namespace

void add_commands(CLI::App& app, std::function<int()>& run) {
    describe(app);
    for (const auto add :
         {add_extract, add_explain, add_show, add_neighbors, add_path, add_rank, add_stats, add_merge, add_export,
          add_names, add_tuples, add_parse, add_train_language, add_train_vectors, add_train_names, add_train_facts}) {
        add(app, run);
    }
}

}  // namespace lede::cli
