#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <lede/base/file.hpp>
#include <lede/graph/words.hpp>

#include "cli_support.hpp"
#include "command_outline.hpp"
#include "commands.hpp"
#include "help_text.hpp"
#include "nearest_word.hpp"

namespace lede::cli {

namespace {

/// The command of that name. Throws UsageError with the nearest one.
const CommandOutline& find_command(const CommandOutline& above, const std::string& name) {
    std::vector<std::string> names;
    for (const CommandOutline& child : above.commands) {
        if (child.name == name) return child;
        names.push_back(child.name);
    }
    const std::string nearest = find_nearest(name, names);
    throw UsageError(above.path + " has no command " + to_printable(name) +
                     (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
}

int run_help(const CommandOutline& program, const std::vector<std::string>& names) {
    const CommandOutline* command = &program;
    for (const std::string& name : names) command = &find_command(*command, name);
    AtomicOutput output("-", true);
    output.write(to_help(*command));
    output.commit();
    return exit_good;
}

}  // namespace

void add_help(CLI::App& app, std::function<int()>& run) {
    auto names = std::make_shared<std::vector<std::string>>();
    CLI::App* command = app.add_subcommand("help", "Show the help of a command");
    command->add_option("COMMAND", *names, "As it is called, such as train facts; by default the whole program");
    command->footer(
        "Examples:\n"
        "  lede help extract\n"
        "  lede help train facts");
    command->callback([names, &app, &run] { run = [names, &app] { return run_help(outline_of(app), *names); }; });
}

}  // namespace lede::cli
