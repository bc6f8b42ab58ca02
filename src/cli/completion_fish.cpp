#include "completions.hpp"

namespace lede::cli {

namespace {

/// In single quotes, for the shell.
std::string quote(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string begin_of(const CommandOutline& command) {
    return "complete -c lede -n " + quote("__lede_calls \"" + command.path + "\"");
}

/// What completes a value, as options of `complete`.
std::string value_of(const OptionOutline& option) {
    if (!option.choices.empty()) {
        std::string words;
        for (const std::string& choice : option.choices) words += (words.empty() ? "" : " ") + choice;
        return " -x -a " + quote(words);
    }
    if (option.kind == ValueKind::folder) return " -x -a '(__fish_complete_directories)'";
    return option.kind == ValueKind::file || option.kind == ValueKind::path ? " -r -F" : " -x";
}

std::string option_line(const CommandOutline& command, const OptionOutline& option) {
    std::string text = begin_of(command);
    for (const std::string& name : option.names)
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.value.empty()) text += value_of(option);
    return text + " -d " + quote(option.description) + "\n";
}

/// Arguments are not told apart by their place: files are offered wherever the command takes any.
std::string argument_lines(const CommandOutline& command) {
    std::string text;
    bool files = false;
    for (const OptionOutline& argument : command.arguments) {
        files |= argument.kind == ValueKind::file || argument.kind == ValueKind::path;
        if (!argument.choices.empty()) text += begin_of(command) + value_of(argument) + "\n";
    }
    return text + (files ? begin_of(command) + " -F\n" : "");
}

}  // namespace

std::string to_fish_completion(const CommandOutline& program) {
    std::string names;
    std::string text;
    for (const CommandOutline* command : all_commands(program)) {
        if (command != &program) names += " " + quote(command->path);
        for (const CommandOutline& child : command->commands)
            text += begin_of(*command) + " -a " + child.name + " -d " + quote(child.summary) + "\n";
        for (const OptionOutline& option : command->options) text += option_line(*command, option);
        text += argument_lines(*command);
    }
    return "# fish completion of lede, as \"lede completion fish\" writes it.\n"
           "function __lede_calls --argument-names wanted -d 'Whether the line calls this command'\n"
           "    set -l words (commandline -opc)\n"
           "    set -e words[1]\n"
           "    set -l command lede\n"
           "    for word in $words\n"
           "        if contains -- \"$command $word\"" +
           names +
           "\n"
           "            set command \"$command $word\"\n"
           "        end\n"
           "    end\n"
           "    test \"$command\" = \"$wanted\"\n"
           "end\n"
           "complete -c lede -f\n" +
           text;
}

}  // namespace lede::cli
