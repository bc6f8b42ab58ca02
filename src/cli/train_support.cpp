#include "train_support.hpp"

#include <algorithm>
#include <filesystem>

#include <lede/ontology/read_ontology.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/rdf/rdf_reader.hpp>

namespace lede::cli {

CLI::App& train_command(CLI::App& app) {
    for (CLI::App* there : app.get_subcommands([](CLI::App* command) { return command->get_name() == "train"; })) return *there;
    CLI::App* made = app.add_subcommand("train", "Train the models from annotated text");
    made->require_subcommand(1);
    return *made;
}

Ontology read_ontologies(const std::vector<std::string>& paths) {
    if (paths.empty()) return read_ontologies({find_data_folder().ontology.string()});
    Ontology ontology;
    for (const std::string& path : paths) {
        std::vector<std::filesystem::path> files;
        if (!std::filesystem::is_directory(path)) {
            files.emplace_back(path);
        } else {
            for (const auto& entry : std::filesystem::directory_iterator(path))
                if (entry.path().extension() == ".ttl" && entry.path().stem() != "shapes") files.push_back(entry.path());
            std::sort(files.begin(), files.end());
        }
        for (const auto& file : files) read_ontology(file, make_statement_reader<OntologyStatement>(), ontology, [](const Diagnostic&) {});
    }
    return ontology;
}

}  // namespace lede::cli
