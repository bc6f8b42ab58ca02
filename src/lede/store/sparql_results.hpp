#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lede/rdf/term.hpp>
#include <lede/store/store_error.hpp>

namespace lede {

/// A value of a solution.
struct ResultTerm {
    enum class Kind { iri, literal, blank, triple };

    Kind kind = Kind::iri;
    std::string value;              ///< the IRI, the lexical form, or the label without "_:"; empty for a triple
    std::string datatype;           ///< empty for xsd:string and for text with a language
    std::string language;           ///< in lower case
    std::vector<ResultTerm> parts;  ///< of a triple term (SPARQL 1.2): subject, predicate, object

    bool operator==(const ResultTerm&) const = default;
};

/// The solutions of a SELECT in the store's order, or the answer of an ASK.
struct SparqlResults {
    std::vector<std::string> variables;  ///< without "?", in the query's order
    /// One value a variable; absent where it is not bound.
    std::vector<std::vector<std::optional<ResultTerm>>> rows;
    std::optional<bool> boolean;  ///< of an ASK; then there are no variables and rows

    /// The value of a variable; null if there is no such variable, or it is not bound.
    const ResultTerm* cell(std::size_t row, std::string_view variable) const;
};

/// Reads "SPARQL 1.1 Query Results JSON Format" with the triple terms of 1.2. Blank nodes are named b0, b1, … in the
/// order in which they come, whatever the store calls them. Accepted beside the letter of the format: "typed-literal"
/// of its first drafts and "__ASK_RETVAL", both from Virtuoso. Throws StoreError for all else, cut-off text included.
SparqlResults parse_sparql_results(std::string_view json);

/// The value as N-Triples, a triple term as <<( s p o )>>.
std::string to_ntriples(const ResultTerm& term);

}  // namespace lede
