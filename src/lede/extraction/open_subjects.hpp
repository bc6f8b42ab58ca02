#pragma once

#include <optional>
#include <vector>

#include <lede/extraction/open_tree.hpp>

namespace lede {

/// Whether the token can tie a relative clause to its noun: "who", "which", "that".
bool is_relative_word(const OpenTree& tree, std::uint32_t token);

/// The noun that the relative or participial clause of this verb modifies, also through coordination and "the man who
/// said that he …".
std::optional<std::uint32_t> find_modified_noun(const OpenTree& tree, std::uint32_t predicate);

/// The subjects of a clause, each of a row by itself: the predicate's own, the noun that a relative clause or
/// participle modifies, or that of the clause above for a coordinated verb, an infinitive and an adverbial participle.
/// Empty if none is said.
std::vector<OpenArgument> find_subjects(const OpenTree& tree, std::uint32_t predicate);

/// A noun phrase and its conjuncts, each an argument; clauses among the conjuncts are left out.
std::vector<OpenArgument> make_arguments(const OpenTree& tree, std::uint32_t noun);

}  // namespace lede
