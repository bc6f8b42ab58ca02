#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <lede/language/conllu.hpp>
#include <lede/language/lemmatizer.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/parser.hpp>
#include <lede/language/tagger.hpp>

namespace lede {

/// The sentences of treebanks in the forms that the trainers want.
class TrainingExamples {
  public:
    /// The articles must outlive the examples. Tags and labels are those that occur, sorted.
    explicit TrainingExamples(const std::vector<TreebankArticle>& articles);
    /// With the tags and labels of other data, for development data.
    TrainingExamples(const std::vector<TreebankArticle>& articles, std::vector<Tag> tags,
                     std::vector<std::string> labels);

    const std::vector<Tag>& tags() const { return tags_; }
    const std::vector<std::string>& labels() const { return labels_; }
    const std::vector<TaggedSentence>& tagged() const { return tagged_; }

    /// Features of UD by word and tag, the most frequent ones, as the sections "tags.feature_*".
    void add_feature_sections(ModelFileWriter& writer) const;

    std::vector<LemmaExample> lemma_examples() const;

    /// Trees over predicted tags, which are given for each sentence. An unknown relation gets the number
    /// labels().size().
    std::vector<ParsedSentence> parse_examples(const Lemmatizer& lemmatizer,
                                               const std::vector<std::vector<std::uint16_t>>& predicted) const;

  private:
    template <class Visit>
    void for_each_token(Visit visit) const;
    void add_tagged();
    std::uint16_t number_of(const Token& token) const;
    std::uint16_t label_of(const Token& token) const;
    ParsedSentence parsed(const Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer,
                          const std::vector<std::uint16_t>& predicted) const;

    const std::vector<TreebankArticle>& articles_;
    std::vector<Tag> tags_;
    std::vector<std::string> labels_;
    std::vector<TaggedSentence> tagged_;
};

}  // namespace lede
