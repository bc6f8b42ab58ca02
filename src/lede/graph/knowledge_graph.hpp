#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lede/graph/graph_tables.hpp>

namespace lede {

/// Numbers of nodes, edges, properties of edges, and attributes; they follow the sort order and change when the graph
/// does.
using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;
using PropertyId = std::uint32_t;
using AttributeId = std::uint32_t;

/// Where a statement of the graph is from.
struct Source {
    std::string sentence;    ///< the words of the article; empty if only the article is known
    std::string article;     ///< IRI
    std::string confidence;  ///< decimal as it was read, or empty

    auto operator<=>(const Source&) const = default;
};

/// A property of a node with a literal as its value. Views live as long as the graph.
struct Attribute {
    std::string_view property;  ///< IRI
    std::string_view value;
    std::string_view datatype = {};  ///< IRI, or a language tag with "@" before it; empty for a plain string
};

struct Edge {
    NodeId from = 0;
    PropertyId property = 0;
    NodeId to = 0;
};

/// Texts of a graph, one after the other. Lives as long as the graph.
class TextList {
  public:
    class Iterator {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = std::string_view;
        Iterator(const TableViews& tables, const TextId* at) : tables_(&tables), at_(at) {}
        std::string_view operator*() const;
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

      private:
        const TableViews* tables_;
        const TextId* at_;
    };

    TextList(const TableViews& tables, std::span<const TextId> ids) : tables_(&tables), ids_(ids) {}

    Iterator begin() const { return {*tables_, ids_.data()}; }
    Iterator end() const { return {*tables_, ids_.data() + ids_.size()}; }
    std::size_t size() const { return ids_.size(); }
    bool empty() const { return ids_.empty(); }
    std::string_view operator[](std::size_t at) const { return *Iterator(*tables_, ids_.data() + at); }
    std::string_view front() const { return (*this)[0]; }
    std::vector<std::string> to_strings() const;

  private:
    const TableViews* tables_;
    std::span<const TextId> ids_;
};

/// Entities and how they hang together, with what is known of each. Made by GraphBuilder, or opened from a file; then
/// it does not change. Copies share what they look at.
class KnowledgeGraph {
  public:
    KnowledgeGraph();
    /// `owner` keeps alive what the views look at. The tables must hold together, as check_tables() tells.
    KnowledgeGraph(const TableViews& tables, std::shared_ptr<const void> owner);

    /// Nodes are in the order of their IRIs, edges in that of their from, property IRI and to.
    NodeId node_count() const { return static_cast<NodeId>(views().is_record.size()); }
    EdgeId edge_count() const { return static_cast<EdgeId>(views().edge_to.size()); }

    std::string_view iri(NodeId id) const { return text(id); }
    /// The first is shown; may be empty.
    TextList names(NodeId id) const { return list(views().name_begin, views().names, id); }
    TextList aliases(NodeId id) const { return list(views().alias_begin, views().aliases, id); }
    /// Class IRIs, sorted.
    TextList types(NodeId id) const { return list(views().type_begin, views().types, id); }
    /// Articles and quotations: they link everything that they name, so a traversal leaves them out unless asked.
    bool is_record(NodeId id) const { return views().is_record[id] != 0; }
    /// The node's attributes are those from the first to before the second, sorted by property and value.
    std::pair<AttributeId, AttributeId> attributes(NodeId id) const {
        return {views().attribute_begin[id], views().attribute_begin[id + 1]};
    }
    Attribute attribute(AttributeId id) const;
    std::vector<Source> sources_of_attribute(AttributeId id) const;

    Edge edge(EdgeId id) const { return {views().edge_from[id], views().edge_property[id], views().edge_to[id]}; }
    /// Sorted; may be empty.
    std::vector<Source> sources_of_edge(EdgeId id) const;
    /// The edges that begin at the node: from the first to before the second, sorted by property and the other node.
    std::pair<EdgeId, EdgeId> out_edges(NodeId id) const { return {views().out_begin[id], views().out_begin[id + 1]}; }
    /// The edges that end at the node, sorted likewise.
    std::span<const EdgeId> in_edges(NodeId id) const { return slice(views().in_begin, views().in_edges, id); }

    /// Properties of edges, in the order of their IRIs.
    PropertyId property_count() const { return static_cast<PropertyId>(views().properties.size()); }
    std::string_view property_iri(PropertyId id) const { return text(views().properties[id]); }
    std::string_view property_of(EdgeId id) const { return property_iri(views().edge_property[id]); }

    std::optional<NodeId> find_iri(std::string_view iri) const;

    /// What to call a node: its first name, else the end of its IRI.
    std::string name_of(NodeId id) const;
    /// A class or property in words: its label if one was read, else its local name: "numberOfSeasons" gives "number of
    /// seasons".
    std::string label_of(std::string_view iri) const;
    /// Whether one of the node's classes is the class or below it in the class tree, so far as that was read.
    bool has_class(NodeId id, std::string_view class_iri) const;
    /// Whether the class is the other or below it.
    bool is_below(std::string_view class_iri, std::string_view other) const;
    /// The labels that were read, by IRI of a class or property.
    std::vector<std::pair<std::string_view, std::string_view>> labels() const;

    /// The columns themselves.
    const TableViews& views() const { return *views_; }
    std::string_view text(TextId id) const;

  private:
    std::shared_ptr<const void> owner_;
    std::shared_ptr<const TableViews> views_;  // does not move with the graph, so that a TextList may look at it

    template <class Item>
    static std::span<const Item> slice(std::span<const std::uint32_t> begin, std::span<const Item> items,
                                       std::uint32_t id) {
        return items.subspan(begin[id], begin[id + 1] - begin[id]);
    }
    TextList list(std::span<const std::uint32_t> begin, std::span<const TextId> items, NodeId id) const {
        return {views(), slice(begin, items, id)};
    }
    std::span<const TermRow> rows_of(std::span<const TermRow> rows, std::string_view iri) const;
    std::vector<Source> to_sources(std::span<const SourceRow> rows) const;
};

}  // namespace lede
