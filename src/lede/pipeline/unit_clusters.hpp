#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lede {

/// What one article says of a thing by functional properties: terms of N-Quads by the IRI of the property.
using UnitValues = std::map<std::string, std::set<std::string>>;

/// Units that mean one thing, and what sets them apart from those of other things.
struct UnitCluster {
    std::vector<std::size_t> units;  ///< their places, sorted
    int year = 0;                    ///< the least one of a property that sets them apart; 0 if none has a date
    std::string property;            ///< its IRI
    std::string value;               ///< of that year; a term of N-Quads
};

/// Parts units of one name by the things that they mean. Two are different if dates of a functional property lie in
/// years that are three or more apart, or if two properties contradict; of several values of one, the nearest count.
/// Units with equal or near values of a property are linked, the nearest first, but never two sets with different units
/// (single linkage with constraints). `dates` has the functional properties whose values are dates.
/// Returns the sets that are different from another, sorted by year: none, or two or more. Units that are different
/// from no other are in none of them. The order of the units changes nothing but their places. Of more than two
/// hundred units with different values nothing is told apart, as they can be no people of one name.
std::vector<UnitCluster> cluster_units(const std::vector<UnitValues>& units, const std::set<std::string>& dates);

/// Whether units that have these values together may be different: a quick look that may say yes too often.
bool may_differ(const UnitValues& values, const std::set<std::string>& dates);

}  // namespace lede
