#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace lede {

/// Receives a statement in the form of to_sortable for TriG: the graph, "!" for the default graph, then subject,
/// predicate and object as in N-Triples, and " .".
using StatementSink = std::function<void(std::string_view)>;

struct StatementOptions {
    std::string blank_prefix;  ///< as in RdfSource
    std::string graph;         ///< IRI for what is in no named graph; empty for the default graph
};

/// Reads an RDF file for a store: .nt, .nq, .ttl or .trig, also with .gz or .zst behind it, or "-", standard input, as
/// TriG. Triple terms of RDF 1.2 stay triple terms. N-Triples and N-Quads are read in bounded memory, however large the
/// file; Turtle and TriG are mapped, or held whole if they are packed. Throws InputError for a bad syntax and for an
/// IRI with a character that no IRI may have, which stores treat in various ways.
void read_statements(const std::string& path, const StatementOptions& options, const StatementSink& sink);

}  // namespace lede
