#include <algorithm>
#include <functional>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/graph/graph_layout.hpp>

namespace lede {
namespace {

template <class Item>
void sort_unique(std::vector<Item>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

template <class Item>
void give_back(std::vector<Item>& items) {
    std::vector<Item>().swap(items);
}

void check_count(std::size_t count, const char* what) {
    if (count >= no_text) throw Error(std::string("a graph cannot have more than 4 billion ") + what);
}

/// Counts in begin[i + 1] become the places where rows begin.
void add_up(std::vector<std::uint32_t>& begin) {
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
}

/// The items sorted into rows, in their order within each: `row` gives an item's row, `keep` what is kept of it.
template <class Kept, class Items, class Row, class Keep>
std::vector<Kept> distribute(const Items& items, std::vector<std::uint32_t>& begin, std::size_t rows, Row row,
                             Keep keep) {
    check_count(items.size(), "statements of one kind");
    begin.assign(rows + 1, 0);
    for (const auto& item : items) ++begin[row(item) + 1];
    add_up(begin);
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    std::vector<Kept> kept(items.size());
    for (const auto& item : items) kept[next[row(item)]++] = keep(item);
    return kept;
}

/// Sorts each row and drops what is there twice, closing the gaps.
template <class Item, class Less>
void sort_rows(std::vector<std::uint32_t>& begin, std::vector<Item>& items, Less less) {
    std::uint32_t end = 0;
    for (std::size_t row = 0, first = 0; row + 1 < begin.size(); ++row) {
        const std::size_t last = begin[row + 1];
        const auto from = items.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = items.begin() + static_cast<std::ptrdiff_t>(last);
        if (last - first > 1) std::sort(from, to, less);
        const auto unique_end = std::unique(from, to);
        begin[row] = end;
        for (auto at = from; at != unique_end; ++at) items[end++] = *at;
        first = last;
    }
    begin.back() = end;
    items.resize(end);
}

}  // namespace

OwnedTables GraphLayout::run() {
    number_nodes();
    lay_lists(parts_.names_, tables_.name_begin, tables_.names, true);
    lay_lists(parts_.aliases_, tables_.alias_begin, tables_.aliases, false);
    drop_aliases_that_are_names();
    lay_lists(parts_.types_, tables_.type_begin, tables_.types, false);
    lay_attributes();
    find_properties();
    lay_edges();
    lay_in_edges();
    lay_edge_sources();
    lay_attribute_sources();
    lay_terms();
    // From here on the columns have the numbers of the tables; the order is that of the columns, whatever the input's.
    for (auto* column : {&tables_.names, &tables_.aliases, &tables_.types, &tables_.properties})
        for (TextId& id : *column) id = number_of(id);
    for (AttributeRow& row : tables_.attributes)
        row = {number_of(row.property), number_of(row.value), number_of(row.datatype)};
    for (auto* column : {&tables_.edge_sources, &tables_.attribute_sources})
        for (SourceRow& row : *column)
            row = {number_of(row.sentence), number_of(row.article), number_of(row.confidence)};
    for (auto* column : {&tables_.labels, &tables_.parents})
        for (TermRow& row : *column) row = {number_of(row.iri), number_of(row.other)};
    lay_texts();
    return std::move(tables_);
}

TextId GraphLayout::number_of(TextId text) {
    TextId& number = number_[text];
    if (number == no_text) {
        number = static_cast<TextId>(order_.size());
        order_.push_back(text);
    }
    return number;
}

void GraphLayout::number_nodes() {
    // Before texts are numbered, all must be there.
    for (const auto& [iri, label] : parts_.labels_) {
        parts_.texts.add(iri);
        parts_.texts.add(label);
    }
    for (const auto& [iri, parent] : parts_.parents_) {
        parts_.texts.add(iri);
        parts_.texts.add(parent);
    }
    for (TextId id = 0; id < parts_.marks_.size(); ++id) {
        if (parts_.marks_[id] & GraphBuilder::node_mark) order_.push_back(id);
    }
    sort_texts(parts_.texts, order_);
    nodes_ = static_cast<std::uint32_t>(order_.size());
    number_.assign(parts_.texts.size(), no_text);
    tables_.is_record.resize(nodes_);
    for (std::uint32_t at = 0; at < nodes_; ++at) {
        number_[order_[at]] = at;
        tables_.is_record[at] = (parts_.marks_[order_[at]] & GraphBuilder::record_mark) != 0;
    }
    give_back(parts_.marks_);
}

void GraphLayout::lay_lists(std::vector<GraphBuilder::Pair>& pairs, std::vector<std::uint32_t>& begin,
                            std::vector<TextId>& items, bool longest_first) {
    items = distribute<TextId>(
        pairs, begin, nodes_, [&](const auto& pair) { return number_[pair.first]; },
        [](const auto& pair) { return pair.second; });
    give_back(pairs);
    sort_rows(begin, items, [&](TextId a, TextId b) {
        const std::size_t size_a = parts_.texts[a].size();
        const std::size_t size_b = parts_.texts[b].size();
        // The longest name is the fullest.
        return longest_first && size_a != size_b ? size_a > size_b : less(a, b);
    });
}

/// What is a name is no alias.
void GraphLayout::drop_aliases_that_are_names() {
    std::uint32_t end = 0;
    for (std::uint32_t node = 0, first = 0; node < nodes_; ++node) {
        const std::uint32_t last = tables_.alias_begin[node + 1];
        const auto names =
            std::span(tables_.names)
                .subspan(tables_.name_begin[node], tables_.name_begin[node + 1] - tables_.name_begin[node]);
        tables_.alias_begin[node] = end;
        for (; first < last; ++first) {
            const TextId alias = tables_.aliases[first];
            if (std::find(names.begin(), names.end(), alias) == names.end()) tables_.aliases[end++] = alias;
        }
    }
    tables_.alias_begin.back() = end;
    tables_.aliases.resize(end);
}

void GraphLayout::lay_attributes() {
    tables_.attributes = distribute<AttributeRow>(
        parts_.attributes_, tables_.attribute_begin, nodes_, [&](const auto& value) { return number_[value.node]; },
        [](const auto& value) { return value.attribute; });
    give_back(parts_.attributes_);
    sort_rows(tables_.attribute_begin, tables_.attributes, [&](const AttributeRow& a, const AttributeRow& b) {
        if (a.property != b.property) return less(a.property, b.property);
        return a.value != b.value ? less(a.value, b.value) : less(a.datatype, b.datatype);
    });
}

void GraphLayout::find_properties() {
    property_place_.assign(parts_.texts.size(), no_text);
    for (const auto& link : parts_.edges_) {
        if (property_place_[link.property] != no_text) continue;
        property_place_[link.property] = 0;
        tables_.properties.push_back(link.property);
    }
    sort_texts(parts_.texts, tables_.properties);
    for (std::uint32_t at = 0; at < tables_.properties.size(); ++at) property_place_[tables_.properties[at]] = at;
}

void GraphLayout::lay_edges() {
    // Property and object in one number, for a row is sorted by these.
    std::vector<std::uint64_t> rows = distribute<std::uint64_t>(
        parts_.edges_, tables_.out_begin, nodes_, [&](const auto& link) { return number_[link.from]; },
        [&](const auto& link) { return std::uint64_t{property_place_[link.property]} << 32 | number_[link.to]; });
    give_back(parts_.edges_);
    sort_rows(tables_.out_begin, rows, std::less<>());
    tables_.edge_from.resize(rows.size());
    tables_.edge_property.resize(rows.size());
    tables_.edge_to.resize(rows.size());
    for (std::uint32_t node = 0; node < nodes_; ++node) {
        for (std::uint32_t id = tables_.out_begin[node]; id < tables_.out_begin[node + 1]; ++id) {
            tables_.edge_from[id] = node;
            tables_.edge_property[id] = static_cast<std::uint32_t>(rows[id] >> 32);
            tables_.edge_to[id] = static_cast<std::uint32_t>(rows[id]);
        }
    }
}

void GraphLayout::lay_in_edges() {
    std::vector<std::uint32_t> all(tables_.edge_to.size());
    std::iota(all.begin(), all.end(), 0U);
    // Edges come in the order of their from, so that among those of one property the number of the edge orders them.
    std::vector<std::uint64_t> rows = distribute<std::uint64_t>(
        all, tables_.in_begin, nodes_, [&](std::uint32_t id) { return tables_.edge_to[id]; },
        [&](std::uint32_t id) { return std::uint64_t{tables_.edge_property[id]} << 32 | id; });
    give_back(all);
    sort_rows(tables_.in_begin, rows, std::less<>());
    tables_.in_edges.resize(rows.size());
    std::transform(rows.begin(), rows.end(), tables_.in_edges.begin(),
                   [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
}

void GraphLayout::lay_edge_sources() {
    std::vector<std::pair<std::uint32_t, SourceRow>> found;
    for (const auto& [link, source] : parts_.edge_sources_) {
        const std::uint32_t from = number_[link.from];
        const std::uint32_t property = property_place_[link.property];
        const std::uint32_t to = number_[link.to];
        if (from >= nodes_ || to >= nodes_ || property == no_text) continue;
        std::uint32_t first = tables_.out_begin[from];
        std::uint32_t last = tables_.out_begin[from + 1];
        while (first < last) {
            const std::uint32_t middle = first + (last - first) / 2;
            const bool before =
                std::tie(tables_.edge_property[middle], tables_.edge_to[middle]) < std::tie(property, to);
            first = before ? middle + 1 : first;
            last = before ? last : middle;
        }
        const bool there = first < tables_.out_begin[from + 1] && tables_.edge_property[first] == property &&
                           tables_.edge_to[first] == to;
        if (there) found.emplace_back(first, source);
    }
    give_back(parts_.edge_sources_);
    lay_sources(found, tables_.sourced_edges, tables_.edge_source_begin, tables_.edge_sources);
}

void GraphLayout::lay_attribute_sources() {
    std::vector<std::pair<std::uint32_t, SourceRow>> found;
    for (const auto& [value, source] : parts_.attribute_sources_) {
        const std::uint32_t node = number_[value.node];
        if (node >= nodes_) continue;
        const auto first = tables_.attributes.begin() + tables_.attribute_begin[node];
        const auto last = tables_.attributes.begin() + tables_.attribute_begin[node + 1];
        const auto at = std::find(first, last, value.attribute);
        if (at != last) found.emplace_back(at - tables_.attributes.begin(), source);
    }
    give_back(parts_.attribute_sources_);
    lay_sources(found, tables_.sourced_attributes, tables_.attribute_source_begin, tables_.attribute_sources);
}

/// Sources by what they are of, sorted by their texts, each once.
void GraphLayout::lay_sources(std::vector<std::pair<std::uint32_t, SourceRow>>& found, std::vector<std::uint32_t>& ids,
                              std::vector<std::uint32_t>& begin, std::vector<SourceRow>& sources) {
    check_count(found.size(), "sources");
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        if (a.second.sentence != b.second.sentence) return less(a.second.sentence, b.second.sentence);
        if (a.second.article != b.second.article) return less(a.second.article, b.second.article);
        return less(a.second.confidence, b.second.confidence);
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    begin.push_back(0);
    for (const auto& [id, source] : found) {
        if (ids.empty() || ids.back() != id) {
            ids.push_back(id);
            begin.push_back(begin.back());
        }
        sources.push_back(source);
        ++begin.back();
    }
}

void GraphLayout::lay_terms() {
    for (const auto& [iri, label] : parts_.labels_)
        tables_.labels.push_back({parts_.texts.add(iri), parts_.texts.add(label)});
    sort_unique(parts_.parents_);
    for (const auto& [iri, parent] : parts_.parents_)
        tables_.parents.push_back({parts_.texts.add(iri), parts_.texts.add(parent)});
}

void GraphLayout::lay_texts() {
    std::size_t size = 0;
    for (TextId id : order_) size += parts_.texts[id].size();
    tables_.text_bytes.reserve(size);
    tables_.text_begin.reserve(order_.size() + 1);
    tables_.text_begin.push_back(0);
    for (TextId id : order_) {
        const std::string_view text = parts_.texts[id];
        tables_.text_bytes.insert(tables_.text_bytes.end(), text.begin(), text.end());
        tables_.text_begin.push_back(tables_.text_bytes.size());
    }
}

}  // namespace lede
