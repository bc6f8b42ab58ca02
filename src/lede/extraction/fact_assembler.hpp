#pragma once

#include <vector>

#include <lede/extraction/post_terms.hpp>
#include <lede/extraction/property_table.hpp>
#include <lede/extraction/reading.hpp>

namespace lede {

/// A candidate that was found to state a property.
struct StatedCandidate {
    const Mention* subject = nullptr;
    const Mention* object = nullptr;
    std::size_t property = 0;
    float probability = 0;
    Status status = Status::asserted;
    std::string matched;  ///< example that it resembles
    std::uint32_t trigger = 0;  ///< the token that ties the two: of a row of verbs, each says something else
    PostTerm term = {};         ///< of a post
};

class Rejections;

/// The fact that the candidate alone would be.
Fact to_fact(const Reading& reading, const PropertyTable& table, const StatedCandidate& candidate);

/// Makes facts of candidates: the same statement in several sentences becomes one fact with several pieces of evidence; of overlapping
/// phrases for one property the likeliest is kept; a general property gives way to its special case; a symmetric one is said once.
/// Facts are sorted by subject, property and object. What gives way goes to `rejections`, which may be null.
std::vector<Fact> assemble_facts(const Reading& reading, const PropertyTable& table, std::vector<StatedCandidate> candidates,
                                 Rejections* rejections = nullptr);

}  // namespace lede
