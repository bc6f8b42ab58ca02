#pragma once

#include <cstddef>
#include <string>

#include <lede/text/document.hpp>

namespace lede {

/// Counts of a comparison with gold layers, as the CoNLL 2018 shared task defines them, over syntactic words of equal
/// span.
struct LanguageScores {
    std::size_t gold_words = 0, system_words = 0, words = 0;
    std::size_t gold_sentences = 0, system_sentences = 0, sentences = 0;
    std::size_t upos = 0, xpos = 0, features = 0, lemmas = 0;
    std::size_t heads = 0;  ///< right head (UAS)
    std::size_t trees = 0;  ///< right head and relation without subtype (LAS)

    LanguageScores& operator+=(const LanguageScores& other);
    /// F1 of a count over words, in percent.
    double f1(std::size_t right) const;
};

/// Both documents must have the same text.
LanguageScores compare(const Document& gold, const Document& system);

/// "Words 98.90 Sentences 80.00 UPOS …", F1 in percent.
std::string to_string(const LanguageScores& scores);
/// As above, words and sentences alone.
std::string to_token_string(const LanguageScores& scores);

}  // namespace lede
