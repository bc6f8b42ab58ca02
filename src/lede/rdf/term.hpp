#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace lede {

/// An RDF term by value.
struct Term {
    enum class Kind { iri, literal, blank };

    Kind kind = Kind::iri;
    std::string value;     ///< the IRI, the lexical form (unescaped UTF-8), or the label without "_:"
    std::string datatype;  ///< IRI of a literal's datatype; empty for xsd:string and for text with a language
    std::string language;  ///< tag in lower case; empty if none

    auto operator<=>(const Term&) const = default;
    bool is_iri() const { return kind == Kind::iri; }
    bool is_literal() const { return kind == Kind::literal; }
};

Term make_iri(std::string_view iri);
/// `datatype` empty or xsd:string gives a plain string.
Term make_literal(std::string_view lexical, std::string_view datatype = {});

/// An RDF statement; a graph with an empty value is the default graph.
struct Quad {
    Term subject;
    std::string predicate;  ///< IRI
    Term object;
    Term graph;

    auto operator<=>(const Quad&) const = default;
};

/// The term as N-Triples, canonical: UTF-8 as it is, and only the escapes that must be (RDF 1.2 N-Triples, section 4).
std::string to_ntriples(const Term& term);
void append_ntriples(std::string& line, const Term& term);
/// Appends an IRI in its angle brackets; characters that N-Triples does not allow in one are written as \u escapes.
void append_iri(std::string& line, std::string_view iri);
/// Appends the quoted lexical form, without datatype or language.
void append_quoted(std::string& line, std::string_view lexical);

/// The statement as a line of N-Quads without the line end: `<s> <p> <o> <g> .`, without <g> in the default graph.
std::string to_nquad(const Quad& quad);

}  // namespace lede
