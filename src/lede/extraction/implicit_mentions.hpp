#pragma once

#include <vector>

#include <lede/extraction/mention.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// What each sentence may be about without mentioning it: "The executive producers are A and B" in an article on a series. For every
/// top class of the ontology, the entity that was mentioned last before the sentence, and the one mentioned most so far; none that the sentence
/// itself mentions. `mentions` are sorted and resolved. The result is sorted by sentence.
std::vector<Mention> find_implicit_mentions(const Document& document, const std::vector<Entity>& entities,
                                            const std::vector<Mention>& mentions, const Ontology& ontology);

}  // namespace lede
