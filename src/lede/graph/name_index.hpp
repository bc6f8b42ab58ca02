#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {

/// The text as names are compared: letter case and diacritics folded away. Ill-formed bytes do no harm.
std::string folded_name(std::string_view text);
/// The words of a folded name, sorted.
std::vector<std::string> words_of_name(const std::string& folded);

/// Fills the tables' indexes by which find_nodes() looks a name up without going over all names.
void add_name_index(const KnowledgeGraph& graph, OwnedTables& tables);

/// The nodes that may have the key among the keys of the index, sorted; a few too many where hashes collide.
std::vector<NodeId> find_in_index(std::span<const NameRow> index, std::string_view key);

}  // namespace lede
