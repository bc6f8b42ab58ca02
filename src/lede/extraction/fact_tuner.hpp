#pragma once

#include <cstddef>
#include <vector>

#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/fact_model.hpp>
#include <lede/language/word_vectors.hpp>

namespace lede {

/// A copy of the network that was taught other properties: only its last layer begins anew, the others go on from what they know of the
/// language (fine-tuning). `text` has a pair for each of the instances; those from `background` on are of other texts and state nothing: of
/// them no more are learned from than the others have sentences. The same numbers whenever the processor's kind is the same.
ExactNetwork tune_fact_network(const FactNetwork& network, const WordVectors& vectors, const FactText& text, const std::vector<FactInstance>& instances,
                               std::size_t background, std::size_t property_count);

}  // namespace lede
