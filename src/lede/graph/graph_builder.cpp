#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {
namespace {

template <class Item>
void sort_unique(std::vector<Item>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// Names: the longest first, for it is the fullest; what is a name is no alias.
void sort_names(Node& node) {
    sort_unique(node.names);
    std::stable_sort(node.names.begin(), node.names.end(),
                     [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    sort_unique(node.aliases);
    std::erase_if(node.aliases, [&](const std::string& alias) {
        return std::find(node.names.begin(), node.names.end(), alias) != node.names.end();
    });
    sort_unique(node.types);
}

/// For each index the place that it has in the order of the texts.
template <class Items, class Text>
std::vector<std::uint32_t> places_by(const Items& items, Text text) {
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return text(items[a]) < text(items[b]); });
    std::vector<std::uint32_t> place(items.size());
    for (std::uint32_t at = 0; at < order.size(); ++at) place[order[at]] = at;
    return place;
}

}  // namespace

NodeId GraphBuilder::node(std::string_view iri) {
    if (const auto at = node_index_.find(iri); at != node_index_.end()) return at->second;
    const auto id = static_cast<NodeId>(nodes_.size());
    node_index_.emplace(iri, id);
    nodes_.emplace_back().iri = iri;
    return id;
}

std::optional<NodeId> GraphBuilder::find(std::string_view iri) const {
    const auto at = node_index_.find(iri);
    return at == node_index_.end() ? std::nullopt : std::optional(at->second);
}

std::uint32_t GraphBuilder::property(std::string_view iri) {
    if (const auto at = property_index_.find(iri); at != property_index_.end()) return at->second;
    const auto id = static_cast<std::uint32_t>(properties_.size());
    property_index_.emplace(iri, id);
    properties_.emplace_back(iri);
    return id;
}

void GraphBuilder::add_attribute(std::string_view iri, Attribute attribute, const Source* source) {
    if (source) attribute.sources.push_back(*source);
    values_.push_back({node(iri), true, std::move(attribute)});
}

void GraphBuilder::add_edge(std::string_view from, std::string_view property_iri, std::string_view to,
                            const Source* source) {
    const NodeId begin = node(from);
    links_.push_back({begin, property(property_iri), node(to), true, source ? std::optional(*source) : std::nullopt});
}

void GraphBuilder::add_source(std::string_view subject, std::string_view property_iri, std::string_view object,
                              const Source& source) {
    // Must not make nodes: what is only spoken of is not in the graph.
    const auto from = find(subject);
    const auto to = find(object);
    if (from && to) links_.push_back({*from, property(property_iri), *to, false, source});
}

void GraphBuilder::add_source(std::string_view subject, Attribute attribute, const Source& source) {
    attribute.sources.push_back(source);
    if (const auto id = find(subject)) values_.push_back({*id, false, std::move(attribute)});
}

/// Gives each node its attributes: sorted, equal ones joined, only if asserted.
void GraphBuilder::join_values() {
    const auto key = [](const Value& value) {
        return std::tie(value.node, value.attribute.property, value.attribute.value, value.attribute.datatype);
    };
    std::stable_sort(values_.begin(), values_.end(), [&](const Value& a, const Value& b) { return key(a) < key(b); });
    for (std::size_t first = 0, last = 0; first < values_.size(); first = last) {
        bool asserted = false;
        std::vector<Source> sources;
        for (; last < values_.size() && key(values_[last]) == key(values_[first]); ++last) {
            asserted |= values_[last].asserted;
            std::move(values_[last].attribute.sources.begin(), values_[last].attribute.sources.end(),
                      std::back_inserter(sources));
        }
        if (!asserted) continue;
        sort_unique(sources);
        values_[first].attribute.sources = std::move(sources);
        nodes_[values_[first].node].attributes.push_back(std::move(values_[first].attribute));
    }
}

/// Makes edges of the links, likewise. `place` tells the new index of each node.
void GraphBuilder::join_links(const std::vector<NodeId>& place, std::vector<Edge>& edges) {
    const std::vector<std::uint32_t> rank =
        places_by(properties_, [](const std::string& iri) -> const std::string& { return iri; });
    const auto key = [&](const Link& link) {
        return std::tuple(place[link.from], rank[link.property], place[link.to]);
    };
    std::sort(links_.begin(), links_.end(), [&](const Link& a, const Link& b) { return key(a) < key(b); });
    for (std::size_t first = 0, last = 0; first < links_.size(); first = last) {
        bool asserted = false;
        std::vector<Source> sources;
        for (; last < links_.size() && key(links_[last]) == key(links_[first]); ++last) {
            asserted |= links_[last].asserted;
            if (links_[last].source) sources.push_back(std::move(*links_[last].source));
        }
        if (!asserted) continue;
        sort_unique(sources);
        const Link& link = links_[first];
        edges.push_back({place[link.from], properties_[link.property], place[link.to], std::move(sources)});
    }
}

KnowledgeGraph GraphBuilder::build() {
    KnowledgeGraph graph;
    join_values();
    const std::vector<NodeId> place =
        places_by(nodes_, [](const Node& node) -> const std::string& { return node.iri; });
    join_links(place, graph.edges_);
    graph.nodes_.resize(nodes_.size());
    for (NodeId id = 0; id < nodes_.size(); ++id) {
        sort_names(nodes_[id]);
        graph.nodes_[place[id]] = std::move(nodes_[id]);
    }
    graph.labels_ = std::move(labels_);
    graph.parents_ = std::move(parents_);
    graph.index_edges();
    *this = {};
    return graph;
}

}  // namespace lede
