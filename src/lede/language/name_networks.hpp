#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include <lede/language/name_network_trainer.hpp>

namespace lede {

/// What the networks learn from a document.
struct NameNetworkDocument {
    std::vector<NameInput> inputs;
    Matrix encoded;
    std::vector<TagSet> allowed;
    std::vector<Sentence> sentences;
    std::uint32_t domain = 0;
    std::uint32_t fold = 0;

    NameWords words_of(const Sentence& sentence) const;
    void add_examples(std::vector<NameExample>& examples) const;
};

/// Networks for names: one that learnt from all documents, and for each fold one that did not see its documents, so
/// that what builds on the networks can learn how far they are to be trusted on new text (stacking; Wolpert 1992).
class NameNetworks {
  public:
    /// The vectors must outlive this object.
    NameNetworks(const WordVectors& vectors, std::uint32_t tag_count, std::uint32_t folds)
        : vectors_(vectors), tag_count_(tag_count), folds_(folds) {}

    void add(NameNetworkDocument document) { documents_.push_back(std::move(document)); }
    /// For learning only.
    void add_variant(NameNetworkDocument document) { variants_.push_back(std::move(document)); }
    const std::deque<NameNetworkDocument>& documents() const { return documents_; }

    /// `progress` (may be empty) gets how many networks are trained, and of how many.
    void train(const std::function<void(std::uint32_t done, std::uint32_t all)>& progress = {});
    /// The one that did not learn from the fold; without a fold, the one that learnt from all. Empty before train().
    const NameNetwork& network(std::optional<std::uint32_t> fold) const;

  private:
    NameNetwork train_without(std::optional<std::uint32_t> fold) const;
    NameNetworkShape shape() const;

    const WordVectors& vectors_;
    std::uint32_t tag_count_, folds_;
    std::deque<NameNetworkDocument> documents_, variants_;  ///< places in memory stay
    std::vector<NameNetwork> networks_;                     ///< by fold, then that of all
};

}  // namespace lede
