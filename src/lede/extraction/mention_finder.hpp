#pragma once

#include <vector>

#include <lede/extraction/mention.hpp>

namespace lede {

/// Pronouns that may stand for an entity: personal, possessive and relative ones, without an entity yet. Sorted.
std::vector<Mention> find_pronouns(const Document& document);

/// The nouns of definite descriptions ("the series", "her latest film", "the 34-year-old", "Nord's rival"), without an entity yet. Tokens
/// in `taken` (one flag a token) are passed over. Sorted.
std::vector<Mention> find_descriptions(const Document& document, const std::vector<bool>& taken);

/// Noun phrases that may be the value of a string property: "chief executive", "head of drama", "ballet drama". Each phrase is offered
/// whole, without its first modifiers, and with a following "of" or "for" phrase; a reader of the context chooses.
std::vector<Mention> find_phrases(const Document& document, const std::vector<bool>& taken);

}  // namespace lede
