#include "help_text.hpp"

#include <sstream>
#include <utility>

#include <lede/base/utf8.hpp>

namespace lede::cli {

namespace {

constexpr std::size_t column = 24;  // where descriptions begin: behind "  --provenance" and the like

/// The words of a text in lines of at most `width` columns, each line but the first behind `indent` blanks.
std::string wrap(const std::string& text, std::size_t indent, std::size_t width) {
    std::istringstream words(text);
    std::string wrapped;
    std::size_t at = indent;
    for (std::string word; words >> word;) {
        const std::size_t size = count_code_points(word);
        if (at > indent && at + 1 + size > width) {
            wrapped += "\n" + std::string(indent, ' ');
            at = indent;
        } else if (at > indent) {
            wrapped += ' ';
            ++at;
        }
        wrapped += word;
        at += size;
    }
    return wrapped;
}

/// "  TERM      description", the description on the next line if the term is long.
std::string entry(const std::string& term, const std::string& description, std::size_t width) {
    std::string text = "  " + term;
    const std::size_t size = count_code_points(text);
    text += size + 2 > column ? "\n" + std::string(column, ' ') : std::string(column - size, ' ');
    return text + wrap(description, column, width) + "\n";
}

/// "-o, --output FILE"; an option without a letter begins where the others have their word.
std::string term_of(const OptionOutline& option) {
    std::string text = option.names.front().starts_with("--") ? "    " : "";
    for (const std::string& name : option.names) text += (&name == &option.names.front() ? "" : ", ") + name;
    return text + (option.value.empty() ? "" : " " + option.value);
}

std::string usage(const CommandOutline& command, std::size_t width) {
    std::string text = "Usage: " + command.path + " ";
    std::string rest;
    for (const OptionOutline& option : command.options)
        if (option.required) rest += usage_of(option) + " ";
    rest += "[OPTIONS]";
    for (const OptionOutline& argument : command.arguments) rest += " " + usage_of(argument);
    if (!command.commands.empty()) rest += " COMMAND";
    const std::size_t indent = text.size();
    return text + wrap(rest, indent, width) + "\n";
}

std::string commands(const CommandOutline& command, std::size_t width) {
    std::string text;
    for (const std::string& group : command_groups(command)) {
        text += "\n" + group + ":\n";
        for (const CommandOutline& child : command.commands)
            if (child.group == group) text += entry(child.name, child.summary, width);
    }
    return text;
}

std::string notes(const CommandOutline& command, std::size_t width) {
    std::string text;
    std::istringstream lines(command.notes);
    std::string paragraph;
    const auto flush = [&] {
        if (!paragraph.empty()) text += "\n" + wrap(paragraph, 0, width) + "\n";
        paragraph.clear();
    };
    for (std::string line; std::getline(lines, line);) line.empty() ? flush() : void(paragraph += line + " ");
    flush();
    return text;
}

}  // namespace

std::string to_help(const CommandOutline& command, std::size_t width) {
    std::string text = wrap(command.summary, 0, width) + "\n\n" + usage(command, width);
    if (!command.arguments.empty()) text += "\nArguments:\n";
    for (const OptionOutline& argument : command.arguments)
        text += entry(argument.names.front(), argument.description, width);
    text += commands(command, width);
    for (const std::string& group : command.groups) {
        text += "\n" + group + ":\n";
        for (const OptionOutline& option : command.options)
            if (option.group == group) text += entry(term_of(option), option.description, width);
    }
    text += notes(command, width);
    if (!command.examples.empty()) text += "\nExamples:\n";
    for (const std::string& example : command.examples) text += "  " + example + "\n";
    return text;
}

std::string to_short_help(const CommandOutline& program) {
    return usage(program, 80) + commands(program, 80) + "\n\"" + program.path +
           " COMMAND --help\" tells of a command, \"" + program.path + " --help\" of the program.\n";
}

std::string HelpFormatter::make_help(const CLI::App* command, std::string, CLI::AppFormatMode mode) const {
    const CommandOutline outline = outline_of(*command);
    if (mode != CLI::AppFormatMode::All) return to_help(outline);
    std::string text;
    for (const CommandOutline* one : all_commands(outline))
        text +=
            (text.empty() ? "" : "\n\n" + one->path + "\n" + std::string(one->path.size(), '-') + "\n") + to_help(*one);
    return text;
}

}  // namespace lede::cli
