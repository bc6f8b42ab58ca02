#pragma once

#include <filesystem>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/data_folder.hpp>

namespace lede {

/// The built-in ontology and the files given, in this order. Without the core, its classes stay, since the models speak
/// of them, but none of its properties. Throws InputError; doubts go to the sink, but none about the core.
Ontology read_ontology_files(const DataFolder& folder, bool core, const std::vector<std::filesystem::path>& more,
                             const DiagnosticSink& diagnostics);

}  // namespace lede
