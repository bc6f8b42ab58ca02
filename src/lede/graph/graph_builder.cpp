#include <algorithm>
#include <numeric>
#include <utility>

#include <lede/graph/knowledge_graph.hpp>

namespace lede {
namespace {

template <class Item>
void sort_unique(std::vector<Item>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

auto key_of(const Attribute& attribute) { return std::tie(attribute.property, attribute.value, attribute.datatype); }

/// Joins equal attributes and their sources.
void join_attributes(std::vector<Attribute>& attributes) {
    std::stable_sort(attributes.begin(), attributes.end(), [](const Attribute& a, const Attribute& b) { return key_of(a) < key_of(b); });
    std::vector<Attribute> joined;
    for (Attribute& attribute : attributes) {
        if (joined.empty() || key_of(joined.back()) != key_of(attribute)) {
            joined.push_back(std::move(attribute));
        } else {
            auto& sources = joined.back().sources;
            sources.insert(sources.end(), attribute.sources.begin(), attribute.sources.end());
        }
    }
    for (Attribute& attribute : joined) sort_unique(attribute.sources);
    attributes = std::move(joined);
}

/// Names: the longest first, for it is the fullest; what is a name is no alias.
void sort_names(Node& node) {
    sort_unique(node.names);
    std::stable_sort(node.names.begin(), node.names.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    sort_unique(node.aliases);
    std::erase_if(node.aliases, [&](const std::string& alias) { return std::find(node.names.begin(), node.names.end(), alias) != node.names.end(); });
    sort_unique(node.types);
    join_attributes(node.attributes);
}

}  // namespace

NodeId GraphBuilder::node(std::string_view iri) {
    const auto [at, is_new] = index_.try_emplace(std::string(iri), static_cast<NodeId>(nodes_.size()));
    if (is_new) nodes_.emplace_back().iri = iri;
    return at->second;
}

void GraphBuilder::add_name(std::string_view iri, std::string name) { nodes_[node(iri)].names.push_back(std::move(name)); }

void GraphBuilder::add_alias(std::string_view iri, std::string alias) { nodes_[node(iri)].aliases.push_back(std::move(alias)); }

void GraphBuilder::add_type(std::string_view iri, std::string class_iri) { nodes_[node(iri)].types.push_back(std::move(class_iri)); }

void GraphBuilder::add_parent(std::string_view class_iri, std::string parent) {
    parents_[std::string(class_iri)].push_back(std::move(parent));
}

void GraphBuilder::add_attribute(std::string_view iri, Attribute attribute, const Source* source) {
    if (source) attribute.sources.push_back(*source);
    nodes_[node(iri)].attributes.push_back(std::move(attribute));
}

void GraphBuilder::add_edge(std::string_view from, std::string_view property, std::string_view to, const Source* source) {
    const NodeId begin = node(from);
    auto& sources = edges_[{begin, std::string(property)}][node(to)];
    if (source) sources.push_back(*source);
}

void GraphBuilder::add_source(std::string_view subject, std::string_view property, std::string_view object, const Source& source) {
    const auto from = index_.find(std::string(subject));
    const auto to = index_.find(std::string(object));
    if (from == index_.end() || to == index_.end()) return;
    const auto targets = edges_.find({from->second, std::string(property)});
    if (targets == edges_.end()) return;
    const auto edge = targets->second.find(to->second);
    if (edge != targets->second.end()) edge->second.push_back(source);
}

void GraphBuilder::add_source(std::string_view subject, const Attribute& attribute, const Source& source) {
    const auto at = index_.find(std::string(subject));
    if (at == index_.end()) return;
    for (Attribute& known : nodes_[at->second].attributes) {
        if (key_of(known) == key_of(attribute)) return known.sources.push_back(source);
    }
}

void GraphBuilder::sort_nodes(KnowledgeGraph& graph) {
    std::vector<NodeId> order(nodes_.size());
    std::iota(order.begin(), order.end(), NodeId{0});
    std::sort(order.begin(), order.end(), [this](NodeId a, NodeId b) { return nodes_[a].iri < nodes_[b].iri; });
    std::vector<NodeId> place(nodes_.size());
    graph.nodes_.reserve(nodes_.size());
    for (NodeId old : order) {
        place[old] = static_cast<NodeId>(graph.nodes_.size());
        sort_names(graph.nodes_.emplace_back(std::move(nodes_[old])));
    }
    for (auto& [key, targets] : edges_) {
        for (auto& [to, sources] : targets) {
            sort_unique(sources);
            graph.edges_.push_back({place[key.first], key.second, place[to], std::move(sources)});
        }
    }
    std::sort(graph.edges_.begin(), graph.edges_.end(), [](const Edge& a, const Edge& b) {
        return std::tie(a.from, a.property, a.to) < std::tie(b.from, b.property, b.to);
    });
}

KnowledgeGraph GraphBuilder::build() {
    KnowledgeGraph graph;
    sort_nodes(graph);
    graph.labels_ = std::move(labels_);
    graph.parents_ = std::move(parents_);
    graph.index_edges();
    *this = {};
    return graph;
}

}  // namespace lede
