#include <utility>

#include <lede/graph/graph_builder.hpp>
#include <lede/graph/graph_layout.hpp>

namespace lede {

void GraphBuilder::add_attribute(TextId node, const AttributeRow& attribute, const SourceRow* source) {
    mark(node, node_mark);
    attributes_.push_back({node, attribute});
    if (source) add_source(node, attribute, *source);
}

void GraphBuilder::add_edge(TextId from, TextId property, TextId to, const SourceRow* source) {
    mark(from, node_mark);
    mark(to, node_mark);
    edges_.push_back({from, property, to});
    if (source) add_source(from, property, to, *source);
}

void GraphBuilder::add_attribute(std::string_view iri, const Attribute& attribute, const Source* source) {
    const TextId node = texts.add(iri);
    add_attribute(node, to_row(attribute), nullptr);
    if (source) add_source(node, to_row(attribute), to_row(*source));
}

void GraphBuilder::add_edge(std::string_view from, std::string_view property, std::string_view to,
                            const Source* source) {
    add_edge(texts.add(from), texts.add(property), texts.add(to), nullptr);
    if (source) add_source(from, property, to, *source);
}

void GraphBuilder::add_source(std::string_view from, std::string_view property, std::string_view to,
                              const Source& source) {
    add_source(texts.add(from), texts.add(property), texts.add(to), to_row(source));
}

void GraphBuilder::add_source(std::string_view iri, const Attribute& attribute, const Source& source) {
    add_source(texts.add(iri), to_row(attribute), to_row(source));
}

void GraphBuilder::add_graph(const KnowledgeGraph& graph) {
    const TableViews& tables = graph.views();
    std::vector<TextId> number;
    for (TextId id = 0; id + std::size_t{1} < tables.text_begin.size(); ++id)
        number.push_back(texts.add(graph.text(id)));
    const auto add_lists = [&](const auto& begin, const auto& items, std::vector<Pair>& pairs) {
        for (NodeId node = 0; node < graph.node_count(); ++node)
            for (std::uint32_t at = begin[node]; at < begin[node + 1]; ++at)
                add_pair(pairs, number[node], number[items[at]]);
    };
    add_lists(tables.name_begin, tables.names, names_);
    add_lists(tables.alias_begin, tables.aliases, aliases_);
    add_lists(tables.type_begin, tables.types, types_);
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        graph.is_record(node) ? mark_record(number[node]) : add_node(number[node]);
        const auto [first, last] = graph.attributes(node);
        for (AttributeId id = first; id < last; ++id) {
            add_attribute(graph.iri(node), graph.attribute(id), nullptr);
            for (const Source& source : graph.sources_of_attribute(id))
                add_source(graph.iri(node), graph.attribute(id), source);
        }
    }
    for (EdgeId id = 0; id < graph.edge_count(); ++id) {
        const Edge edge = graph.edge(id);
        const TextId property = number[tables.properties[edge.property]];
        add_edge(number[edge.from], property, number[edge.to], nullptr);
        for (const Source& source : graph.sources_of_edge(id))
            add_source(number[edge.from], property, number[edge.to], to_row(source));
    }
    for (const auto& [iri, label] : graph.labels()) add_label(iri, label);
    for (const TermRow& row : tables.parents) add_parent(graph.text(row.iri), graph.text(row.other));
}

KnowledgeGraph GraphBuilder::build() {
    GraphBuilder parts;
    std::swap(parts, *this);
    auto tables = std::make_shared<const OwnedTables>(GraphLayout(parts).run());
    return {views_of(*tables), tables};
}

}  // namespace lede
