#pragma once

#include <vector>

#include <lede/base/word_list.hpp>
#include <lede/extraction/open_tree.hpp>

namespace lede {

/// Words that open tuples leave out or look for.
struct OpenLists {
    WordList connectives;  ///< adverbs that tie a sentence to the text and say nothing of it: "however"

    explicit OpenLists(const std::filesystem::path& folder) : connectives(folder / "open_connectives.tsv") {}
};

/// Adds the tuples of a clause, without confidence and status: one for each subject, and for each object, complement or
/// first prepositional argument of a row; the other arguments follow in the order of the text. Nothing is added for a
/// clause without a subject or without arguments.
void find_clause_tuples(const OpenTree& tree, const OpenLists& lists, std::uint32_t predicate,
                        std::vector<OpenTuple>& tuples);

}  // namespace lede
