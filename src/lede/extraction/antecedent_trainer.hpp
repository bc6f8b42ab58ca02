#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <lede/extraction/antecedent_features.hpp>

namespace lede {

/// A reference to learn from: its choices' features, and which of them are right (at least one).
struct AntecedentExample {
    std::vector<std::uint64_t> features;
    std::vector<std::size_t> ends;
    std::vector<bool> right;
};

/// Trains a log-linear ranker by AdaGrad (Duchi et al. 2011): the probability of the right choices together is raised. Returns a section
/// for AntecedentRanker. Deterministic.
std::string train_antecedents(const std::vector<const AntecedentExample*>& examples);

}  // namespace lede
