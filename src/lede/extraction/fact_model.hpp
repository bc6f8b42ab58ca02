#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/fact_weights.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>

namespace lede {

/// A list of feature vectors, packed for a model file.
std::string pack_features(const std::vector<std::vector<std::uint64_t>>& vectors);
/// Throws Error if malformed.
std::vector<std::vector<std::uint64_t>> unpack_features(std::string_view section);

/// An example sentence with its features, kept to explain facts.
struct ExamplePattern {
    std::string property_iri;
    std::string marked;  ///< the sentence with its two marks
    std::vector<std::uint64_t> features;  ///< sorted
};

/// A property that fewer candidates state is left to the linear model: the network learns it too little.
inline constexpr std::size_t enough_stated = 100;

/// The network of facts with the rows of its tables. Its properties are those of the model, in their order.
struct FactNetwork {
    FactShape shape;
    FactVocabulary vocabulary;
    FactWeights weights;
};

/// What training gives: weights for candidates, thresholds, the examples behind them, and a sample of candidates that state nothing,
/// against which properties that come with a user's ontology are learned.
struct FactModelParts {
    std::vector<std::string> property_iris;  ///< in the order of the weights' labels
    float threshold = 0.5F;                  ///< least probability of an accepted fact
    SparseWeights weights;
    FactNetwork network;
    std::vector<std::size_t> stated;         ///< by property, the candidates that stated it
    std::vector<ExamplePattern> examples;
    std::vector<std::vector<std::uint64_t>> background;
    FactText background_text;    ///< what the network sees of them, a pair each
    std::string references;  ///< section for AntecedentRanker
    std::string judge;       ///< section for FactJudge
    std::vector<std::string> meta;
};

/// Throws OutputError.
void write_fact_model(FactModelParts& parts, const std::filesystem::path& path);

/// A fact model read from a file. Shared by threads.
class FactModel {
  public:
    /// Throws InputError.
    explicit FactModel(const std::filesystem::path& path);

    const std::vector<std::string>& property_iris() const { return property_iris_; }
    float threshold() const { return threshold_; }
    const LinearModel& weights() const { return weights_; }
    /// Whether the network has seen the property of a label stated often enough to have a say.
    bool network_knows(std::size_t label) const { return stated_[label] >= enough_stated; }
    /// Null if the model has none.
    const FactNetwork* network() const { return network_ ? &*network_ : nullptr; }
    /// Examples without their features, which patterns() adds: reading those takes time and only explanations need them.
    const std::vector<std::string>& example_keys() const { return example_keys_; }
    std::vector<ExamplePattern> patterns() const;
    std::vector<std::vector<std::uint64_t>> background() const;
    /// What the network sees of the background, a pair each; empty without a network. `vector_rows`: of the word vectors. Throws Error.
    FactText background_text(std::size_t vector_rows) const;
    /// For AntecedentRanker; empty if the model has none.
    std::string_view references() const { return file_.section("facts.references"); }
    /// For FactJudge; empty if the model has none.
    std::string_view judge() const { return file_.section("facts.judge"); }
    std::string checksum() const { return file_.checksum(); }

  private:
    ModelFile file_;
    std::vector<std::string> property_iris_;
    float threshold_ = 0.5F;
    std::vector<std::string> example_keys_;  ///< "IRI TAB marked sentence"
    LinearModel weights_;
    std::optional<FactNetwork> network_;
    std::vector<std::size_t> stated_;
};

/// The logit of a candidate for a property, from what the linear model and the network say: each errs in its own way, and their mean
/// is right more often than either.
inline float join_scores(float linear, float network) { return (linear + network) / 2; }

/// 0 to 1 from a logistic score.
float to_probability(float score);

}  // namespace lede
