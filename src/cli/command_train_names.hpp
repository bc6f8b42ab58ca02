#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace lede::cli {

/// Adds `lede train names`. `run` is set, during parsing, to the work to do after it; it returns the exit code.
/// The subcommand "train" is made if it is not there yet.
void add_train_names(CLI::App& app, std::function<int()>& run);

}  // namespace lede::cli
