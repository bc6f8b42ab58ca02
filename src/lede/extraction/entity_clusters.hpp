#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <lede/extraction/entity_groups.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/name_gazetteer.hpp>

namespace lede {

/// The name groups of one thing: indices, in the order of the text.
using EntityCluster = std::vector<std::size_t>;

/// Joins the groups that name one thing: "Sherman-Palladino" with "Amy Sherman-Palladino", "DP" with "Democratic Party".
/// `links` tells for the features of a pair whether it is one (label 1); an empty model joins nothing.
/// Clusters are in the order of their first mentions.
std::vector<EntityCluster> cluster_groups(const NamedText& text, const NameGazetteer& gazetteer,
                                          const std::vector<NameGroup>& groups, const LinearModel& links);

/// The fullest form of a cluster's names: of most words, then letters.
std::string fullest_name(const std::vector<NameGroup>& groups, const EntityCluster& cluster);

/// All other forms, sorted.
std::vector<std::string> other_names(const std::vector<NameGroup>& groups, const EntityCluster& cluster);

}  // namespace lede
