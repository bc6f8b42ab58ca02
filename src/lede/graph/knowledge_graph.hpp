#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <lede/model/literal.hpp>

namespace lede {

/// Indices into KnowledgeGraph::nodes() and edges(); they follow the sort order and change when the graph does.
using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;

/// Where a statement of the graph is from.
struct Source {
    std::string sentence;    ///< the words of the article; empty if only the article is known
    std::string article;     ///< IRI
    std::string confidence;  ///< decimal as it was read, or empty

    auto operator<=>(const Source&) const = default;
};

/// A property of a node with a literal as its value.
struct Attribute {
    std::string property;  ///< IRI
    std::string value;
    std::string datatype;         ///< IRI, or a language tag with "@" before it; empty for a plain string
    std::vector<Source> sources;  ///< sorted
};

struct Node {
    std::string iri;
    std::vector<std::string> names;  ///< the first is shown; may be empty
    std::vector<std::string> aliases;
    std::vector<std::string> types;     ///< class IRIs, sorted
    std::vector<Attribute> attributes;  ///< sorted by property and value
    /// Articles and quotations: they link everything that they name, so a traversal leaves them out unless asked.
    bool record = false;
};

struct Edge {
    NodeId from = 0;
    std::string property;  ///< IRI
    NodeId to = 0;
    std::vector<Source> sources;  ///< sorted
};

/// Entities and how they hang together, with what is known of each, in memory. Made by GraphBuilder; then it does not
/// change.
class KnowledgeGraph {
  public:
    const std::vector<Node>& nodes() const { return nodes_; }  ///< sorted by IRI
    const std::vector<Edge>& edges() const { return edges_; }  ///< sorted by from, property, to
    const Node& node(NodeId id) const { return nodes_[id]; }
    const Edge& edge(EdgeId id) const { return edges_[id]; }

    /// Edges that begin or end at the node, sorted by property and the other node.
    std::span<const EdgeId> out_edges(NodeId id) const { return slice(out_, out_begin_, id); }
    std::span<const EdgeId> in_edges(NodeId id) const { return slice(in_, in_begin_, id); }

    std::optional<NodeId> find_iri(std::string_view iri) const;

    /// What to call a node: its first name, else the end of its IRI.
    std::string name_of(NodeId id) const;
    /// A class or property in words: its label if one was read, else its local name: "numberOfSeasons" gives "number of
    /// seasons".
    std::string label_of(const std::string& iri) const;
    /// Whether one of the node's classes is the class or below it in the class tree, so far as that was read.
    bool has_class(NodeId id, const std::string& class_iri) const;
    /// The labels that were read, by IRI of a class or property.
    const std::map<std::string, std::string>& labels() const { return labels_; }

  private:
    friend class GraphBuilder;

    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::vector<EdgeId> out_, in_;
    std::vector<std::uint32_t> out_begin_, in_begin_;
    std::map<std::string, std::string> labels_;
    std::map<std::string, std::vector<std::string>> parents_;

    void index_edges();
    static std::span<const EdgeId> slice(const std::vector<EdgeId>& list, const std::vector<std::uint32_t>& begin,
                                         NodeId id) {
        return std::span(list).subspan(begin[id], begin[id + 1] - begin[id]);
    }
};

/// Collects a graph in any order; the same parts give the same graph, whatever their order, and a part given twice
/// counts once.
class GraphBuilder {
  public:
    void add_node(std::string_view iri) { node(iri); }
    void add_name(std::string_view iri, std::string name) { nodes_[node(iri)].names.push_back(std::move(name)); }
    void add_alias(std::string_view iri, std::string alias) { nodes_[node(iri)].aliases.push_back(std::move(alias)); }
    void add_type(std::string_view iri, std::string class_iri) {
        nodes_[node(iri)].types.push_back(std::move(class_iri));
    }
    void mark_record(std::string_view iri) { nodes_[node(iri)].record = true; }
    /// `source` may be null.
    void add_attribute(std::string_view iri, Attribute attribute, const Source* source);
    void add_edge(std::string_view from, std::string_view property, std::string_view to, const Source* source);
    /// A source of a statement, which counts only if the statement itself is added as well: provenance may speak of
    /// what is not asserted.
    void add_source(std::string_view subject, std::string_view property, std::string_view object, const Source& source);
    void add_source(std::string_view subject, Attribute attribute, const Source& source);

    void add_label(std::string_view iri, std::string label) { labels_.try_emplace(std::string(iri), std::move(label)); }
    void add_parent(std::string_view class_iri, std::string parent) {
        parents_[std::string(class_iri)].push_back(std::move(parent));
    }

    /// The graph; the builder is empty afterwards.
    KnowledgeGraph build();

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Index = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    struct Link {
        NodeId from;
        std::uint32_t property;
        NodeId to;
        bool asserted;
        std::optional<Source> source;
    };
    struct Value {
        NodeId node;
        bool asserted;
        Attribute attribute;
    };

    std::vector<Node> nodes_;
    Index node_index_;
    std::vector<std::string> properties_;
    Index property_index_;
    std::vector<Link> links_;
    std::vector<Value> values_;
    std::map<std::string, std::string> labels_;
    std::map<std::string, std::vector<std::string>> parents_;

    NodeId node(std::string_view iri);
    std::optional<NodeId> find(std::string_view iri) const;
    std::uint32_t property(std::string_view iri);
    void join_values();
    void join_links(const std::vector<NodeId>& place, std::vector<Edge>& edges);
};

}  // namespace lede
