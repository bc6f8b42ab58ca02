#pragma once

#include <string>
#include <string_view>

#include <lede/rdf/syntax.hpp>

namespace lede {

/// Whether the text may hold triple terms of RDF 1.2. May say yes for "<<" in a literal, never no for a triple term.
bool has_triple_terms(std::string_view bytes);

/// Serd knows RDF 1.1 alone: rewrites `… rdf:reifies <<( s p o )>>` into `… rdf:subject s; rdf:predicate p; rdf:object
/// o` (RDF 1.1, section "Reification"), keeping each line's number, of which the first is
/// `first_line`. Throws InputError for a triple term in another
/// place.
std::string expand_triple_terms(std::string_view bytes, Syntax syntax, const std::string& path,
                                std::size_t first_line = 1);

}  // namespace lede
