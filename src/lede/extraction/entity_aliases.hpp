#pragma once

#include <lede/extraction/entity_groups.hpp>

namespace lede {

/// Whether the text says in so many words that `other` is another name of what `name` names: "Marisol Tan, better known as
/// Solly", "Vallgren University of Technology (ValTech)". Both must be names of one kind.
bool is_introduced_as(const NamedText& text, const NameGroup& other, const NameGroup& name);

}  // namespace lede
