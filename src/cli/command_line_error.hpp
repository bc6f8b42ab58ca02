#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}

namespace lede::cli {

/// What is wrong with a command line, with the nearest command, option or value where a word of it is unknown, and
/// where to read on. `app` is what threw the error.
std::string explain_parse_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace lede::cli
