#pragma once

#include <cstddef>
#include <string>

#include <CLI/CLI.hpp>

#include "command_outline.hpp"

namespace lede::cli {

/// The text of --help, in lines of at most `width` columns where words allow it.
std::string to_help(const CommandOutline& command, std::size_t width = 80);

/// What stands for a help when the program is called with nothing: usage, the commands, where to read on.
std::string to_short_help(const CommandOutline& program);

/// Hands to_help() to the option parser; under --help-all the help of all commands below, one after the other.
class HelpFormatter : public CLI::FormatterBase {
  public:
    std::string make_help(const CLI::App* command, std::string name, CLI::AppFormatMode mode) const override;
};

}  // namespace lede::cli
