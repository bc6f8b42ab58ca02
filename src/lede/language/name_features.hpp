#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <lede/language/name_traits.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// The features of the name recogniser: word forms, clusters of similar words, shapes, affixes, tags and known names around a
/// token, the capitalised run that it is in, short quotations, and how the same word is used elsewhere in the article.
class NameFeatures {
  public:
    /// The document and the lexicon must outlive this object.
    NameFeatures(const Document& document, const NameLexicon& lexicon);

    const std::vector<NameTraits>& traits() const { return traits_; }
    /// Sees the tags of tokens [first, last), which the document got since.
    void update_tags(std::uint32_t first, std::uint32_t last);

    /// Replaces `features` with those of a token.
    void list(std::uint32_t token, std::vector<std::uint64_t>& features) const;

  private:
    struct Sink;
    void add_words(const Sentence& sentence, std::uint32_t i, Sink& out) const;
    void add_clusters(const Sentence& sentence, std::uint32_t i, Sink& out) const;
    void add_run(const Sentence& sentence, std::uint32_t i, Sink& out) const;
    void add_elsewhere(std::uint32_t i, Sink& out) const;
    /// The traits of the token at a distance, or of a border of the sentence.
    const NameTraits& at(const Sentence& sentence, std::int64_t token) const;

    const Document& document_;
    std::vector<NameTraits> traits_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places_;  ///< capitalised words by form
};

}  // namespace lede
