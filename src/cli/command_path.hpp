#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace lede::cli {

/// Adds `lede path`. `run` is set, during parsing, to the work to do after it; it returns the exit code.
void add_path(CLI::App& app, std::function<int()>& run);

}  // namespace lede::cli
