#pragma once

#include <vector>

#include <lede/extraction/mention.hpp>
#include <lede/extraction/pronoun_list.hpp>
#include <lede/extraction/property_table.hpp>
#include <lede/extraction/thing_finder.hpp>

namespace lede {

/// Adds what may be an argument of a property though nothing names it, as far as the table admits it: pronouns that
/// were not found to mean anything, those of one group standing for one entity, and phrases that may be things of
/// classes that the recogniser does not know, with an entity for each wording and each class that the wanted properties
/// ask for. `mentions` are all others of the document, sorted, and stay so.
void add_unnamed(const Document& document, const PronounList& pronouns, const ThingFinder& things,
                 const PropertyTable& table, const PropertySet& wanted, std::vector<Entity>& entities,
                 std::vector<Mention>& mentions);

/// Takes away the unnamed entities that no fact speaks of, and gives the others a class that the facts ask for.
void settle_unnamed(const Ontology& ontology, ArticleFacts& article);

}  // namespace lede
