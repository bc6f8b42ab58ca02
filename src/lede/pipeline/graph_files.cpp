#include <lede/pipeline/graph_files.hpp>
#include <lede/rdf/rdf_reader.hpp>

namespace lede {

GraphHeader read_graph_files(const std::vector<std::string>& files,
                             const std::function<void(const Quad&, std::size_t file)>& handler) {
    GraphHeader header;
    for (std::size_t file = 0; file < files.size(); ++file) {
        RdfSource source;
        source.path = files[file];
        source.blank_prefix = "f" + std::to_string(file + 1);
        source.on_prefix = [&](const std::string& name, const std::string& iri) {
            const auto [at, is_new] = header.prefixes.try_emplace(name, iri);
            if (!is_new && iri < at->second) at->second = iri;
        };
        source.on_base = [&](const std::string& iri) {
            header.base = !header.base || *header.base == iri ? iri : std::string();
        };
        source.on_triple_terms = [&] { header.triple_terms = true; };
        read_rdf_file(source, [&](const Quad& quad, std::size_t) {
            header.graphs |= !quad.graph.value.empty();
            handler(quad, file);
        });
    }
    return header;
}

}  // namespace lede
