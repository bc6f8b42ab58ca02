#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include <lede/language/name_corpus.hpp>
#include <lede/language/name_lexicon.hpp>
#include <lede/language/name_perceptron.hpp>
#include <lede/language/name_recogniser.hpp>

namespace lede {

/// Collects annotated documents and trains name recognisers on all or some of them.
class NameTrainer {
  public:
    /// The lexicon must outlive this object.
    NameTrainer(NameTags tags, const NameLexicon& lexicon) : tags_(std::move(tags)), lexicon_(lexicon) {}

    /// Adds a document, which is not kept. Domain 0 is the one that the model is for. Documents are numbered from 0.
    void add(const NamedDocument& document, std::uint32_t domain);

    /// Trains on the documents whose numbers are admitted (empty function: all).
    NameSections train(const std::function<bool(std::uint32_t)>& admit = {});

  private:
    void number_features();

    NameTags tags_;
    const NameLexicon& lexicon_;
    std::vector<NameSentence> sentences_;
    std::vector<std::uint32_t> document_of_;  ///< by sentence
    std::uint32_t documents_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> row_of_;
    std::vector<std::uint64_t> feature_of_;     ///< by row
    std::vector<std::uint32_t> uses_;           ///< by row
};

}  // namespace lede
