#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <lede/language/linear_model.hpp>

namespace lede {

/// Something to learn to classify: its features and its right class.
struct ClassifierExample {
    std::vector<std::uint64_t> features;  ///< sorted, without doubles
    std::uint32_t label = 0;
};

/// Trains a multinomial logistic regression by AdaGrad (Duchi et al. 2011) and packs it for LinearModel. Deterministic.
/// Features of fewer than `least_uses` examples are left out, and so are all but the `most_weights` largest weights.
std::string train_classifier(const std::vector<ClassifierExample>& examples, std::uint32_t label_count, std::uint32_t least_uses, std::size_t most_weights);

/// Probabilities of the labels by such a model; they add up to 1.
std::vector<double> classify(const LinearModel& model, std::span<const std::uint64_t> features);

/// Sorts features and removes doubles.
void make_feature_set(std::vector<std::uint64_t>& features);

}  // namespace lede
