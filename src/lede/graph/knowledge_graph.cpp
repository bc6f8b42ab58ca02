#include <algorithm>
#include <numeric>
#include <tuple>

#include <lede/graph/knowledge_graph.hpp>
#include <lede/graph/words.hpp>

namespace lede {

std::optional<NodeId> KnowledgeGraph::find_iri(std::string_view iri) const {
    const auto at = std::lower_bound(nodes_.begin(), nodes_.end(), iri,
                                     [](const Node& node, std::string_view other) { return node.iri < other; });
    if (at == nodes_.end() || at->iri != iri) return std::nullopt;
    return static_cast<NodeId>(at - nodes_.begin());
}

std::string KnowledgeGraph::name_of(NodeId id) const {
    const Node& node = nodes_[id];
    return node.names.empty() ? words_of_iri(node.iri) : node.names.front();
}

std::string KnowledgeGraph::label_of(const std::string& iri) const {
    const auto at = labels_.find(iri);
    return at == labels_.end() ? words_of_term(iri) : at->second;
}

bool KnowledgeGraph::has_class(NodeId id, const std::string& class_iri) const {
    std::vector<std::string> open = nodes_[id].types;
    for (std::size_t at = 0; at < open.size(); ++at) {
        if (open[at] == class_iri) return true;
        const auto parents = parents_.find(open[at]);
        if (parents == parents_.end()) continue;
        for (const std::string& parent : parents->second) {
            if (std::find(open.begin(), open.end(), parent) == open.end()) open.push_back(parent);
        }
    }
    return false;
}

void KnowledgeGraph::index_edges() {
    out_begin_.assign(nodes_.size() + 1, 0);
    in_begin_.assign(nodes_.size() + 1, 0);
    for (const Edge& edge : edges_) {
        ++out_begin_[edge.from + 1];
        ++in_begin_[edge.to + 1];
    }
    std::partial_sum(out_begin_.begin(), out_begin_.end(), out_begin_.begin());
    std::partial_sum(in_begin_.begin(), in_begin_.end(), in_begin_.begin());
    out_.resize(edges_.size());
    std::iota(out_.begin(), out_.end(), EdgeId{0});
    in_ = out_;
    std::sort(in_.begin(), in_.end(), [this](EdgeId a, EdgeId b) {
        const Edge& x = edges_[a];
        const Edge& y = edges_[b];
        return std::tie(x.to, x.property, x.from) < std::tie(y.to, y.property, y.from);
    });
}

}  // namespace lede
