#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <lede/language/name_lexicon.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// What the name recogniser looks at in one token, as hashes ready to be combined to features.
struct NameTraits {
    std::uint64_t form = 0;
    std::uint64_t lower = 0;
    std::uint64_t shape = 0;      ///< "Xx", "XX", "x", "X.", "9", with runs of a kind cut to two
    std::uint64_t prefix[3] = {}; ///< of 2, 3, 4 letters
    std::uint64_t suffix[4] = {}; ///< of 1 to 4 letters
    std::uint64_t tag = 0;        ///< Penn tag; 0 if the document has none
    std::uint64_t gazetteer = 0;  ///< class of the known name that covers the token, and the token's place in it; 0 if none
    std::uint64_t fine = 0;       ///< the cluster of similar words, out of about a thousand; 0 if the word has no vector
    std::uint64_t coarse = 0;     ///< the same, out of about a hundred
    std::uint64_t rarity = 0;     ///< how common the word is in small or any letters, in steps of four times; 0 if it has no vector
    static constexpr std::uint32_t no_vector = 0xFFFF'FFFF;
    std::uint32_t vector = no_vector;  ///< the row of the word's vector
    std::uint8_t quote = 0;       ///< 0 outside short quotations, else 1 first, 2 inside, 3 last token; +3 if not in title case
    bool capital = false;         ///< begins with a capital letter
    bool upper = false;           ///< two or more letters, all capitals
    bool word = false;            ///< has a letter or a digit
    bool quote_mark = false;
    bool given_name = false;
    bool lower_elsewhere = false; ///< the word occurs in small letters in the article
    std::uint32_t run_first = 0;  ///< the run of capitalised tokens around it; empty for a token in small letters
    std::uint32_t run_last = 0;
};

/// NameTraits::tag of a token.
std::uint64_t tag_trait(const Token& token);

/// Traits of all tokens of a document.
std::vector<NameTraits> make_name_traits(const Document& document, const NameLexicon& lexicon);

}  // namespace lede
