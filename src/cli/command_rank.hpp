#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace lede::cli {

/// Adds `lede rank`. `run` is set, during parsing, to the work to do after it; it returns the exit code.
void add_rank(CLI::App& app, std::function<int()>& run);

}  // namespace lede::cli
