#pragma once

#include <span>
#include <string>
#include <vector>

#include <lede/language/model_file.hpp>
#include <lede/language/syntax_network.hpp>
#include <lede/language/tag.hpp>

namespace lede {

/// What the network says of a sentence, a value a word.
struct SyntaxResult {
    std::vector<std::uint16_t> tags;      ///< numbers of SyntaxModel::tags
    std::vector<std::uint16_t> features;  ///< numbers of SyntaxModel::features
    std::vector<std::uint32_t> heads;     ///< 0 the root, i the word i - 1
    std::vector<std::uint16_t> labels;    ///< numbers of SyntaxModel::labels
};

/// Tags, features of UD and trees by a trained network. Shared by threads.
class SyntaxModel {
  public:
    /// Sentences of more words are read in pieces of so many, whose trees are joined; so the time is bounded by their
    /// length times this.
    static constexpr std::uint32_t most_words = 256;
    /// So many words are read at once.
    static constexpr std::uint32_t batch_words = 1024;

    /// The sections "syntax.*" and "vectors.*". The model file must outlive it. Throws Error.
    explicit SyntaxModel(const ModelFile& model);
    /// For weights in training.
    SyntaxModel(std::vector<Tag> tags, std::vector<std::string> features, std::vector<std::string> labels,
                SyntaxWeights weights, const WordVectors& vectors, const HashDictionary& words);

    /// Sentences of one or more words each; `results` gets one a sentence.
    /// `encoded`, unless null, gets what the encoder says of each word, a column a word in the order of the text.
    void read(std::span<const std::vector<Surface>> sentences, std::vector<SyntaxResult>& results,
              Matrix* encoded = nullptr) const;

    const std::vector<Tag>& tags() const { return tags_; }
    const std::vector<std::string>& features() const { return features_; }
    const std::vector<std::string>& labels() const { return labels_; }

  private:
    struct Piece;
    void read_pieces(std::span<const Piece> pieces, SyntaxTrace& trace, std::vector<SyntaxResult>& results,
                     Matrix* encoded) const;
    void encode(std::span<const Piece> pieces, const Batch& batch, const SentenceColumns& columns,
                SyntaxTrace& trace) const;
    void choose_heads(const Piece& piece, SyntaxTrace& trace, std::span<std::uint32_t> head_columns,
                      std::uint32_t begin, SyntaxResult& result) const;
    void choose_labels(const Piece& piece, std::span<const std::uint32_t> head_columns, std::uint32_t begin,
                       SyntaxTrace& trace, SyntaxResult& result) const;

    std::vector<Tag> tags_;
    std::vector<std::string> features_, labels_;
    std::uint16_t root_label_ = 0, loose_label_ = 0;
    WordVectors vectors_;
    HashDictionary words_;
    std::uint32_t affix_rows_ = 0;
    SyntaxWeights weights_;
};

/// What an annotation was made of, by sentence.
struct SyntaxReading {
    std::vector<std::vector<Surface>> words;
    std::vector<SyntaxResult> results;
    Matrix encoded;  ///< of all the words, see SyntaxModel::read
};

/// Sets tags, features, heads and relations of some sentences of a document whose tokens are given.
SyntaxReading annotate_syntax(const SyntaxModel& model, std::span<const Sentence> sentences, Document& document);

}  // namespace lede
