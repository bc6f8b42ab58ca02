#pragma once

#include <lede/language/name_corpus.hpp>

namespace lede {

/// The document as someone might have typed it who leaves out the shift key, every third sentence as someone who never
/// lets go of it. Only ASCII letters change, so that spans stay. Its layers must be made anew.
NamedDocument make_careless_variant(const NamedDocument& named);

}  // namespace lede
