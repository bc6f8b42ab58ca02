#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <lede/extraction/discourse.hpp>

namespace lede {

/// The choices for one reference with their features: first "nothing that the text names", then each antecedent.
struct AntecedentChoices {
    std::vector<Antecedent> antecedents;
    const std::vector<EntityGroup>* groups = nullptr;  ///< that antecedents point into
    std::vector<std::uint64_t> features;  ///< of all choices, one behind the other
    std::vector<std::size_t> ends;        ///< behind the features of each choice; ends[0] is that of "nothing"

    std::span<const std::uint64_t> features_of(std::size_t choice) const {
        const std::size_t begin = choice == 0 ? 0 : ends[choice - 1];
        return std::span(features).subspan(begin, ends[choice] - begin);
    }
};

/// Fills `choices` for a reference at the place that the discourse has come to. Keeps the memory of what was there.
void find_choices(const Discourse& discourse, const Reference& reference, AntecedentChoices& choices);

}  // namespace lede
