#include <utility>

#include <lede/pipeline/entity_joins.hpp>
#include <lede/pipeline/line_sorter.hpp>
#include <lede/pipeline/rejected_lines.hpp>
#include <lede/pipeline/write_graph.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

namespace {

/// An article's statements and the IRIs of its entities.
struct ArticleLines {
    std::vector<std::string> nquads;
    std::vector<std::pair<std::string, std::string>> entities;  // IRI and class

    ArticleLines(const ArticleFacts& facts, const RdfOptions& options) : nquads(to_nquads(facts, options)) {
        for (const auto& entity : facts.entities) entities.emplace_back(iri_of(entity, facts.article, options), entity.class_iri);
    }
};

RdfOptions with_symmetric(RdfOptions options, const Ontology& ontology) {
    for (const auto& property : ontology.properties()) {
        if (property.symmetric) options.symmetric.insert(property.iri);
    }
    return options;
}

/// Hands the sorted statements to the writer; sorts them anew where joining entities, or the syntax, changes the order.
void write_lines(LineSorter& lines, const EntityJoins* joins, const GraphOptions& options, const TextSink& sink) {
    RdfWriter writer({.syntax = options.syntax, .base = options.rdf.base, .prefixes = {}}, sink);
    const auto write = [&](std::string_view line) { writer.write(line); };
    const bool by_graph = options.syntax == Syntax::trig;
    if (!joins && !by_graph) {
        lines.merge(write);
    } else {
        LineSorter again;
        lines.merge([&](std::string_view line) {
            const std::string joined = joins ? joins->apply(line) : std::string(line);
            if (!joined.empty()) again.add(to_sortable(joined, options.syntax));
        });
        again.merge(write);
    }
    writer.finish();
}

}  // namespace

RunCounts write_graph(const std::vector<std::string>& inputs, const RunOptions& run, const ArticleExtractor& extract,
                      const Ontology& ontology, GraphOptions options, const TextSink& sink,
                      const DiagnosticSink& diagnostics) {
    options.rdf = with_symmetric(std::move(options.rdf), ontology);
    options.rdf.provenance = usable_provenance(options.rdf.provenance, options.syntax, diagnostics);
    LineSorter lines;
    EntityJoins joins(options.rdf.base);
    const auto prepare = [&](ArticleFacts&& facts) -> std::function<void()> {
        return [&, article = ArticleLines(facts, options.rdf), rejected = options.rejected ? rejected_lines(facts) : std::string()] {
            if (!rejected.empty()) options.rejected(rejected);
            for (const auto& line : article.nquads) lines.add(line);
            for (const auto& [iri, class_iri] : article.entities) joins.note(iri, class_iri);
        };
    };
    const RunCounts counts = extract_articles(inputs, run, extract, prepare, diagnostics);
    if (counts.articles == 0) return counts;
    const bool any_joins = joins.find(ontology);
    write_lines(lines, any_joins ? &joins : nullptr, options, sink);
    return counts;
}

}  // namespace lede
