#pragma once

#include <optional>
#include <span>
#include <vector>

#include <lede/extraction/candidates.hpp>
#include <lede/extraction/fact_model.hpp>
#include <lede/extraction/fact_network.hpp>

namespace lede {

/// A candidate to be scored: of a row of verbs, by the given one.
struct Question {
    Candidate candidate;
    std::uint32_t trigger = 0;          ///< the token that ties the two
    std::optional<std::uint32_t> verb;  ///< if it is not the tree's own
};

/// What networks say of a candidate; empty if it is not read.
struct NetworkAnswer {
    std::span<const float> logits;   ///< of the model's properties
    std::span<const float> learned;  ///< of the table's properties, by the network that was tuned to examples
};

/// The networks to ask; a null is not asked.
struct AskedNetworks {
    const FactWeights* model = nullptr;
    const FactWeights* tuned = nullptr;
};

/// Asks networks what candidates state: that of a model, and one that was tuned from it. Shared by threads; what it is given must outlive it.
class FactNetworkReader {
  public:
    /// Without a model or its network it has nothing to say. Throws Error if the vectors are not those that the network learned with.
    FactNetworkReader(const FactModel* model, const WordVectors& vectors, const Ontology& ontology);

    /// What the network says of each question; nothing of those that it does not read.
    class Answers {
      public:
        NetworkAnswer of(std::size_t question) const;

      private:
        friend class FactNetworkReader;
        std::vector<std::uint32_t> pair_of_;
        FactTrace model_, tuned_;
    };
    /// For the questions about a reading, which must outlive it; empty without a network.
    std::optional<FactTextBuilder> open(const Reading& reading) const;
    /// The questions are about the builder's reading, in the order of its sentences.
    void read(std::optional<FactTextBuilder>& builder, std::span<const Question> questions, const AskedNetworks& asked, Answers& answers) const;

    const FactNetwork* network() const { return network_; }
    const WordVectors& vectors() const { return vectors_; }

  private:
    const FactNetwork* network_;
    WordVectors vectors_;
    const Ontology* ontology_;
};

}  // namespace lede
