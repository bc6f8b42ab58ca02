#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <lede/base/diagnostic.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// One RDF statement as the ontology reader needs it. `object_is_iri` tells an IRI from a literal's text.
struct OntologyStatement {
    std::string subject;
    std::string predicate;
    std::string object;
    bool object_is_iri = false;
    std::size_t line = 0;  ///< of the Turtle file, from 1; 0 if unknown
};

/// Reads a file's statements and hands each to the callback; throws InputError for a syntax error. The rdf folder provides one.
using StatementReader = std::function<void(const std::filesystem::path&, const std::function<void(const OntologyStatement&)>&)>;

/// Adds the classes, properties and individuals of a Turtle file to the ontology.
/// Throws InputError (path, line, what to do) for an example without its two marks, a property without a kind, or a range
/// that is neither class nor datatype; unknown lede: terms, properties without examples and classes that are used but not declared are diagnostics.
void read_ontology(const std::filesystem::path& path, const StatementReader& reader, Ontology& ontology, const DiagnosticSink& sink);

/// Reads "{words|subject} … {words|object}" in either order; empty with a reason in `problem` if it is not of that form.
std::optional<Example> parse_example(std::string_view marked, std::string& problem);

}  // namespace lede
