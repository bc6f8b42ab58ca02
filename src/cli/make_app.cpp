#include "make_app.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "commands.hpp"
#include "help_text.hpp"

namespace lede::cli {

namespace {

constexpr std::array commands = {
    add_extract,     add_explain,     add_tuples, add_show,       add_neighbors, add_path,           add_rank,
    add_stats,       add_merge,       add_export, add_parse,      add_names,     add_train_language, add_train_vectors,
    add_train_names, add_train_facts, add_help,   add_completion, add_version,   add_manuals,
};

/// Where an option stands in the help of a command that has many: its heading, by name, the same everywhere.
struct OptionGroup {
    std::string_view title;
    std::array<std::string_view, 9> options;
};
constexpr std::array<OptionGroup, 3> option_groups = {{
    {"Output", {"--output", "--to", "--provenance", "--base", "--rejected", "--json", "--evidence", "--overwrite"}},
    {"Ontology and models", {"--ontology", "--no-core", "--data", "--model", "--licence", "--language", "--data-name"}},
    {"Training",
     {"--folds", "--epochs", "--network-epochs", "--seed", "--hidden-size", "--layers", "--dimensions", "--clusters"}},
}};
constexpr std::size_t many_options = 8;  // fewer fit in one list at a glance

void group_options(CLI::App& command) {
    const std::vector<CLI::Option*> options = command.get_options();
    if (options.size() < many_options) return;
    for (CLI::Option* option : options) {
        for (const OptionGroup& group : option_groups) {
            const auto& names = group.options;
            if (std::find(names.begin(), names.end(), option->get_name()) != names.end())
                option->group(std::string(group.title));
        }
    }
}

void group_all_options(CLI::App& command) {
    group_options(command);
    for (CLI::App* child : command.get_subcommands([](const CLI::App*) { return true; })) group_all_options(*child);
}

}  // namespace

std::unique_ptr<CLI::App> make_app(std::function<int()>& run) {
    auto app =
        std::make_unique<CLI::App>("Reads news articles and writes what they say as an RDF knowledge graph", "lede");
    app->formatter(std::make_shared<HelpFormatter>());
    app->set_help_flag("-h,--help", "Show this help");
    for (const auto add : commands) add(*app, run);
    app->set_help_all_flag("--help-all", "Show the help of all commands");
    app->set_version_flag("--version", version_text,
                          "Show the versions of the program, its libraries, models and ontology");
    app->require_subcommand(1);
    app->footer(
        "Exit codes: 0 all done; 1 something in the data or files failed; 2 the command line was wrong.\n\n"
        "Examples:\n"
        "  lede extract article.txt\n"
        "  lede extract news/ --provenance sentence -o graph.trig");
    group_all_options(*app);
    return app;
}

}  // namespace lede::cli
