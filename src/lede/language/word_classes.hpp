#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <lede/language/conllu.hpp>
#include <lede/language/surface.hpp>

namespace lede {

/// The commonest tag of the common words, whatever their case: enough of grammar to see where a sentence may end,
/// before anything is tagged.
class WordClasses {
  public:
    WordClasses() = default;
    /// From lines as count_word_classes() gives them.
    explicit WordClasses(const std::vector<std::string>& lines);

    /// A hash of the tag; 0 for an unknown word.
    std::uint64_t of(const Surface& word) const {
        const auto found = classes_.find(word.lower);
        return found == classes_.end() ? 0 : found->second;
    }
    /// Whether it is the hash of a tag of verbs that make a clause: VBD, VBP, VBZ, MD.
    static bool is_finite(std::uint64_t word_class);
    /// Whether it is that of personal pronouns, PRP.
    static bool is_pronoun(std::uint64_t word_class);

  private:
    std::unordered_map<std::uint64_t, std::uint64_t> classes_;
};

/// A line a word, sorted: the word in lower case, a tab, its commonest XPOS. Rare words are left out, so that training
/// sees unknown words too.
std::vector<std::string> count_word_classes(const std::vector<TreebankArticle>& articles);

}  // namespace lede
