#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <lede/language/name_tags.hpp>

namespace lede {

/// A sentence to learn names from.
struct NameSentence {
    std::vector<std::vector<std::uint32_t>> features;  ///< rows of each token
    std::vector<TagSet> allowed;
    std::vector<float> base;  ///< what the scores of the tags begin with, for each token; empty for zeros
    std::uint32_t domain = 0;  ///< 0 for the one that the model is for
};

/// Averaged weights of the structured perceptron.
struct NameWeights {
    std::vector<float> emissions;    ///< rows * tags
    std::vector<float> transitions;  ///< tags * tags
};

/// Trains a first-order tagger by the structured averaged perceptron (Collins 2002), where several tag sequences may be right
/// (Sun et al. 2009, latent variables), with feature augmentation for domains (Daumé III 2007): each feature has
/// shared weights and some for each domain, so that what corpora call by one name in different ways does not mix; what is returned
/// is the sum of the shared ones and those of domain 0. Deterministic.
NameWeights train_name_weights(const std::vector<const NameSentence*>& sentences, std::uint32_t row_count, std::uint32_t tag_count, int epochs);

}  // namespace lede
