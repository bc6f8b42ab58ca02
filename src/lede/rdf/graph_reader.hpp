#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {

/// Told now and then how many more statements were read.
using StatementCounter = std::function<void(std::size_t)>;

/// Reads RDF files, of any of the four syntaxes and from anybody, into one graph. Names are schema:name, rdfs:label,
/// skos:prefLabel or foaf:name. Reifications, RDF 1.2 reifiers and named graphs become the sources of the statements
/// that they speak of; what is only denied, uncertain or claimed there is not in the graph. Articles and quotations
/// become records. Classes and properties become labels and a class tree, not nodes. Of `vocabularies`, only those are
/// used. A file of write_graph_file() may stand for an RDF file; a single one is opened as it is, with the labels that
/// it has. Throws InputError for the first file that cannot be read.
KnowledgeGraph read_graph(const std::vector<std::string>& files, const std::vector<std::string>& vocabularies = {},
                          const StatementCounter& counter = nullptr);

}  // namespace lede
