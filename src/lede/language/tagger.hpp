#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <lede/language/conllu.hpp>
#include <lede/language/hash_dictionary.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/surface.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// A part of speech in both schemes, as the tagger predicts them together.
struct Tag {
    Upos upos = Upos::x;
    std::string xpos;
    auto operator<=>(const Tag&) const = default;
};

/// The trained parts of a tagger, as sections of a model file.
struct TaggerSections {
    std::string model, lexicon;
};

/// Tags a sentence from left to right with a linear model; the features of UD follow from word and tag by a dictionary.
class Tagger {
  public:
    Tagger() = default;
    /// The model file must outlive the tagger. Throws Error.
    explicit Tagger(const ModelFile& model);
    /// Without features of UD. The sections must outlive the tagger.
    Tagger(std::vector<Tag> tags, const TaggerSections& sections);

    /// Numbers of tags, one a word; `tags` is replaced.
    void tag(std::span<const Surface> words, std::vector<std::uint16_t>& tags) const;

    const std::vector<Tag>& tags() const { return tags_; }
    /// UD features of a word with the tag; "_" if none.
    const std::string& features_of(const Surface& word, std::uint16_t tag) const;

  private:
    std::vector<Tag> tags_;
    LinearModel model_;
    HashDictionary lexicon_;
    HashDictionary feature_numbers_;
    std::vector<std::string> feature_names_;
};

/// A sentence ready for training: what the models see, and the gold tags by their numbers.
struct TaggedSentence {
    std::vector<Surface> words;
    std::vector<std::uint16_t> tags;
};

/// Trains a tagger of that many rounds. `progress` is called after each with the accuracy on the training data; may be
/// empty.
TaggerSections train_tagger(std::span<const TaggedSentence* const> sentences, std::size_t tag_count, int rounds,
                            const std::function<void(int round, double accuracy)>& progress);

/// As text for the section "tags.labels".
std::vector<std::string> to_lines(const std::vector<Tag>& tags);

/// The key of the features of a word with a tag; of the tag alone if the word is null.
std::uint64_t tag_feature_key(const Surface* word, std::uint16_t tag);

}  // namespace lede
