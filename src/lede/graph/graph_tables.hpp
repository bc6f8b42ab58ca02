#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <lede/graph/text_pool.hpp>

namespace lede {

/// A property of a node with a literal as its value.
struct AttributeRow {
    TextId property;  ///< IRI
    TextId value;
    TextId datatype;  ///< IRI, or a language tag with "@" before it; the empty text for a plain string

    auto operator<=>(const AttributeRow&) const = default;
};

/// Where a statement is from.
struct SourceRow {
    TextId sentence;
    TextId article;
    TextId confidence;

    auto operator<=>(const SourceRow&) const = default;
};

/// A class or property and what is said of it: its label, or a class that it is below.
struct TermRow {
    TextId iri;
    TextId other;
};

/// A node under the hash of one of its names, or of a word of one.
struct NameRow {
    std::uint32_t hash;
    std::uint32_t node;

    auto operator<=>(const NameRow&) const = default;
};

/// A knowledge graph as columns of plain numbers, which are the same in memory and in a file. What belongs to item i of
/// a `…_begin` column is at [begin[i], begin[i + 1]) of the column behind it; such a column has one more item than
/// there are things, so that none is ever empty. Nodes are numbered in the order of their IRIs.
template <template <class> class List>
struct GraphTables {
    List<std::uint64_t> text_begin;  ///< of each text in text_bytes: first the nodes' IRIs, sorted, then all others
    List<char> text_bytes;
    List<std::uint32_t> name_begin;  ///< of each node
    List<TextId> names;              ///< the longest first
    List<std::uint32_t> alias_begin;
    List<TextId> aliases;  ///< sorted
    List<std::uint32_t> type_begin;
    List<TextId> types;            ///< sorted
    List<std::uint8_t> is_record;  ///< of each node: 0 or 1
    List<std::uint32_t> attribute_begin;
    List<AttributeRow> attributes;  ///< sorted
    List<TextId> properties;        ///< of edges, sorted; an edge has the place in here
    List<std::uint32_t> out_begin;  ///< of each node: its edges
    List<std::uint32_t> edge_from;  ///< sorted by from, property, to
    List<std::uint32_t> edge_property;
    List<std::uint32_t> edge_to;
    List<std::uint32_t> in_begin;       ///< of each node: the edges that end there
    List<std::uint32_t> in_edges;       ///< sorted by property and from
    List<std::uint32_t> sourced_edges;  ///< those that have sources, sorted
    List<std::uint32_t> edge_source_begin;
    List<SourceRow> edge_sources;  ///< sorted
    List<std::uint32_t> sourced_attributes;
    List<std::uint32_t> attribute_source_begin;
    List<SourceRow> attribute_sources;
    List<TermRow> labels;      ///< sorted by IRI
    List<TermRow> parents;     ///< of classes, sorted
    List<NameRow> name_index;  ///< sorted; empty if the graph has no index
    List<NameRow> word_index;
};

/// Calls `visit(a.column, b.column)` for each column, in the order of the file.
template <class A, class B, class Visit>
void zip_columns(A& a, B& b, Visit visit) {
    visit(a.text_begin, b.text_begin);
    visit(a.text_bytes, b.text_bytes);
    visit(a.name_begin, b.name_begin);
    visit(a.names, b.names);
    visit(a.alias_begin, b.alias_begin);
    visit(a.aliases, b.aliases);
    visit(a.type_begin, b.type_begin);
    visit(a.types, b.types);
    visit(a.is_record, b.is_record);
    visit(a.attribute_begin, b.attribute_begin);
    visit(a.attributes, b.attributes);
    visit(a.properties, b.properties);
    visit(a.out_begin, b.out_begin);
    visit(a.edge_from, b.edge_from);
    visit(a.edge_property, b.edge_property);
    visit(a.edge_to, b.edge_to);
    visit(a.in_begin, b.in_begin);
    visit(a.in_edges, b.in_edges);
    visit(a.sourced_edges, b.sourced_edges);
    visit(a.edge_source_begin, b.edge_source_begin);
    visit(a.edge_sources, b.edge_sources);
    visit(a.sourced_attributes, b.sourced_attributes);
    visit(a.attribute_source_begin, b.attribute_source_begin);
    visit(a.attribute_sources, b.attribute_sources);
    visit(a.labels, b.labels);
    visit(a.parents, b.parents);
    visit(a.name_index, b.name_index);
    visit(a.word_index, b.word_index);
}

template <class Item>
using OwnedColumn = std::vector<Item>;
template <class Item>
using ColumnView = std::span<const Item>;

using OwnedTables = GraphTables<OwnedColumn>;
using TableViews = GraphTables<ColumnView>;

/// Views of all columns.
inline TableViews views_of(const OwnedTables& tables) {
    TableViews views;
    zip_columns(tables, views, [](const auto& column, auto& view) { view = column; });
    return views;
}

}  // namespace lede
