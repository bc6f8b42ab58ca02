#include <algorithm>
#include <span>

#include <lede/graph/check_tables.hpp>

namespace lede {
namespace {

/// Whether the rows cover the items, one after the other.
template <class Number>
bool are_rows(std::span<const Number> begin, std::size_t rows, std::size_t items) {
    return begin.size() == rows + 1 && begin.front() == 0 && begin.back() == items &&
           std::is_sorted(begin.begin(), begin.end());
}

/// The numbers' bits are looked at together where they can be: this runs over all of a large file.
bool are_below(std::span<const std::uint32_t> numbers, std::size_t limit) {
    std::uint32_t largest = 0;
    for (const std::uint32_t number : numbers) largest = std::max(largest, number);
    return numbers.empty() || largest < limit;
}

/// The same for columns whose rows are made of numbers of texts.
template <class Row>
bool are_texts(std::span<const Row> rows, std::size_t texts) {
    static_assert(sizeof(Row) % sizeof(TextId) == 0);
    return are_below({reinterpret_cast<const TextId*>(rows.data()), rows.size_bytes() / sizeof(TextId)}, texts);
}

/// Numbers of which each but the last is less than the next.
bool are_some(std::span<const std::uint32_t> numbers, std::size_t limit) {
    return are_below(numbers, limit) && std::is_sorted(numbers.begin(), numbers.end());
}

bool check_nodes(const TableViews& tables, std::size_t texts) {
    const std::size_t nodes = tables.is_record.size();
    const auto is_flag = [](std::uint8_t flag) { return flag <= 1; };
    return nodes <= texts && std::all_of(tables.is_record.begin(), tables.is_record.end(), is_flag) &&
           are_rows(tables.name_begin, nodes, tables.names.size()) && are_below(tables.names, texts) &&
           are_rows(tables.alias_begin, nodes, tables.aliases.size()) && are_below(tables.aliases, texts) &&
           are_rows(tables.type_begin, nodes, tables.types.size()) && are_below(tables.types, texts) &&
           are_rows(tables.attribute_begin, nodes, tables.attributes.size()) && are_texts(tables.attributes, texts);
}

bool check_edges(const TableViews& tables, std::size_t texts) {
    const std::size_t nodes = tables.is_record.size();
    const std::size_t edges = tables.edge_to.size();
    return are_below(tables.properties, texts) && tables.edge_from.size() == edges &&
           tables.edge_property.size() == edges && are_below(tables.edge_from, nodes) &&
           are_below(tables.edge_to, nodes) && are_below(tables.edge_property, tables.properties.size()) &&
           are_rows(tables.out_begin, nodes, edges) && are_rows(tables.in_begin, nodes, tables.in_edges.size()) &&
           tables.in_edges.size() == edges && are_below(tables.in_edges, edges);
}

bool check_sources(const TableViews& tables, std::size_t texts) {
    return are_some(tables.sourced_edges, tables.edge_to.size()) &&
           are_rows(tables.edge_source_begin, tables.sourced_edges.size(), tables.edge_sources.size()) &&
           are_texts(tables.edge_sources, texts) && are_some(tables.sourced_attributes, tables.attributes.size()) &&
           are_rows(tables.attribute_source_begin, tables.sourced_attributes.size(), tables.attribute_sources.size()) &&
           are_texts(tables.attribute_sources, texts);
}

bool check_index(std::span<const NameRow> index, std::size_t nodes) {
    return std::all_of(index.begin(), index.end(), [&](const NameRow& row) { return row.node < nodes; });
}

}  // namespace

bool check_tables(const TableViews& tables) {
    if (tables.text_begin.empty() || tables.text_begin.size() > no_text) return false;
    const std::size_t texts = tables.text_begin.size() - 1;
    return are_rows(tables.text_begin, texts, tables.text_bytes.size()) && check_nodes(tables, texts) &&
           check_edges(tables, texts) && check_sources(tables, texts) && are_texts(tables.labels, texts) &&
           are_texts(tables.parents, texts) && check_index(tables.name_index, tables.is_record.size()) &&
           check_index(tables.word_index, tables.is_record.size());
}

}  // namespace lede
