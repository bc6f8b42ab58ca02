#include <vector>

#include "completions.hpp"

namespace lede::cli {

namespace {

/// `"lede extract -o"|"lede extract --output"`: the option's names behind the command's, as patterns.
std::string patterns(const CommandOutline& command, const OptionOutline& option) {
    std::string text;
    for (const std::string& name : option.names)
        text += (text.empty() ? "\"" : "|\"") + command.path + " " + name + "\"";
    return text;
}

std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/// What completes a value: an assignment, or nothing for a free word.
std::string completion_of(const OptionOutline& option) {
    if (!option.choices.empty()) return "words=\"" + join(option.choices) + "\"";
    if (option.kind == ValueKind::folder) return "kind=folder";
    return option.kind == ValueKind::file || option.kind == ValueKind::path ? "kind=file" : ":";
}

/// The branches for the words before: commands go deeper, an option takes its value along.
std::string walk_branches(const std::vector<const CommandOutline*>& commands) {
    std::string deeper;
    std::string valued;
    for (const CommandOutline* command : commands) {
        for (const CommandOutline& child : command->commands)
            deeper += (deeper.empty() ? "\"" : "|\"") + child.path + "\"";
        for (const OptionOutline& option : command->options)
            if (!option.value.empty()) valued += (valued.empty() ? "" : "|") + patterns(*command, option);
    }
    return "            " + deeper + ") command+=\" $word\" ;;\n" + "            " + valued + ")\n" +
           "                [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))\n"
           "                ((i++)) ;;\n";
}

std::string value_branches(const std::vector<const CommandOutline*>& commands) {
    std::string text;
    for (const CommandOutline* command : commands)
        for (const OptionOutline& option : command->options)
            if (!option.value.empty())
                text += "        " + patterns(*command, option) + ") " + completion_of(option) + " ;;\n";
    return text;
}

std::string option_branches(const std::vector<const CommandOutline*>& commands) {
    std::string text;
    for (const CommandOutline* command : commands) {
        std::string names;
        for (const OptionOutline& option : command->options) names += (names.empty() ? "" : " ") + join(option.names);
        text += "                \"" + command->path + "\") words=\"" + names + "\" ;;\n";
    }
    return text;
}

/// By how many arguments are there already; the last one may come again.
std::string argument_branches(const std::vector<const CommandOutline*>& commands) {
    std::string text;
    for (const CommandOutline* command : commands) {
        if (!command->commands.empty()) {
            std::vector<std::string> names;
            for (const CommandOutline& child : command->commands) names.push_back(child.name);
            text += "                \"" + command->path + " 0\") words=\"" + join(names) + "\" ;;\n";
        }
        for (std::size_t at = 0; at < command->arguments.size(); ++at) {
            const OptionOutline& argument = command->arguments[at];
            const std::string count = argument.repeatable ? "\"*" : std::to_string(at) + "\"";
            text += "                \"" + command->path + " " + count + ") " + completion_of(argument) + " ;;\n";
        }
    }
    return text;
}

}  // namespace

std::string to_bash_completion(const CommandOutline& program) {
    const auto commands = all_commands(program);
    return "# bash completion of lede, as \"lede completion bash\" writes it.\n"
           "_lede() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
           "    local command=lede count=0 words= kind= word i\n"
           "    # Bash parts --option=value into three words.\n"
           "    if [[ $current == = ]]; then\n"
           "        current=\n"
           "    elif [[ $previous == = ]]; then\n"
           "        previous=${COMP_WORDS[COMP_CWORD - 2]}\n"
           "    fi\n"
           "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
           "        word=${COMP_WORDS[i]}\n"
           "        case \"$command $word\" in\n" +
           walk_branches(commands) +
           "            *) [[ $word == -?* ]] || ((count++)) ;;\n"
           "        esac\n"
           "    done\n"
           "    case \"$command $previous\" in\n" +
           value_branches(commands) +
           "        *)\n"
           "            if [[ $current == -* ]]; then case $command in\n" +
           option_branches(commands) + "            esac; else case \"$command $count\" in\n" +
           argument_branches(commands) +
           "            esac; fi ;;\n"
           "    esac\n"
           "    COMPREPLY=()\n"
           "    case $kind in\n"
           "        file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$current\") ;;\n"
           "        folder) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- \"$current\") ;;\n"
           "        *) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\") ;;\n"
           "    esac\n"
           "}\n"
           "complete -F _lede lede\n";
}

}  // namespace lede::cli
