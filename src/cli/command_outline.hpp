#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace lede::cli {

/// What a shell can complete the value of an option or an argument with.
enum class ValueKind { none, word, file, folder, path };

/// An option or an argument of a command, as its users see it.
struct OptionOutline {
    std::vector<std::string> names;    ///< "-o", "--output"; the one name of an argument: "FILE"
    std::string value;                 ///< what stands for its value: "FILE", "turtle|trig"; empty for a flag
    std::vector<std::string> choices;  ///< if its values are a closed set
    ValueKind kind = ValueKind::none;  ///< none for a flag
    std::string description;           ///< with the range and the default
    std::string group;
    bool required = false;
    bool repeatable = false;
};

/// A command with all that help, man pages and completions tell of it. Hidden commands and options are not in it.
struct CommandOutline {
    std::string path;   ///< "lede train facts"
    std::string name;   ///< "facts"
    std::string group;  ///< the heading that it stands below in the list of commands
    std::string summary;
    std::vector<OptionOutline> arguments;  ///< in their order
    std::vector<OptionOutline> options;
    std::vector<std::string> groups;    ///< of the options, in the order in which they are to be shown
    std::string notes;                  ///< paragraphs on what options do not tell, with an empty line between them
    std::vector<std::string> examples;  ///< a command line each
    std::vector<CommandOutline> commands;
};

/// The outline of a command and all below it.
CommandOutline outline_of(const CLI::App& command);

/// "FILE...", "[--to turtle|trig]": as a synopsis has it.
std::string usage_of(const OptionOutline& option);

/// The headings of the commands below one, in their order.
std::vector<std::string> command_groups(const CommandOutline& command);

/// The command and those below it, depth first.
std::vector<const CommandOutline*> all_commands(const CommandOutline& command);

}  // namespace lede::cli
