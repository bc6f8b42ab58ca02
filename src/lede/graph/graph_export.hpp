#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lede/graph/traversal.hpp>

namespace lede {

enum class DrawingFormat { dot, graphml, mermaid };

/// Empty for another name.
std::optional<DrawingFormat> parse_drawing_format(std::string_view name);

/// What is drawn: nodes, sorted, and the edges between them, sorted.
struct Drawing {
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
};

/// What the filter admits. With a centre, only what is at most `depth` steps from it; without, nodes that no admitted
/// edge reaches are left out unless `isolated`.
Drawing select_drawing(const KnowledgeGraph& graph, const TraversalFilter& filter, std::optional<NodeId> centre,
                       std::uint32_t depth, bool isolated);

/// The drawing as Graphviz DOT, GraphML 1.0 (for Gephi, yEd, Cytoscape), or a Mermaid flowchart. Names are escaped;
/// equal graphs give equal bytes.
std::string to_text(const KnowledgeGraph& graph, const Drawing& drawing, DrawingFormat format);

}  // namespace lede
