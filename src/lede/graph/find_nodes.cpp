#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include <lede/base/utf8.hpp>
#include <lede/graph/find_nodes.hpp>
#include <lede/graph/words.hpp>

namespace lede {
namespace {

std::vector<std::string> words_of(const std::string& folded) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(folded, at);
        if (is_letter(c) || is_digit(c)) {
            words.back().append(folded, begin, at - begin);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    std::sort(words.begin(), words.end());
    return words;
}

bool any_name(const Node& node, const std::function<bool(const std::string&)>& is_it) {
    return std::any_of(node.names.begin(), node.names.end(), is_it) ||
           std::any_of(node.aliases.begin(), node.aliases.end(), is_it);
}

std::vector<NodeId> nodes_where(const KnowledgeGraph& graph, const std::function<bool(NodeId)>& is_it) {
    std::vector<NodeId> found;
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
        if (is_it(id)) found.push_back(id);
    }
    // An article whose headline has the words is seldom meant.
    std::vector<NodeId> entities;
    std::copy_if(found.begin(), found.end(), std::back_inserter(entities),
                 [&](NodeId id) { return !graph.node(id).record; });
    return entities.empty() ? found : entities;
}

std::set<std::string> trigrams_of(std::string_view text) {
    const std::string padded = "  " + fold(text) + " ";
    std::set<std::string> result;
    for (std::size_t at = 0; at + 3 <= padded.size(); ++at) result.insert(padded.substr(at, 3));
    return result;
}

double dice(const std::set<std::string>& a, const std::set<std::string>& b) {
    const auto shared = std::count_if(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
    return a.empty() && b.empty() ? 1 : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace

double similarity(std::string_view a, std::string_view b) {
    return dice(trigrams_of(a), trigrams_of(b));
}

std::vector<NodeId> find_nodes(const KnowledgeGraph& graph, std::string_view text) {
    if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
    if (const auto id = graph.find_iri(text)) return {*id};
    const auto is_exact = [&](NodeId id) {
        const auto& names = graph.node(id).names;
        return std::find(names.begin(), names.end(), text) != names.end();
    };
    std::vector<NodeId> found = nodes_where(graph, is_exact);
    if (!found.empty()) return found;
    const std::string folded = fold(text);
    const auto is_folded = [&](const std::string& name) { return fold(name) == folded; };
    found = nodes_where(graph,
                        [&](NodeId id) { return any_name(graph.node(id), is_folded) || is_folded(graph.name_of(id)); });
    if (!found.empty()) return found;
    const std::vector<std::string> wanted = words_of(folded);
    if (wanted.empty()) return {};
    const auto has_words = [&](const std::string& name) {
        const std::vector<std::string> words = words_of(fold(name));
        return std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
    };
    return nodes_where(graph, [&](NodeId id) { return any_name(graph.node(id), has_words); });
}

std::vector<NodeId> similar_nodes(const KnowledgeGraph& graph, std::string_view text, std::size_t most) {
    // Below this, names share no more than an ending; found on lists of names with one or two letters wrong.
    constexpr double least = 0.35;
    const std::set<std::string> wanted = trigrams_of(text);
    std::vector<std::pair<double, NodeId>> scored;
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
        if (graph.node(id).record) continue;
        double best = dice(wanted, trigrams_of(graph.name_of(id)));
        for (const std::string& alias : graph.node(id).aliases) best = std::max(best, dice(wanted, trigrams_of(alias)));
        if (best >= least) scored.emplace_back(-best, id);
    }
    std::sort(scored.begin(), scored.end());
    std::vector<NodeId> result;
    for (std::size_t at = 0; at < std::min(most, scored.size()); ++at) result.push_back(scored[at].second);
    return result;
}

}  // namespace lede
