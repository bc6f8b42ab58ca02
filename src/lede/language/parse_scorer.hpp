#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <lede/base/hash.hpp>
#include <lede/language/parse_features.hpp>

namespace lede {

/// Scores the transitions of states of one sentence, and keeps the scores of groups of features that come again.
/// `Number` is the model's: std::int32_t of LinearModel, float of AveragedPerceptron.
template <class Number>
class ParseScorer {
  public:
    /// For a new sentence, or after the model has changed.
    void start(std::size_t transitions) {
        if (scores_.size() != transitions) {
            scores_.assign(transitions, Number{});
            kept_scores_.assign(kept_groups * slots * transitions, Number{});
        }
        kept_keys_.fill(none);
    }

    /// The view lives until the next call.
    template <class Model>
    std::span<const Number> score(const Model& model, ParseFeatures& features, const ParseState& state) {
        model.score(features.extract(state, ParseFeatures::Group::dependents), scores_);
        for (std::size_t group = 0; group < kept_groups; ++group) {
            const auto kept = kept_score(model, features, state, static_cast<ParseFeatures::Group>(group));
            for (std::size_t i = 0; i < scores_.size(); ++i) scores_[i] += kept[i];
        }
        return scores_;
    }

  private:
    static constexpr std::size_t kept_groups = 3;
    static constexpr std::size_t slots = 64;  // a group; with 100 transitions they fill half of a second-level cache
    static constexpr std::uint64_t none = ~std::uint64_t{0};

    template <class Model>
    std::span<const Number> kept_score(const Model& model, ParseFeatures& features, const ParseState& state,
                                       ParseFeatures::Group group) {
        const std::uint64_t key = ParseFeatures::key(state, group);
        const std::size_t slot = static_cast<std::size_t>(group) * slots + combine(key, 1) % slots;
        const std::span<Number> scores(kept_scores_.data() + slot * scores_.size(), scores_.size());
        if (kept_keys_[slot] != key) {
            kept_keys_[slot] = key;
            model.score(features.extract(state, group), scores);
        }
        return scores;
    }

    std::vector<Number> scores_, kept_scores_;
    std::array<std::uint64_t, kept_groups * slots> kept_keys_{};
};

}  // namespace lede
