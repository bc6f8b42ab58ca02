#include "man_page.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <sstream>

#include <lede/base/utf8.hpp>

namespace lede::cli {

namespace {

/// Text as roff shows it letter by letter: groff_char(7) has the names. Hyphens become minus signs, which can be copied
/// from an option; quotes, carets and the like stay straight.
std::string escape(const std::string& text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        switch (code) {
            case '\\':
                escaped += "\\e";
                break;
            case '-':
                escaped += "\\-";
                break;
            case '\'':
                escaped += "\\(aq";
                break;
            case '`':
                escaped += "\\(ga";
                break;
            case '^':
                escaped += "\\(ha";
                break;
            case '~':
                escaped += "\\(ti";
                break;
            case '"':
                escaped += "\\(dq";
                break;
            default:
                if (code < 0x80) {
                    escaped += static_cast<char>(code);
                } else {
                    char name[16];
                    std::snprintf(name, sizeof name, "\\[u%04X]", static_cast<unsigned>(code));
                    escaped += name;
                }
        }
    }
    return escaped;
}

/// A line of text; one that begins with a dot would be a request.
std::string line(const std::string& text) {
    const std::string escaped = escape(text);
    return (escaped.starts_with('.') ? "\\&" : "") + escaped + "\n";
}

std::string bold(const std::string& text) {
    return "\\fB" + escape(text) + "\\fR";
}
std::string italic(const std::string& text) {
    return "\\fI" + escape(text) + "\\fR";
}

std::string sentence(std::string text) {
    if (!text.empty() && !text.ends_with('.')) text += '.';
    return text;
}

std::string paragraphs(const std::string& notes) {
    std::istringstream lines(notes);
    std::string text;
    bool first = true;
    for (std::string one; std::getline(lines, one); first = false)
        text += one.empty() ? ".PP\n" : (first ? ".PP\n" : "") + line(one);
    return text;
}

/// "\fB\-o\fR, \fB\-\-output\fR \fIFILE\fR"
std::string term_of(const OptionOutline& option) {
    std::string text;
    const bool argument = option.names.front().front() != '-';
    for (const std::string& name : option.names)
        text += (text.empty() ? "" : ", ") + (argument ? italic(name) : bold(name));
    if (argument || option.value.empty()) return text;
    if (option.choices.empty()) return text + " " + italic(option.value);
    std::string choices;
    for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : "|") + bold(choice);
    return text + " " + choices;
}

std::string usage_in_roff(const OptionOutline& option) {
    const bool argument = option.names.front().front() != '-';
    std::string text = argument ? italic(option.names.front()) : bold(option.names.front());
    if (!argument && !option.value.empty()) text += "\\ " + italic(option.value);
    if (option.repeatable) text += "...";
    return option.required ? text : "[" + text + "]";
}

std::string synopsis(const CommandOutline& command) {
    std::string text = ".SH SYNOPSIS\n" + bold(command.path);
    for (const OptionOutline& option : command.options)
        if (option.required) text += " " + usage_in_roff(option);
    text += " [" + italic("OPTIONS") + "]";
    for (const OptionOutline& argument : command.arguments) text += " " + usage_in_roff(argument);
    if (!command.commands.empty()) text += " " + italic("COMMAND");
    return text + "\n";
}

std::string entries(const std::vector<OptionOutline>& options, const std::string& group) {
    std::string text;
    for (const OptionOutline& option : options)
        if (group.empty() || option.group == group)
            text += ".TP\n" + term_of(option) + "\n" + line(sentence(option.description));
    return text;
}

std::string options(const CommandOutline& command) {
    std::string text;
    if (!command.arguments.empty()) text += ".SH ARGUMENTS\n" + entries(command.arguments, "");
    text += ".SH OPTIONS\n";
    for (const std::string& group : command.groups)
        text += (command.groups.size() > 1 ? ".SS " + escape(group) + "\n" : "") + entries(command.options, group);
    return text;
}

std::string commands(const CommandOutline& command) {
    if (command.commands.empty()) return {};
    std::string text = ".SH COMMANDS\n";
    const std::vector<std::string> groups = command_groups(command);
    for (const std::string& group : groups) {
        if (groups.size() > 1) text += ".SS " + escape(group) + "\n";
        for (const CommandOutline& child : command.commands)
            if (child.group == group)
                text += ".TP\n.BR " + escape(man_page_name(child)) + " (1)\n" + line(sentence(child.summary));
    }
    return text;
}

std::string examples(const CommandOutline& command) {
    if (command.examples.empty()) return {};
    std::string text = ".SH EXAMPLES\n.EX\n";
    for (const std::string& example : command.examples) text += line(example);
    return text + ".EE\n";
}

constexpr const char* common_sections =
    ".SH \"EXIT STATUS\"\n"
    ".TP\n.B 0\nAll was done.\n"
    ".TP\n.B 1\nSomething in the data, the files or another program failed; a message on standard error says what. "
    "Articles that\n"
    "could be read are in the output nevertheless.\n"
    ".TP\n.B 2\nThe command line was wrong, and nothing was read or written.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B NO_COLOR\nIf it is set and not empty, nothing is coloured. Colours are for terminals alone in any case.\n"
    ".SH FILES\n"
    "They lie beside the program: where that is\n.IR PREFIX /bin/lede,\nthey are in\n.IR PREFIX /share/lede.\n"
    ".TP\n.I english/\nThe models of English, word lists and names.\n"
    ".TP\n.I ontology/\nThe built\\-in ontology in Turtle.\n";

/// The program, the command above, and those beside and below; \% keeps their names on one line.
std::string see_also(const CommandOutline& command, const CommandOutline& program) {
    std::vector<std::string> names;
    for (const CommandOutline* one : all_commands(program)) {
        const std::string parent = one->path.substr(0, one->path.rfind(' '));
        if (one->path == command.path) continue;
        if (one == &program || parent == command.path || parent == command.path.substr(0, command.path.rfind(' ')))
            names.push_back(man_page_name(*one));
    }
    std::string text = ".SH \"SEE ALSO\"\n";
    for (const std::string& name : names)
        text += ".BR \\%" + escape(name) + " (1)" + (&name == &names.back() ? "\n" : ",\n");
    return text;
}

}  // namespace

std::string man_page_name(const CommandOutline& command) {
    std::string name = command.path;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string to_man_page(const CommandOutline& command, const CommandOutline& program, const std::string& version) {
    const std::string name = man_page_name(command);
    std::string title = name;
    std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return std::toupper(c); });
    std::string summary = command.summary;
    if (summary.ends_with('.')) summary.pop_back();
    return ".TH " + escape(title) + " 1 \"\" \"lede " + escape(version) + "\" \"User Commands\"\n" + ".SH NAME\n" +
           escape(name) + " \\- " + escape(summary) + "\n" + synopsis(command) + ".SH DESCRIPTION\n" +
           line(sentence(command.summary)) + paragraphs(command.notes) + commands(command) + options(command) +
           examples(command) + common_sections + see_also(command, program);
}

}  // namespace lede::cli
