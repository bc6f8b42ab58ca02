#include <lede/ontology/read_ontology.hpp>
#include <lede/pipeline/ontology_files.hpp>
#include <lede/rdf/rdf_reader.hpp>

namespace lede {

Ontology read_ontology_files(const DataFolder& folder, bool core, const std::vector<std::filesystem::path>& more,
                             const DiagnosticSink& diagnostics) {
    const auto reader = make_statement_reader<OntologyStatement>();
    std::vector<std::filesystem::path> paths = more;
    if (core) {
        const auto own = folder.ontology_files();
        paths.insert(paths.begin(), own.begin(), own.end());
        return read_ontologies(paths, reader, diagnostics);
    }
    Ontology ontology;
    for (const std::filesystem::path& path : paths) read_ontology(path, reader, ontology, diagnostics);
    const Ontology own = read_ontologies(folder.ontology_files(), reader, {});
    for (const OntologyClass& item : own.classes()) ontology.add(item);
    check_ontology(ontology, diagnostics);
    return ontology;
}

}  // namespace lede
