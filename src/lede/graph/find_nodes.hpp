#pragma once

#include <string_view>
#include <vector>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {

/// The nodes that the text means, sorted: the node of that IRI; else those with exactly that name; else with that name
/// or alias but for letter case and diacritics; else those whose name has all its words. Records are found only where
/// nothing else is.
std::vector<NodeId> find_nodes(const KnowledgeGraph& graph, std::string_view text);

/// Nodes whose names look like the text, most alike first, at most `most`; empty if none does.
/// Alike is measured by shared trigrams of the folded names (Dice coefficient).
std::vector<NodeId> similar_nodes(const KnowledgeGraph& graph, std::string_view text, std::size_t most = 5);

/// How alike two texts are, 0 to 1, as similar_nodes measures it.
double similarity(std::string_view a, std::string_view b);

}  // namespace lede
