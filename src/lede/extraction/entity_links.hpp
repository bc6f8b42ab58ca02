#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <lede/extraction/entity_groups.hpp>
#include <lede/language/name_gazetteer.hpp>

namespace lede {

/// How a shorter name may come from a longer one.
enum class NameRelation : std::uint8_t { prefix, suffix, inner, acronym, plural, same_letters };

/// How `shorter` may be another name of what `longer` names; empty if it cannot.
std::optional<NameRelation> find_relation(const NameGroup& shorter, const NameGroup& longer);

/// Features of a possible pair of names of one thing, for a classifier; a feature set.
std::vector<std::uint64_t> link_features(const NamedText& text, const NameGazetteer& gazetteer, const std::vector<NameGroup>& groups,
                                         std::size_t shorter, std::size_t longer, NameRelation relation);

}  // namespace lede
