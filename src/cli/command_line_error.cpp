#include "command_line_error.hpp"

#include <algorithm>
#include <vector>

#include <CLI/CLI.hpp>

#include <lede/graph/words.hpp>

#include "command_outline.hpp"
#include "nearest_word.hpp"

namespace lede::cli {

namespace {

/// The command that the line is about, as far as it was understood.
const CLI::App& called_command(const CLI::App& app) {
    const std::vector<CLI::App*> called = app.get_subcommands();
    return called.empty() ? app : called_command(*called.front());
}

std::string guess(const std::string& word, const std::vector<std::string>& candidates) {
    const std::string nearest = find_nearest(word, candidates);
    return nearest.empty() ? "" : "; did you mean " + nearest + "?";
}

std::string unknown_option(const CommandOutline& command, const std::string& given) {
    const std::string word = given.substr(0, given.find('='));
    std::vector<std::string> names;
    for (const OptionOutline& option : command.options)
        names.insert(names.end(), option.names.begin(), option.names.end());
    return command.path + " has no option " + to_printable(word) + guess(word, names);
}

std::string unknown_command(const CommandOutline& command, const std::string& word) {
    std::vector<std::string> names;
    for (const CommandOutline& child : command.commands) names.push_back(child.name);
    return command.path + " has no command " + to_printable(word) + guess(word, names);
}

std::string no_command(const CommandOutline& command) {
    std::string names;
    for (const CommandOutline& child : command.commands) names += (names.empty() ? "" : ", ") + child.name;
    return command.path + " needs a command: " + names;
}

/// "--to: turle not in {turtle,trig}" gets the nearest of them.
std::string guess_value(const std::string& message) {
    const auto colon = message.find(": ");
    const auto set = message.find(" not in {");
    if (colon == std::string::npos || set == std::string::npos || set < colon) return {};
    std::vector<std::string> choices;
    for (std::size_t at = set + 9; at < message.size(); ++at) {
        const auto end = std::min(message.find_first_of(",}", at), message.size());
        choices.push_back(message.substr(at, end - at));
        at = end;
    }
    return guess(message.substr(colon + 2, set - colon - 2), choices);
}

std::string explain(const CommandOutline& command, const std::vector<std::string>& unknown,
                    const CLI::ParseError& error) {
    const auto option = std::find_if(unknown.begin(), unknown.end(),
                                     [](const std::string& word) { return word.size() > 1 && word.front() == '-'; });
    if (option != unknown.end()) return unknown_option(command, *option);
    if (!command.commands.empty())
        return unknown.empty() ? no_command(command) : unknown_command(command, unknown.front());
    if (!unknown.empty()) return command.path + " has no use for \"" + to_printable(unknown.front()) + "\"";
    const std::string message = error.what();
    return to_printable(message) + guess_value(message);
}

}  // namespace

std::string explain_parse_error(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App& called = called_command(app);
    const CommandOutline command = outline_of(called);
    return explain(command, called.remaining(), error) + "\n\"" + command.path + " --help\" tells how to call it";
}

}  // namespace lede::cli
