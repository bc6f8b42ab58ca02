#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <lede/base/file.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/merge_graphs.hpp>
#include <lede/rdf/syntax.hpp>

namespace lede::cli {

/// What the commands have in common that read RDF files and write one.
struct MergedOutputOptions {
    std::vector<std::string> files;
    std::string output = "-";
    std::string syntax;
    bool overwrite = false;
};

/// Adds FILE…, -o, --to and --overwrite.
void add_merged_output(CLI::App& command, MergedOutputOptions& options);

/// That of --to, else of the output's suffix. Throws UsageError.
Syntax choose_syntax(const MergedOutputOptions& options);

/// Reads the graphs, with a line of progress on a terminal.
MergedGraph read_merged(const std::vector<std::string>& files, MergeGraphsOptions options);

/// Writes the graph and says what a reader of the output may not expect.
void write_merged(MergedGraph& graph, Syntax syntax, AtomicOutput& output);

/// The built-in ontology with these files.
Ontology read_ontology_with(const std::vector<std::string>& files);

}  // namespace lede::cli
