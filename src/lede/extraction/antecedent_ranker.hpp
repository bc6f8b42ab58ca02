#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <lede/extraction/antecedent_features.hpp>
#include <lede/language/linear_model.hpp>

namespace lede {

/// Chooses what a reference means: 0 for nothing that the text names, else 1 + the antecedent.
using AntecedentChooser = std::function<std::size_t(const Reference&, const AntecedentChoices&)>;

/// Reads the mentions of a text in order, gives pronouns and descriptions the entities that `choose` finds, and returns all mentions
/// that have one, in the order of the first tokens. What means several things becomes several mentions of the same tokens.
std::vector<Mention> resolve_references(const Document& document, const ReferenceLexicon& lexicon, const std::vector<Entity>& entities,
                                        std::span<const QuotedSpan> quotations, const std::vector<Mention>& mentions, const AntecedentChooser& choose);

/// A model that ranks what a reference may mean: log-linear, over "nothing" and the antecedents.
class AntecedentRanker {
  public:
    AntecedentRanker() = default;
    /// A view of a section that train_antecedents wrote; empty() if there is none. The bytes must outlive the ranker. Throws Error if damaged.
    explicit AntecedentRanker(std::string_view section);

    bool empty() const { return weights_.empty(); }
    /// The likeliest choice. Serves as an AntecedentChooser.
    std::size_t choose(const Reference& reference, const AntecedentChoices& choices) const;

  private:
    LinearModel weights_;
};

}  // namespace lede
