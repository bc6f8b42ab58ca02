#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace lede::cli {

/// Describes the program and all its commands. When a command is called, `run` is set to its work while the command
/// line is parsed; nothing is done by then. Both must outlive the parsing.
void add_commands(CLI::App& app, std::function<int()>& run);

}  // namespace lede::cli
