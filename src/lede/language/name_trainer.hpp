#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <lede/language/name_corpus.hpp>
#include <lede/language/name_lexicon.hpp>
#include <lede/language/name_networks.hpp>
#include <lede/language/name_perceptron.hpp>
#include <lede/language/name_recogniser.hpp>

namespace lede {

/// Collects annotated documents and trains name recognisers on all or some of them: first the network, then the
/// perceptron, whose scores begin with what the network says. Documents are dealt out to folds in turn.
class NameTrainer {
  public:
    /// The lexicon must outlive this object.
    NameTrainer(NameTags tags, const NameLexicon& lexicon, std::uint32_t folds)
        : tags_(std::move(tags)), lexicon_(lexicon), folds_(folds), networks_(lexicon.vectors, tags_.count(), folds) {}

    /// Adds a document, which may go afterwards. Domain 0 is the one that the model is for.
    void add(const NamedDocument& document, std::uint32_t domain);
    /// Adds a variant of the last document, for the network alone.
    void add_variant(const NamedDocument& document, std::uint32_t domain);

    /// Trains the networks, before the rest; takes the most time. `progress` as for NameNetworks::train.
    void train_networks(const std::function<void(std::uint32_t done, std::uint32_t all)>& progress = {});

    /// Trains on all documents, or on those that are of other domains than 0 or not in the fold.
    NameSections train(std::optional<std::uint32_t> left_out = {});

    std::uint32_t folds() const { return folds_; }
    /// The documents are numbered from 0 in the order in which they were added.
    std::uint32_t fold_of(std::size_t document) const { return static_cast<std::uint32_t>(document % folds_); }

  private:
    NameNetworkDocument for_network(const NamedDocument& named, const std::vector<NameTraits>& traits,
                                    std::uint32_t domain) const;
    void number_features();

    NameTags tags_;
    const NameLexicon& lexicon_;
    std::uint32_t folds_;
    NameNetworks networks_;
    std::vector<NameSentence> sentences_;
    std::vector<std::uint32_t> fold_of_sentence_;
    std::uint32_t documents_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> row_of_;
    std::vector<std::uint64_t> feature_of_;  ///< by row
    std::vector<std::uint32_t> uses_;        ///< by row
};

}  // namespace lede
