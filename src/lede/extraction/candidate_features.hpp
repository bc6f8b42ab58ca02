#pragma once

#include <cstdint>
#include <vector>

#include <lede/extraction/reading.hpp>

namespace lede {

/// What ties two mentions of a sentence together, as hashed features: the dependency path between them (with and without its words), the
/// words between and around them, their classes and kinds, distance, and the row that each stands in ("A, B and C").
/// The same for every property; the order of the arguments matters. Appends to `features`, without duplicates in the appended part.
void find_candidate_features(const Reading& reading, const Mention& subject, const Mention& object, std::vector<std::uint64_t>& features);

/// The word that carries the relation: the top of the path between the two, or the lowest verb under which both stand.
std::uint32_t find_trigger(const Reading& reading, const Mention& subject, const Mention& object);

}  // namespace lede
