#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <lede/rdf/syntax.hpp>

namespace lede {

/// The parts of a line of N-Quads as they stand there, escapes and all; views into the line. An object may be a triple
/// term.
struct StatementParts {
    std::string_view subject;
    std::string_view predicate;
    std::string_view object;
    std::string_view graph;  ///< empty in the default graph
};

/// Splits a line as to_nquads gives it, with or without its " ." at the end. Throws Error for another form.
StatementParts split_statement(std::string_view line);
/// The three terms of a triple term `<<( s p o )>>`, without a graph. Throws Error.
StatementParts split_triple_term(std::string_view term);

/// The form in which statements are sorted by their bytes for RdfWriter: N-Quads, but with the graph in front ("!" for
/// the default graph, which comes first) where the syntax groups by graph.
std::string to_sortable(std::string_view nquad, Syntax syntax);

/// The line with each IRI replaced that `find` (given the IRI without its brackets) has another for; empty if it has
/// none. IRIs in triple terms are replaced too. A type statement about a replaced subject becomes an empty line: the
/// other IRI has its own.
std::string rename_iris(std::string_view nquad, const std::function<std::string(std::string_view)>& find);

}  // namespace lede
