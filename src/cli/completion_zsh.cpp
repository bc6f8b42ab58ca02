#include <algorithm>

#include "completions.hpp"
#include "man_page.hpp"

namespace lede::cli {

namespace {

/// In single quotes, for the shell.
std::string quote(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

/// What _arguments would read as its own signs.
std::string escape(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// ":FILE:_files": the value's name, and what completes it.
std::string action_of(const OptionOutline& option) {
    std::string action = " ";
    if (!option.choices.empty()) {
        action.clear();
        for (const std::string& choice : option.choices) action += (action.empty() ? "(" : " ") + choice;
        action += ")";
    } else if (option.kind == ValueKind::folder) {
        action = "_files -/";
    } else if (option.kind == ValueKind::file || option.kind == ValueKind::path) {
        action = "_files";
    }
    const std::string& name = option.names.front().starts_with('-') ? option.value : option.names.front();
    return ":" + escape(option.choices.empty() ? name : "value") + ":" + action;
}

/// A specification a name; the names exclude each other unless the option may come again.
std::string option_lines(const OptionOutline& option) {
    std::string names;
    for (const std::string& name : option.names) names += (names.empty() ? "" : " ") + name;
    const std::string before = option.repeatable ? "*" : option.names.size() > 1 ? "(" + names + ")" : "";
    std::string lines;
    for (const std::string& name : option.names) {
        const std::string form = option.value.empty() ? name : name + (name.starts_with("--") ? "=" : "+");
        lines += " \\\n        " + quote(before + form + "[" + escape(option.description) + "]" +
                                         (option.value.empty() ? "" : action_of(option)));
    }
    return lines;
}

std::string function_name(const CommandOutline& command) {
    std::string name = "_" + man_page_name(command);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// A function that completes what is behind a command, and those of the commands below it.
std::string functions(const CommandOutline& command) {
    std::string text;
    for (const CommandOutline& child : command.commands) text += functions(child);
    text += function_name(command) + "() {\n";
    if (!command.commands.empty()) text += "    local curcontext=$curcontext state line\n    typeset -A opt_args\n";
    text += "    _arguments -s -S" + std::string(command.commands.empty() ? "" : " -C");
    for (const OptionOutline& option : command.options) text += option_lines(option);
    for (std::size_t at = 0; at < command.arguments.size(); ++at) {
        const OptionOutline& argument = command.arguments[at];
        text += " \\\n        " + quote((argument.repeatable ? "*" : std::to_string(at + 1)) + action_of(argument));
    }
    if (command.commands.empty()) return text + "\n}\n";
    text +=
        " \\\n        '1:command:->command' '*::argument:->argument'\n"
        "    case $state in\n"
        "        command)\n"
        "            local -a commands=(\n";
    for (const CommandOutline& child : command.commands)
        text += "                " + quote(child.name + ":" + child.summary) + "\n";
    text +=
        "            )\n"
        "            _describe command commands ;;\n"
        "        argument)\n"
        "            case $words[1] in\n";
    for (const CommandOutline& child : command.commands)
        text += "                " + child.name + ") " + function_name(child) + " ;;\n";
    return text + "            esac ;;\n    esac\n}\n";
}

}  // namespace

std::string to_zsh_completion(const CommandOutline& program) {
    return "#compdef lede\n"
           "# zsh completion of lede, as \"lede completion zsh\" writes it: to be called _lede, in a folder of $fpath, "
           "or sourced.\n" +
           functions(program) +
           "if [[ $funcstack[1] == _lede ]]; then\n"
           "    _lede \"$@\"\n"
           "else\n"
           "    compdef _lede lede\n"
           "fi\n";
}

}  // namespace lede::cli
