#pragma once

#include <functional>
#include <memory>

#include <CLI/CLI.hpp>

namespace lede::cli {

/// The command line of the program: all its commands and options. Parsing a line does no work; it sets `run` to what
/// the called command does, whose result is the exit code. `run` must outlive the result, and the result every call of
/// `run`.
std::unique_ptr<CLI::App> make_app(std::function<int()>& run);

}  // namespace lede::cli
