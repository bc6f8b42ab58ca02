#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <lede/extraction/mention.hpp>
#include <lede/extraction/reference_lexicon.hpp>

namespace lede {

/// A pronoun or description, looked at once, so that it can be compared with many antecedents.
struct Reference {
    const Mention* mention = nullptr;
    const Pronoun* pronoun = nullptr;  ///< null for a description
    std::uint64_t kind = 0;            ///< of a pronoun, its group; of a description, whether it is one thing or several
    KnownWord noun;                    ///< of a pronoun, its form
    std::vector<std::uint32_t> classes;  ///< that the noun stands for, as ClassTies numbers them
    bool guessed = false;                ///< the classes are those of similar nouns
    std::vector<KnownWord> modifiers;    ///< adjectives and nouns before the noun
    std::uint64_t determiner = 0;        ///< hash of its lemma; 0 if there is none
    std::int32_t possessor = -1;         ///< token of a possessive pronoun or noun that depends on the noun; -1 if there is none
    bool complement = false;             ///< has an "of" phrase or a relative clause
    bool several = false;                ///< may stand for several things
    std::optional<std::uint32_t> group_size;  ///< of a noun such as "duo"
    bool subject = false;
    std::uint64_t relation = 0;          ///< hash of the relation to its head
    std::optional<KnownWord> governor;   ///< its head
};

/// Looks at the pronoun or description.
Reference look_at(const Document& document, const ReferenceLexicon& lexicon, const Mention& mention);

/// Whether two tokens are in apposition, or noun and name of one thing: "Tide, the drama", "the drama Tide".
bool are_beside(const Document& document, std::uint32_t a, std::uint32_t b);

/// Whether two tokens are a subject and the noun that it is said to be: "Tide is a drama".
bool are_equated(const Document& document, std::uint32_t a, std::uint32_t b);

}  // namespace lede
