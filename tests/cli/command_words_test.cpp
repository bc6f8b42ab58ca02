// Words for and about the command line, from an outline made by hand.
#include <string>

#include <support/catch.hpp>

#include "completions.hpp"
#include "help_text.hpp"
#include "man_page.hpp"
#include "nearest_word.hpp"

using namespace lede::cli;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

CommandOutline hostile_program() {
    OptionOutline option;
    option.names = {"-o", "--out-put"};
    option.value = "FILE";
    option.kind = ValueKind::file;
    option.group = "Options";
    option.description = "It's a \\path: [a-b] of \"Étoile\"";
    CommandOutline program;
    program.path = program.name = "lede";
    program.summary = "Reads ~ and ^";
    program.notes = "'tis a note.\n\n.dot begins this one.";
    program.examples = {"lede 'a' `b` \\c -o d"};
    program.options = {option};
    program.groups = {"Options"};
    return program;
}

}  // namespace

TEST_CASE("The nearest word has few typing errors, or begins with what was typed") {
    const std::vector<std::string> options = {"--provenance", "--property", "--to", "--top", "--json", "extract"};
    CHECK(find_nearest("--provenence", options) == "--provenance");
    CHECK(find_nearest("--pro", options) == "--property");
    CHECK(find_nearest("--prov", options) == "--provenance");
    CHECK(find_nearest("--josn", options) == "--json");
    CHECK(find_nearest("extarct", options) == "extract");
    CHECK(find_nearest("provenance", options) == "--provenance");
    CHECK(find_nearest("--frobnicate", options) == "");
    CHECK(find_nearest("-", options) == "");
    CHECK(find_nearest("", options) == "");
    CHECK(find_nearest(std::string(100000, 'x'), options) == "");
}

TEST_CASE("A man page keeps signs that roff would take for its own") {
    const CommandOutline program = hostile_program();
    const std::string page = to_man_page(program, program, "1.0");
    CHECK(contains(page, "\n\\(aqtis a note.\n"));
    CHECK(contains(page, "\n\\&.dot begins this one.\n"));
    CHECK(contains(page, "\\fB\\-o\\fR, \\fB\\-\\-out\\-put\\fR \\fIFILE\\fR\n"));
    CHECK(contains(page, "It\\(aqs a \\epath: [a\\-b] of \\(dq\\[u00C9]toile\\(dq.\n"));
    CHECK(contains(page, "lede \\(aqa\\(aq \\(gab\\(ga \\ec \\-o d\n"));
    CHECK(contains(page, "Reads \\(ti and \\(ha"));
}

TEST_CASE("Completions quote descriptions for their shell") {
    const CommandOutline program = hostile_program();
    CHECK(contains(to_zsh_completion(program), "--out-put=[It'\\''s a \\\\path\\: \\[a-b\\] of \"Étoile\"]:FILE:_files'"));
    CHECK(contains(to_fish_completion(program), "-l out-put -r -F -d 'It\\'s a \\\\path: [a-b] of \"Étoile\"'"));
}

TEST_CASE("Help wraps what is long, and begins descriptions in one column") {
    CommandOutline program = hostile_program();
    program.options.front().description = "one two three four five six seven eight nine ten";
    const std::string help = to_help(program, 50);
    CHECK(contains(help, "  -o, --out-put FILE    one two three four five\n"
                         "                        six seven eight nine ten\n"));
}
