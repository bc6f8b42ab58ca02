#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <lede/ontology/ontology.hpp>

namespace lede::cli {

/// The command "train", which all trainings are under; made at the first call.
CLI::App& train_command(CLI::App& app);

/// The ontology of Turtle files and of folders, those in the order of their names and without SHACL shapes; the built-in one if no
/// paths are given. Throws InputError.
Ontology read_ontologies(const std::vector<std::string>& paths);

}  // namespace lede::cli
