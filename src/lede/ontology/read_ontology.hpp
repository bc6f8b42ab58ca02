#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// One RDF statement as the ontology reader needs it. `object_is_iri` tells an IRI from a literal's text.
struct OntologyStatement {
    std::string subject;
    std::string predicate;
    std::string object;
    bool object_is_iri = false;
    std::string language;  ///< of a literal; empty if it has none
    std::size_t line = 0;  ///< of the Turtle file, from 1; 0 if unknown
};

/// Reads a file's statements and hands each to the callback; throws InputError for a syntax error. The rdf folder
/// provides one.
using StatementReader =
    std::function<void(const std::filesystem::path&, const std::function<void(const OntologyStatement&)>&)>;

/// Adds the classes, properties and individuals of a Turtle file to the ontology.
/// Throws InputError (path, line, what to do) for an example without its two marks, a property without a kind, or a
/// range that is neither class nor datatype; unknown lede: terms and things without a name are diagnostics. A property
/// or class that the ontology already has may be added to without saying again what it is. Nouns and examples that are
/// not English are left out.
void read_ontology(const std::filesystem::path& path, const StatementReader& reader, Ontology& ontology,
                   const DiagnosticSink& sink);

/// Doubts that only show when all files are read: properties without examples, and classes that are used but not
/// declared. Throws Error if a class is below more than a thousand others.
void check_ontology(const Ontology& ontology, const DiagnosticSink& sink);

/// Reads the files in their order into one ontology and checks it.
Ontology read_ontologies(const std::vector<std::filesystem::path>& paths, const StatementReader& reader,
                         const DiagnosticSink& sink);

/// Reads "{words|subject} … {words|object}" in either order; empty with a reason in `problem` if it is not of that
/// form.
std::optional<Example> parse_example(std::string_view marked, std::string& problem, bool positive = true);

}  // namespace lede
