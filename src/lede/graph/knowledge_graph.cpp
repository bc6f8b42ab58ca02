#include <algorithm>

#include <lede/graph/knowledge_graph.hpp>
#include <lede/graph/words.hpp>

namespace lede {
namespace {

std::string_view text_of(const TableViews& tables, TextId id) {
    const std::uint64_t begin = tables.text_begin[id];
    return {tables.text_bytes.data() + begin, static_cast<std::size_t>(tables.text_begin[id + 1] - begin)};
}

/// The rows of the thing in a column behind the numbers of the things that have any.
template <class Row>
std::span<const Row> rows_of_some(std::span<const std::uint32_t> ids, std::span<const std::uint32_t> begin,
                                  std::span<const Row> rows, std::uint32_t id) {
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    if (at == ids.end() || *at != id) return {};
    const auto place = static_cast<std::size_t>(at - ids.begin());
    return rows.subspan(begin[place], begin[place + 1] - begin[place]);
}

/// The tables of a graph without nodes.
OwnedTables empty_tables() {
    OwnedTables tables;
    tables.text_begin = {0};
    for (auto* begin : {&tables.name_begin, &tables.alias_begin, &tables.type_begin, &tables.attribute_begin,
                        &tables.out_begin, &tables.in_begin, &tables.edge_source_begin, &tables.attribute_source_begin})
        *begin = {0};
    return tables;
}

}  // namespace

std::string_view TextList::Iterator::operator*() const {
    return text_of(*tables_, *at_);
}

std::vector<std::string> TextList::to_strings() const {
    std::vector<std::string> strings;
    for (const std::string_view text : *this) strings.emplace_back(text);
    return strings;
}

KnowledgeGraph::KnowledgeGraph() {
    auto tables = std::make_shared<const OwnedTables>(empty_tables());
    *this = KnowledgeGraph(views_of(*tables), tables);
}

KnowledgeGraph::KnowledgeGraph(const TableViews& tables, std::shared_ptr<const void> owner)
    : owner_(std::move(owner)), views_(std::make_shared<const TableViews>(tables)) {}

std::string_view KnowledgeGraph::text(TextId id) const {
    return text_of(views(), id);
}

std::optional<NodeId> KnowledgeGraph::find_iri(std::string_view iri) const {
    NodeId first = 0;
    for (NodeId count = node_count(); count > 0;) {
        const NodeId half = count / 2;
        const bool before = text(first + half) < iri;
        first = before ? first + half + 1 : first;
        count = before ? count - half - 1 : half;
    }
    return first < node_count() && text(first) == iri ? std::optional(first) : std::nullopt;
}

Attribute KnowledgeGraph::attribute(AttributeId id) const {
    const AttributeRow& row = views().attributes[id];
    return {text(row.property), text(row.value), text(row.datatype)};
}

std::vector<Source> KnowledgeGraph::to_sources(std::span<const SourceRow> rows) const {
    std::vector<Source> sources;
    for (const SourceRow& row : rows) {
        sources.push_back(
            {std::string(text(row.sentence)), std::string(text(row.article)), std::string(text(row.confidence))});
    }
    return sources;
}

std::vector<Source> KnowledgeGraph::sources_of_edge(EdgeId id) const {
    return to_sources(rows_of_some(views().sourced_edges, views().edge_source_begin, views().edge_sources, id));
}

std::vector<Source> KnowledgeGraph::sources_of_attribute(AttributeId id) const {
    return to_sources(
        rows_of_some(views().sourced_attributes, views().attribute_source_begin, views().attribute_sources, id));
}

std::string KnowledgeGraph::name_of(NodeId id) const {
    const TextList all = names(id);
    return all.empty() ? words_of_iri(iri(id)) : std::string(all.front());
}

std::span<const TermRow> KnowledgeGraph::rows_of(std::span<const TermRow> rows, std::string_view iri) const {
    const auto first =
        std::partition_point(rows.begin(), rows.end(), [&](const TermRow& row) { return text(row.iri) < iri; });
    const auto last = std::partition_point(first, rows.end(), [&](const TermRow& row) { return text(row.iri) == iri; });
    return {first, last};
}

std::string KnowledgeGraph::label_of(std::string_view iri) const {
    const std::span<const TermRow> rows = rows_of(views().labels, iri);
    return rows.empty() ? words_of_term(iri) : std::string(text(rows.front().other));
}

bool KnowledgeGraph::is_below(std::string_view class_iri, std::string_view other) const {
    std::vector<std::string_view> open{class_iri};
    for (std::size_t at = 0; at < open.size(); ++at) {
        if (open[at] == other) return true;
        for (const TermRow& row : rows_of(views().parents, open[at])) {
            const std::string_view parent = text(row.other);
            if (std::find(open.begin(), open.end(), parent) == open.end()) open.push_back(parent);
        }
    }
    return false;
}

bool KnowledgeGraph::has_class(NodeId id, std::string_view class_iri) const {
    const TextList all = types(id);
    return std::any_of(all.begin(), all.end(), [&](std::string_view type) { return is_below(type, class_iri); });
}

std::vector<std::pair<std::string_view, std::string_view>> KnowledgeGraph::labels() const {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (const TermRow& row : views().labels) all.emplace_back(text(row.iri), text(row.other));
    return all;
}

}  // namespace lede
