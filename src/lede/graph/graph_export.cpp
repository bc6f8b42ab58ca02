#include <algorithm>
#include <cstdio>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/graph/arcs.hpp>
#include <lede/graph/graph_export.hpp>
#include <lede/graph/words.hpp>

namespace lede {
namespace {

/// Replaces each of the characters by what `escape` gives for it.
template <class Escape>
std::string escaped(std::string_view text, Escape escape) {
    std::string result;
    for (char c : to_printable(text)) {
        const std::string_view other = escape(c);
        if (other.empty())
            result += c;
        else
            result += other;
    }
    return result;
}

std::string for_dot(std::string_view text) {
    return escaped(text, [](char c) -> std::string_view { return c == '"' ? "\\\"" : c == '\\' ? "\\\\" : ""; });
}

std::string for_xml(std::string_view text) {
    return escaped(text, [](char c) -> std::string_view {
        switch (c) {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return "&quot;";
            default:
                return "";
        }
    });
}

/// Mermaid takes entity codes between "#" and ";" inside quoted labels, and reads some Markdown and HTML in them.
std::string for_mermaid(std::string_view text) {
    return escaped(text, [](char c) -> std::string_view {
        switch (c) {
            case '"':
                return "#quot;";
            case '#':
                return "#35;";
            case '&':
                return "#38;";
            case '<':
                return "#lt;";
            case '>':
                return "#gt;";
            case '`':
                return "#96;";
            case '*':
                return "#42;";
            case '_':
                return "#95;";
            case '\\':
                return "#92;";
            default:
                return "";
        }
    });
}

std::string class_label(const KnowledgeGraph& graph, NodeId id) {
    const TextList types = graph.types(id);
    return types.empty() ? "" : graph.label_of(types.front());
}

/// A light colour that is always the same for a class: its hue is taken from the hash of the IRI.
std::string colour_of(const KnowledgeGraph& graph, NodeId id) {
    const TextList types = graph.types(id);
    if (types.empty()) return "0.0 0.0 0.95";
    char buffer[32];
    const unsigned hue = static_cast<unsigned>(hash_of(types.front()) % 100);
    std::snprintf(buffer, sizeof buffer, "0.%02u 0.25 0.97", hue);
    return buffer;
}

std::string number(std::size_t value) {
    return std::to_string(value);
}

std::string to_dot(const KnowledgeGraph& graph, const Drawing& drawing) {
    std::string text =
        "digraph lede {\n    graph [overlap=false, rankdir=LR];\n    node [shape=box, style=\"rounded,filled\", "
        "fontname=\"sans-serif\"];\n    edge [fontname=\"sans-serif\", fontsize=10];\n";
    for (NodeId id : drawing.nodes) {
        const std::string kind = class_label(graph, id);
        text += "    n" + number(id) + " [label=\"" + for_dot(graph.name_of(id)) +
                (kind.empty() ? "" : "\\n" + for_dot(kind)) + "\", tooltip=\"" + for_dot(graph.iri(id)) +
                "\", fillcolor=\"" + colour_of(graph, id) + "\"];\n";
    }
    for (EdgeId id : drawing.edges) {
        const Edge edge = graph.edge(id);
        text += "    n" + number(edge.from) + " -> n" + number(edge.to) + " [label=\"" +
                for_dot(graph.label_of(graph.property_of(id))) + "\"];\n";
    }
    return text + "}\n";
}

std::string to_graphml(const KnowledgeGraph& graph, const Drawing& drawing) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const char* key : {"label", "iri", "class"}) {
        text +=
            "  <key id=\"" + std::string(key) + "\" for=\"node\" attr.name=\"" + key + "\" attr.type=\"string\"/>\n";
    }
    text +=
        "  <key id=\"property\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n"
        "  <key id=\"propertyIri\" for=\"edge\" attr.name=\"iri\" attr.type=\"string\"/>\n"
        "  <graph id=\"lede\" edgedefault=\"directed\">\n";
    const auto data = [](const std::string& key, std::string_view value) {
        return "<data key=\"" + key + "\">" + for_xml(value) + "</data>";
    };
    for (NodeId id : drawing.nodes) {
        text += "    <node id=\"n" + number(id) + "\">" + data("label", graph.name_of(id)) +
                data("iri", graph.iri(id)) + data("class", class_label(graph, id)) + "</node>\n";
    }
    for (EdgeId id : drawing.edges) {
        const Edge edge = graph.edge(id);
        text += "    <edge id=\"e" + number(id) + "\" source=\"n" + number(edge.from) + "\" target=\"n" +
                number(edge.to) + "\">" + data("property", graph.label_of(graph.property_of(id))) +
                data("propertyIri", graph.property_of(id)) + "</edge>\n";
    }
    return text + "  </graph>\n</graphml>\n";
}

std::string to_mermaid(const KnowledgeGraph& graph, const Drawing& drawing) {
    std::string text = "flowchart LR\n";
    for (NodeId id : drawing.nodes) text += "    n" + number(id) + "[\"" + for_mermaid(graph.name_of(id)) + "\"]\n";
    for (EdgeId id : drawing.edges) {
        const Edge edge = graph.edge(id);
        text += "    n" + number(edge.from) + " -->|\"" + for_mermaid(graph.label_of(graph.property_of(id))) + "\"| n" +
                number(edge.to) + "\n";
    }
    return text;
}

}  // namespace

std::optional<DrawingFormat> parse_drawing_format(std::string_view name) {
    if (name == "dot") return DrawingFormat::dot;
    if (name == "graphml") return DrawingFormat::graphml;
    if (name == "mermaid") return DrawingFormat::mermaid;
    return std::nullopt;
}

Drawing select_drawing(const KnowledgeGraph& graph, const TraversalFilter& filter, std::optional<NodeId> centre,
                       std::uint32_t depth, bool isolated) {
    const Admission admission(graph, filter);
    std::vector<char> chosen(graph.node_count());
    if (centre) {
        chosen[*centre] = 1;
        for (const Neighbour& one : find_neighbours(graph, *centre, depth, filter)) chosen[one.node] = 1;
    } else {
        for (NodeId id = 0; id < chosen.size(); ++id) chosen[id] = admission.admits_node(id);
    }
    Drawing drawing;
    std::vector<char> linked(chosen.size());
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
        const Edge edge = graph.edge(id);
        if (!chosen[edge.from] || !chosen[edge.to] || !admission.admits_property(edge.property)) continue;
        drawing.edges.push_back(id);
        linked[edge.from] = linked[edge.to] = 1;
    }
    for (NodeId id = 0; id < chosen.size(); ++id) {
        if (chosen[id] && (linked[id] || isolated || centre)) drawing.nodes.push_back(id);
    }
    return drawing;
}

std::string to_text(const KnowledgeGraph& graph, const Drawing& drawing, DrawingFormat format) {
    switch (format) {
        case DrawingFormat::dot:
            return to_dot(graph, drawing);
        case DrawingFormat::graphml:
            return to_graphml(graph, drawing);
        case DrawingFormat::mermaid:
            return to_mermaid(graph, drawing);
    }
    return {};
}

}  // namespace lede
