#pragma once

#include <lede/language/name_gazetteer.hpp>
#include <lede/language/word_vectors.hpp>

namespace lede {

/// What is known of words and names before a text is read. Either may be empty.
struct NameLexicon {
    NameGazetteer gazetteer;
    WordVectors vectors;  ///< of the model that also has the names, or will have them; it must outlive this object
};

}  // namespace lede
