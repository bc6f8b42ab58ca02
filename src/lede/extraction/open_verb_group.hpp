#pragma once

#include <lede/extraction/open_tree.hpp>

namespace lede {

/// The words of a predicate and the tokens whose dependents are its arguments: more than one where an infinitive
/// completes a verb ("wants to buy"). A copula's predicate noun or adjective is no part of the words, unless an
/// infinitive follows it ("is able to buy").
struct VerbGroup {
    Words words;              ///< sorted
    Words chain;              ///< the verb, and the infinitives that complete it
    bool has_copula = false;  ///< whether the last of the chain is a predicate noun or adjective

    std::uint32_t last() const { return chain.back(); }
};

VerbGroup find_verb_group(const OpenTree& tree, std::uint32_t predicate);

/// Whether the clause is told with that of the verb above it, which it completes.
bool completes_verb(const OpenTree& tree, std::uint32_t predicate);

}  // namespace lede
