#pragma once

#include <string>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/extract_articles.hpp>
#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/syntax.hpp>

namespace lede {

struct GraphOptions {
    RdfOptions rdf;
    Syntax syntax = Syntax::turtle;
    TextSink rejected = {};  ///< gets rejected_lines() of each article, in the order of the articles; may be empty
};

/// Reads articles into facts, as extract_articles() does, and writes them as one RDF graph in one order, each statement
/// once: neither the number of threads nor the order of the inputs changes a byte, and memory does not grow with their
/// number. Nothing is handed to `sink` before all articles are read, and nothing at all if none could be. Symmetric
/// properties are those of the ontology.
RunCounts write_graph(const std::vector<std::string>& inputs, const RunOptions& run, const ArticleExtractor& extract,
                      const Ontology& ontology, GraphOptions options, const TextSink& sink,
                      const DiagnosticSink& diagnostics);

}  // namespace lede
