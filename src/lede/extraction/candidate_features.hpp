#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <lede/extraction/reading.hpp>

namespace lede {

/// What ties two mentions of a sentence together, as hashed features: the dependency path between them (with and without its words), the
/// words between and around them, their classes and kinds, distance, and the row that each stands in ("A, B and C").
/// The same for every property; the order of the arguments matters. Appends to `features`, without duplicates in the appended part.
/// With `verb`, the candidate is seen as if that word stood at the top of its path: one of find_shared_verbs().
void find_candidate_features(const Reading& reading, const Mention& subject, const Mention& object, std::vector<std::uint64_t>& features,
                             std::optional<std::uint32_t> verb = std::nullopt);

/// The other words of a row that share both arguments with the top of their path: for A and it in "A will write, direct and produce it",
/// "write" and "direct". Mostly empty.
std::vector<std::uint32_t> find_shared_verbs(const Reading& reading, const Mention& subject, const Mention& object);

/// The word that carries the relation: the top of the path between the two, or the lowest verb under which both stand.
std::uint32_t find_trigger(const Reading& reading, const Mention& subject, const Mention& object);

}  // namespace lede
