#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <lede/model/facts.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// Token indexes in the order of the text; what they spell need not stand side by side.
using Words = std::vector<std::uint32_t>;

/// What an argument is to its predicate: an object or complement, a clause, a noun with a preposition, or an adverb, a
/// time, a reason.
enum class OpenRole : std::uint8_t { object, clause, oblique, adverbial };

struct OpenArgument {
    Words words;
    Words preposition;  ///< of an oblique
    std::uint32_t head = 0;
    OpenRole role = OpenRole::object;
    bool attached = false;  ///< whether the preposition goes with the predicate ("starred in") and is not among `words`
};

/// A statement in the text's own words: "Ann Lee | starred in | two films | in 2003".
struct OpenTuple {
    std::string rule;  ///< how it was found, such as "object/relcl": a key of the list open_rules.tsv
    double confidence = 0;
    Status status = Status::asserted;
    std::uint32_t sentence = 0;
    std::uint32_t trigger = 0;  ///< the word that states it: a verb, or the noun of an apposition
    std::string
        inserted;     ///< a verb that the text leaves out ("is", "has"), before the predicate's words; may be empty
    Words predicate;  ///< without the first argument's preposition
    OpenArgument subject;
    std::vector<OpenArgument> arguments;  ///< never empty
};

/// How a token is spelt.
using Speller = std::function<std::string_view(std::uint32_t)>;

/// The words on one line: with a blank between two tokens unless they touch in the text.
std::string join_words(const Document& document, const Words& words);
/// The same in another spelling, always with a blank between two tokens.
std::string join_words(const Words& words, const Speller& spell);

/// The predicate with the preposition that goes with it; without what was inserted.
Words predicate_words(const OpenTuple& tuple);

}  // namespace lede
