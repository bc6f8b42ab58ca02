#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <lede/extraction/example_reader.hpp>
#include <lede/extraction/fact_model.hpp>
#include <lede/extraction/fact_network_reader.hpp>
#include <lede/extraction/learned_examples.hpp>
#include <lede/extraction/property_table.hpp>

namespace lede {

/// A property that a candidate states, by its index in the table.
struct ScoredProperty {
    std::size_t property = 0;
    float probability = 0;
};

/// Accepted from this probability on where no held-out articles said better. With 0.5 and 0.4, F1 on KnowledgeNet was 0.540 and 0.551.
inline constexpr float default_threshold = 0.4F;

/// Scores candidates for all properties of a table: those of the trained model by its weights, others by what is learned from their
/// examples. A property that is in the model but has further examples is scored by both, and the higher counts.
class FactScorer {
  public:
    /// Table and network must outlive the scorer. The model may be null: then all is learned from examples.
    FactScorer(const PropertyTable& table, std::shared_ptr<const FactModel> model, const FactNetworkReader& network);

    /// Learns from the examples that the model was not trained on, but of properties that a model alone can find
    /// (lede:fromModel). Call before scoring. `table` is that of the scorer and of the reader: it comes to admit what
    /// the examples mark though nothing names it. If they are many, what was learned is looked for in the cache (may be
    /// null) and kept there. `before` (may be empty) is called with their number before they are read.
    void learn(const ExampleReader& reader, PropertyTable& table, const ExampleCache* cache = nullptr,
               const std::function<void(std::size_t)>& before = {});

    /// Appends every admitted property that is likelier than least_judged. `network` is what the network says of
    /// the candidate.
    void score(const std::vector<std::uint64_t>& features, const PropertySet& admitted, const NetworkAnswer& network,
               std::vector<ScoredProperty>& result) const;

    /// False if by the network alone it is all but certain that the candidate states none of the admitted properties: then its features
    /// need not be found.
    bool may_state(const PropertySet& admitted, const NetworkAnswer& network) const;

    /// Those that score() wants to know of.
    AskedNetworks networks() const;

    /// Least probability of an accepted statement of the property.
    float threshold(std::size_t property) const { return is_trained(property) ? model_->threshold() : default_threshold; }
    /// Whether the model was trained for the property; others are learned from their examples.
    bool is_trained(std::size_t property) const { return trained_.contains(property); }
    /// Whether the judge has seen the property often enough: of others, how likely their best candidate is decides.
    bool is_judged(std::size_t property) const { return judged_.contains(property); }

    /// The example of the property that shares most features with these, with its marks; empty if it has none.
    std::string find_nearest_example(std::size_t property, const std::vector<std::uint64_t>& features) const;

  private:
    void add_scores(const LinearModel& weights, const std::vector<std::size_t>& places, const std::vector<std::uint64_t>& features,
                    std::span<const float> network, std::vector<float>& scores) const;
    LearnedExamples sum_up(std::vector<std::pair<PropertyExample, ReadExample>>& examples) const;
    void learn_from(std::vector<FactInstance> instances, FactText text, LearnedExamples& learned) const;
    void take(LearnedExamples learned, PropertyTable& table);

    const PropertyTable* table_;
    std::shared_ptr<const FactModel> model_;
    const FactNetworkReader* network_;
    std::vector<std::size_t> model_places_;    ///< model's label → index in the table, or its size
    std::vector<std::size_t> learned_places_;  ///< learned label → index in the table
    std::string learned_section_;
    LinearModel learned_;
    std::optional<ExactNetwork> tuned_;  ///< to the properties with examples enough for the network
    std::vector<std::vector<ExamplePattern>> patterns_;  ///< by property
    PropertySet trained_;
    PropertySet judged_;
    PropertySet learned_set_;  ///< properties with examples that the model does not know
    PropertySet on_network_;   ///< those of them with examples enough for the network
};

}  // namespace lede
