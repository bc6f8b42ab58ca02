// Command lines of any kind, an argument a line. They are parsed, and nothing is run.
#include <sstream>
#include <vector>

#include <cli/command_line_error.hpp>
#include <cli/make_app.hpp>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::vector<std::string> arguments;
    std::istringstream lines{std::string(fuzz::view(bytes, size))};
    for (std::string line; std::getline(lines, line);) arguments.push_back(line.substr(0, line.find('\0')));
    std::vector<const char*> pointers{"lede"};
    for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
    std::function<int()> run;
    const auto app = lede::cli::make_app(run);
    std::ostringstream said;
    try {
        app->parse(static_cast<int>(pointers.size()), pointers.data());
        fuzz::require(run != nullptr, "a command line that is right but calls nothing");
    } catch (const CLI::Success& wish) {  // --help and --version
        app->exit(wish, said, said);
        fuzz::require(!said.str().empty(), "a wish for help without an answer");
    } catch (const CLI::ParseError& error) {
        said << lede::cli::explain_parse_error(*app, error);
        fuzz::require(!said.str().empty(), "a wrong command line without a message");
    }
    return 0;
}
