#pragma once

#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/mention.hpp>

namespace lede {

/// Pronouns that may stand for an entity: personal, possessive and relative ones, without an entity yet. Sorted.
std::vector<Mention> find_pronouns(const Document& document);

/// Definite descriptions whose noun stands for a class of the ontology ("the series", "her latest film"), without an entity yet. Tokens in
/// `taken` (one flag a token) are passed over. Sorted by head.
std::vector<Mention> find_descriptions(const Document& document, const ClassNouns& nouns, const std::vector<bool>& taken);

/// Noun phrases that may be the value of a string property: "chief executive", "head of drama", "ballet drama". Each phrase is offered
/// whole, without its first modifiers, and with a following "of" or "for" phrase; a reader of the context chooses.
std::vector<Mention> find_phrases(const Document& document, const std::vector<bool>& taken);

}  // namespace lede
