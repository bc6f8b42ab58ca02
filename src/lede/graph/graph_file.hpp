#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {

/// Hands the graph over as bytes, in pieces, that open_graph_file() opens at once; with an index of all names. The same
/// graph gives the same bytes.
void write_graph_file(const KnowledgeGraph& graph, const std::function<void(std::string_view)>& sink);

/// Whether the file is such a one, by its first bytes. False also if it cannot be read.
bool is_graph_file(const std::filesystem::path& path);

/// The graph of such a file, which is mapped into memory and must not be changed as long as the graph or a copy of it
/// is in use. All of it is checked, so that a damaged file harms nothing. Throws InputError: what is wrong with it.
KnowledgeGraph open_graph_file(const std::filesystem::path& path);

}  // namespace lede
