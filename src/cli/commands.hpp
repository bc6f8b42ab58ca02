#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace lede::cli {

// One function a command, in command_<verb>.cpp: adds the subcommand with its options. When it is the one that was
// called, `run` is set to the work, which main() does after parsing; its result is the exit code.

void add_extract(CLI::App& app, std::function<int()>& run);
void add_explain(CLI::App& app, std::function<int()>& run);
void add_show(CLI::App& app, std::function<int()>& run);
void add_neighbors(CLI::App& app, std::function<int()>& run);
void add_path(CLI::App& app, std::function<int()>& run);
void add_rank(CLI::App& app, std::function<int()>& run);
void add_stats(CLI::App& app, std::function<int()>& run);
void add_merge(CLI::App& app, std::function<int()>& run);
void add_index(CLI::App& app, std::function<int()>& run);
void add_export(CLI::App& app, std::function<int()>& run);
void add_names(CLI::App& app, std::function<int()>& run);
void add_tuples(CLI::App& app, std::function<int()>& run);
void add_parse(CLI::App& app, std::function<int()>& run);
void add_train_language(CLI::App& app, std::function<int()>& run);
void add_train_vectors(CLI::App& app, std::function<int()>& run);
void add_train_names(CLI::App& app, std::function<int()>& run);
void add_train_facts(CLI::App& app, std::function<int()>& run);

}  // namespace lede::cli
