#pragma once

#include <map>
#include <string>

#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/syntax.hpp>
#include <lede/store/http_client.hpp>

namespace lede {

/// What is asked for as the answer of CONSTRUCT and DESCRIBE, and of SELECT and ASK.
inline constexpr const char* graph_types = "application/n-triples, text/turtle;q=0.9";
inline constexpr const char* results_types = "application/sparql-results+json";

/// Writes the graph that a store answered with, its statements sorted and each once. Throws StoreError if the answer is
/// no Turtle or N-Triples, InputError if it is faulty, and what the sink throws.
void write_constructed(const HttpResponse& response, Syntax syntax, const std::map<std::string, std::string>& prefixes,
                       const TextSink& sink);

}  // namespace lede
