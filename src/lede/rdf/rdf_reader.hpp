#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <lede/rdf/syntax.hpp>
#include <lede/rdf/term.hpp>

namespace lede {

/// Receives a statement and the line (from 1) on which it ends.
using QuadHandler = std::function<void(const Quad&, std::size_t line)>;

/// What a reader is told besides the bytes.
struct RdfSource {
    std::string path;          ///< for messages and, as a file IRI, to resolve relative IRIs
    std::string blank_prefix;  ///< put before the labels of blank nodes, so that those of several files stay apart
    /// Called for each prefix and each base that the file declares; may be empty.
    std::function<void(const std::string& prefix, const std::string& iri)> on_prefix;
    std::function<void(const std::string& iri)> on_base;
    std::function<void()> on_triple_terms;  ///< called once if the file may hold triple terms of RDF 1.2; may be empty
};

/// Reads RDF and hands over each statement in the order of the text, CURIEs and relative IRIs expanded.
/// `<< >>` of RDF 1.2 is understood where it is the object of rdf:reifies: the reifier then gets rdf:subject,
/// rdf:predicate and rdf:object instead. Throws InputError (path, line, column, what to do) at the first error, and
/// whatever the handler throws.
void read_rdf(std::string_view bytes, Syntax syntax, const RdfSource& source, const QuadHandler& handler);

/// Reads a file in the syntax of its suffix; "-" is standard input, read as TriG, of which Turtle and N-Triples are a
/// part. Throws InputError also for a suffix that tells no syntax.
void read_rdf_file(const std::filesystem::path& path, const QuadHandler& handler);
void read_rdf_file(RdfSource source, const QuadHandler& handler);

/// A reader for those who take statements one by one in a type of their own with the members subject, predicate,
/// object, object_is_iri, language and line, such as OntologyStatement. A blank node comes with its "_:", as an object
/// that is no IRI.
template <class Statement>
std::function<void(const std::filesystem::path&, const std::function<void(const Statement&)>&)>
make_statement_reader() {
    return [](const std::filesystem::path& path, const std::function<void(const Statement&)>& handler) {
        auto text = [](const Term& term) { return term.kind == Term::Kind::blank ? "_:" + term.value : term.value; };
        read_rdf_file(path, [&](const Quad& quad, std::size_t line) {
            Statement statement;
            statement.subject = text(quad.subject);
            statement.predicate = quad.predicate;
            statement.object = text(quad.object);
            statement.object_is_iri = quad.object.is_iri();
            statement.language = quad.object.language;
            statement.line = line;
            handler(statement);
        });
    };
}

}  // namespace lede
