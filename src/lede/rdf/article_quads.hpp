#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/model/facts.hpp>
#include <lede/rdf/syntax.hpp>

namespace lede {

/// How much is written about where a fact is from: nothing; a named graph an article; or for each fact a node with its
/// sentence, its confidence and its status, as RDF 1.1 reification or as an RDF 1.2 reifier.
enum class Provenance { none, graph, sentence, rdf12 };

std::optional<Provenance> parse_provenance(std::string_view name);
const char* to_string(Provenance provenance);

/// What can be written in this syntax: `graph` needs TriG or N-Quads, else it is `none`, and the sink is told.
Provenance usable_provenance(Provenance wanted, Syntax syntax, const DiagnosticSink& sink);

/// What made the graph, so that it can be made again.
struct Activity {
    std::string version;  ///< of the program
    std::string options;  ///< as on a command line, those that change the result
    std::string model;    ///< checksum of models and ontology
};

struct RdfOptions {
    std::string base = "https://example.org/";
    Provenance provenance = Provenance::none;
    double min_confidence = 0;  ///< facts below are left out
    std::unordered_set<std::string>
        symmetric;  ///< IRIs of symmetric properties: each pair is written once, in the order of its names
    Activity activity;
};

/// The article's IRI under these options.
std::string iri_of(const ArticleInfo& article, const RdfOptions& options);
/// The entity's IRI: the ontology's if it knows the individual, else made of class and name. What has no name is a part of its article.
std::string iri_of(const Entity& entity, const ArticleInfo& article, const RdfOptions& options);

/// The fact's property: the vocabulary's, or for an open fact one made of its phrase, `<base>property/<phrase>`.
std::string property_iri_of(const Fact& fact, const RdfOptions& options);

/// The article as statements: lines of N-Quads (`<s> <p> <o> .`, with the graph before the point if there is one),
/// sorted by their bytes, each once, without line ends. With Provenance::rdf12 the object of rdf:reifies is a triple
/// term of RDF 1.2. The property of an open fact is described: a lede:OpenProperty with its phrase as label. Only asserted facts are in the plain graph; the others appear, unasserted, in the provenance of
/// `sentence` and `rdf12`.
std::vector<std::string> to_nquads(const ArticleFacts& facts, const RdfOptions& options);

}  // namespace lede
