#include "command_outline.hpp"

#include <algorithm>
#include <regex>
#include <sstream>

#include <CLI/CLI.hpp>

namespace lede::cli {

namespace {

constexpr std::string_view examples_title = "Examples:";

std::string path_of(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return (parent ? path_of(*parent) + " " : "") + command.get_name();
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
    return parts;
}

std::string join(const std::vector<std::string>& parts, const char* separator) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : separator) + part;
    return text;
}

/// What the option parser calls a type, for people: "UINT" counts something.
std::string plain_type(const std::string& type) {
    if (type == "INT" || type == "UINT") return "N";
    return type == "FLOAT" ? "NUMBER" : type;
}

/// Reads a type name as CLI11 composes it: the type, then what each check says, with a colon before it, such as
/// "TEXT:{turtle,trig}" or "INT:INT in [1 - 100]".
void read_type(const std::string& type, OptionOutline& outline, std::string& range) {
    static const std::regex set_form(R"(\{(.*)\})");
    static const std::regex range_form(R"(in \[(\S+) - (\S+)\])");
    const auto colon = type.find(':');
    const std::string checks = colon == std::string::npos ? "" : type.substr(colon + 1);
    outline.value = plain_type(type.substr(0, colon));
    std::smatch match;
    if (std::regex_search(checks, match, set_form)) {
        outline.choices = split(match[1], ',');
        outline.value = join(outline.choices, "|");
    } else if (std::regex_search(checks, match, range_form)) {
        range = match[1].str() + " to " + match[2].str();
    } else if (checks.starts_with("FILE") || checks.starts_with("DIR") || checks.starts_with("PATH")) {
        outline.value = checks.substr(0, checks.find_first_of("(:"));
    }
    outline.kind = outline.value == "FILE"   ? ValueKind::file
                   : outline.value == "DIR"  ? ValueKind::folder
                   : outline.value == "PATH" ? ValueKind::path
                                             : ValueKind::word;
}

OptionOutline outline_of(const CLI::Option& option) {
    OptionOutline outline;
    const bool positional = option.get_positional();
    for (const std::string& name : option.get_snames()) outline.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) outline.names.push_back("--" + name);
    if (positional) outline.names = {option.get_name(true)};
    std::string range;
    if (option.get_type_size() != 0 && option.get_expected_max() != 0)
        read_type(option.get_type_name(), outline, range);
    if (positional && outline.names.front() == "FILE") outline.kind = ValueKind::file;
    outline.group = option.get_group();
    outline.required = option.get_required();
    outline.repeatable = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
    outline.description = option.get_description();
    std::vector<std::string> more;
    if (!range.empty()) more.push_back(range);
    if (!option.get_default_str().empty()) more.push_back("default: " + option.get_default_str());
    if (outline.repeatable && !positional) more.push_back("repeatable");
    if (!more.empty()) outline.description += " (" + join(more, "; ") + ")";
    return outline;
}

/// A footer is notes, and then examples, a command a line.
void read_footer(const std::string& footer, CommandOutline& outline) {
    const auto title = footer.find(examples_title);
    outline.notes = footer.substr(0, title);
    while (outline.notes.ends_with('\n')) outline.notes.pop_back();
    if (title == std::string::npos) return;
    for (const std::string& line : split(footer.substr(title + examples_title.size()), '\n')) {
        const auto begin = line.find_first_not_of(' ');
        if (begin != std::string::npos) outline.examples.push_back(line.substr(begin));
    }
}

}  // namespace

CommandOutline outline_of(const CLI::App& command) {
    CommandOutline outline;
    outline.path = path_of(command);
    outline.name = command.get_name();
    outline.group = command.get_group();
    outline.summary = command.get_description();
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_group().empty()) continue;
        (option->get_positional() ? outline.arguments : outline.options).push_back(outline_of(*option));
    }
    // What every command has comes last, though it was added first, and so does its group.
    std::stable_partition(outline.options.begin(), outline.options.end(),
                          [](const OptionOutline& option) { return option.names.back() != "--help"; });
    for (const OptionOutline& option : outline.options) {
        if (std::find(outline.groups.begin(), outline.groups.end(), option.group) == outline.groups.end())
            outline.groups.push_back(option.group);
    }
    if (!outline.options.empty()) {
        std::erase(outline.groups, outline.options.back().group);
        outline.groups.push_back(outline.options.back().group);
    }
    read_footer(command.get_footer(), outline);
    for (const CLI::App* child : command.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); }))
        outline.commands.push_back(outline_of(*child));
    return outline;
}

std::string usage_of(const OptionOutline& option) {
    const bool argument = !option.names.back().starts_with('-');
    const std::string text =
        (argument ? option.names.front() : option.names.front() + (option.value.empty() ? "" : " " + option.value)) +
        (option.repeatable ? "..." : "");
    return option.required ? text : "[" + text + "]";
}

std::vector<std::string> command_groups(const CommandOutline& command) {
    std::vector<std::string> groups;
    for (const CommandOutline& child : command.commands)
        if (std::find(groups.begin(), groups.end(), child.group) == groups.end()) groups.push_back(child.group);
    return groups;
}

std::vector<const CommandOutline*> all_commands(const CommandOutline& command) {
    std::vector<const CommandOutline*> found = {&command};
    for (const CommandOutline& child : command.commands) {
        const auto below = all_commands(child);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

}  // namespace lede::cli
