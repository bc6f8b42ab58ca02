#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <lede/neural/matrix.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// The trained models of one language: tokens, sentences, tags, lemmas, trees and names.
/// Loaded once, shared by threads: analyse() is const and keeps no state.
class LanguageModel {
  public:
    /// Throws InputError.
    explicit LanguageModel(const std::filesystem::path& path);
    ~LanguageModel();
    LanguageModel(LanguageModel&&) noexcept;

    /// All layers of Document, for the article, which must outlive the result.
    Document analyse(const Article& article) const;

    /// Only tokens and sentences.
    Document tokenise(const Article& article) const;
    /// Tags, lemmas, trees and names for a document whose tokens and sentences are given.
    /// `encoded`, unless null, gets what the network for tags and trees says of each word, a column a word, which names are learnt from.
    void annotate(Document& document, Matrix* encoded = nullptr) const;

    std::string checksum() const;
    std::string language() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace lede
