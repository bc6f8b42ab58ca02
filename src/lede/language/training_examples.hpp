#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <lede/language/conllu.hpp>
#include <lede/language/lemmatizer.hpp>
#include <lede/language/syntax_gradient.hpp>
#include <lede/language/tag.hpp>

namespace lede {

/// The sentences of treebanks in the forms that the trainers want.
class TrainingExamples {
  public:
    /// The articles must outlive the examples. Tags, features and labels are those that occur, sorted; features of UD
    /// that are seen only once together are left out.
    explicit TrainingExamples(const std::vector<TreebankArticle>& articles);

    const std::vector<Tag>& tags() const { return tags_; }
    const std::vector<std::string>& features() const { return features_; }
    const std::vector<std::string>& labels() const { return labels_; }

    /// Numbers of the words seen twice or more, from 1, as the section "syntax.words".
    std::string words_section() const;
    /// The number that words_section counts up to, and 1 for the unknown word.
    std::uint32_t word_rows() const;

    std::vector<LemmaExample> lemma_examples() const;

    /// `words` is what words_section gave.
    std::vector<SyntaxSentence> syntax_sentences(const WordVectors& vectors, const HashDictionary& words,
                                                 std::uint32_t affix_rows) const;

  private:
    template <class Visit>
    void for_each_token(Visit visit) const;
    std::uint32_t count_of(std::uint64_t lower) const;
    SyntaxSentence syntax_sentence(const Document& document, const Sentence& sentence, const WordVectors& vectors,
                                   const HashDictionary& words, std::uint32_t affix_rows) const;

    const std::vector<TreebankArticle>& articles_;
    std::vector<Tag> tags_;
    std::vector<std::string> features_;
    std::vector<std::string> labels_;
    std::unordered_map<std::uint64_t, std::uint32_t> word_counts_;  ///< by Surface::lower
};

/// The place of a value in a sorted list; the list's size if it is not there.
template <class Value>
std::uint16_t number_of(const std::vector<Value>& sorted, const Value& value) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), value);
    const bool known = found != sorted.end() && *found == value;
    return static_cast<std::uint16_t>(known ? static_cast<std::size_t>(found - sorted.begin()) : sorted.size());
}

}  // namespace lede
