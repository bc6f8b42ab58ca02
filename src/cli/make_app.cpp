#include "make_app.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "help_text.hpp"

namespace lede::cli {

namespace {

using AddCommand = void (*)(CLI::App&, std::function<int()>&);

/// The commands by their headings, in the order of the help.
struct CommandGroup {
    const char* title;
    std::vector<AddCommand> commands;
};
const std::vector<CommandGroup>& command_groups() {
    static const std::vector<CommandGroup> groups = {
        {"Commands for articles", {add_extract, add_explain, add_tuples, add_parse, add_names}},
        {"Commands for graphs",
         {add_show, add_neighbors, add_path, add_rank, add_stats, add_merge, add_retract, add_conflicts, add_validate,
          add_index, add_export}},
        {"Commands for stores", {add_load, add_query}},
        {"Commands for models", {add_train_language, add_train_vectors, add_train_names, add_train_facts}},
        {"Other commands", {add_help, add_completion, add_version, add_manuals}},
    };
    return groups;
}

std::vector<CLI::App*> children_of(CLI::App& command) {
    return command.get_subcommands([](const CLI::App*) { return true; });
}

void add_commands(CLI::App& app, std::function<int()>& run) {
    for (const CommandGroup& group : command_groups()) {
        const std::size_t before = children_of(app).size();
        for (const AddCommand add : group.commands) add(app, run);
        const std::vector<CLI::App*> all = children_of(app);
        for (std::size_t at = before; at < all.size(); ++at)
            if (!all[at]->get_group().empty()) all[at]->group(group.title);  // hidden ones stay so
    }
    for (CLI::App* above : children_of(app))
        for (CLI::App* below : children_of(*above)) below->group("Commands");
}

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
        if (option->get_required() && option->nonpositional()) {
            option->group("Required");
            continue;
        }
        for (const OptionGroup& group : option_groups) {
            const auto& names = group.options;
            if (std::find(names.begin(), names.end(), option->get_name()) != names.end())
                option->group(std::string(group.title));
        }
    }
}

void group_all_options(CLI::App& command) {
    group_options(command);
    for (CLI::App* child : children_of(command)) group_all_options(*child);
}

}  // namespace

std::unique_ptr<CLI::App> make_app(std::function<int()>& run) {
    auto app =
        std::make_unique<CLI::App>("Reads news articles and writes what they say as an RDF knowledge graph", "lede");
    app->formatter(std::make_shared<HelpFormatter>());
    app->set_help_flag("-h,--help", "Show this help");
    add_commands(*app, run);
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
