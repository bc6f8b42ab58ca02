#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>

#include <lede/graph/find_nodes.hpp>
#include <lede/graph/name_index.hpp>

namespace lede {
namespace {

bool any_name(const KnowledgeGraph& graph, NodeId id, const std::function<bool(std::string_view)>& is_it) {
    const TextList names = graph.names(id);
    const TextList aliases = graph.aliases(id);
    return std::any_of(names.begin(), names.end(), is_it) || std::any_of(aliases.begin(), aliases.end(), is_it);
}

std::vector<NodeId> nodes_where(const KnowledgeGraph& graph, const std::vector<NodeId>& candidates,
                                const std::function<bool(NodeId)>& is_it) {
    std::vector<NodeId> found;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(found), is_it);
    // An article whose headline has the words is seldom meant.
    std::vector<NodeId> entities;
    std::copy_if(found.begin(), found.end(), std::back_inserter(entities),
                 [&](NodeId id) { return !graph.is_record(id); });
    return entities.empty() ? found : entities;
}

/// Those that the index has for the key; without an index, all.
std::vector<NodeId> candidates_for(const KnowledgeGraph& graph, std::span<const NameRow> index, std::string_view key) {
    if (!index.empty()) return find_in_index(index, key);
    std::vector<NodeId> all(graph.node_count());
    std::iota(all.begin(), all.end(), NodeId{0});
    return all;
}

std::vector<NodeId> find_by_words(const KnowledgeGraph& graph, const std::vector<std::string>& wanted) {
    std::vector<NodeId> candidates = candidates_for(graph, graph.views().word_index, wanted.front());
    for (std::size_t at = 1; at < wanted.size() && !graph.views().word_index.empty(); ++at) {
        std::vector<NodeId> fewer = find_in_index(graph.views().word_index, wanted[at]);
        if (fewer.size() < candidates.size()) candidates = std::move(fewer);
    }
    const auto has_words = [&](std::string_view name) {
        const std::vector<std::string> words = words_of_name(folded_name(name));
        return std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
    };
    return nodes_where(graph, candidates, [&](NodeId id) { return any_name(graph, id, has_words); });
}

/// The runs of three bytes of a text, as numbers, sorted, each once.
using Trigrams = std::vector<std::uint32_t>;

void find_trigrams(std::string_view text, Trigrams& trigrams) {
    const std::string padded = "  " + folded_name(text) + " ";
    trigrams.clear();
    std::uint32_t last = 0;
    for (std::size_t at = 0; at < padded.size(); ++at) {
        last = (last << 8 | static_cast<unsigned char>(padded[at])) & 0xFFFFFF;
        if (at >= 2) trigrams.push_back(last);
    }
    std::sort(trigrams.begin(), trigrams.end());
    trigrams.erase(std::unique(trigrams.begin(), trigrams.end()), trigrams.end());
}

double dice(const Trigrams& a, const Trigrams& b) {
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        shared += a[i] == b[j];
        const bool step_a = a[i] <= b[j];
        const bool step_b = b[j] <= a[i];
        i += step_a;
        j += step_b;
    }
    return a.empty() && b.empty() ? 1 : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace

double similarity(std::string_view a, std::string_view b) {
    std::array<Trigrams, 2> trigrams;
    find_trigrams(a, trigrams[0]);
    find_trigrams(b, trigrams[1]);
    return dice(trigrams[0], trigrams[1]);
}

std::vector<NodeId> find_nodes(const KnowledgeGraph& graph, std::string_view text) {
    if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
    if (const auto id = graph.find_iri(text)) return {*id};
    const std::string folded = folded_name(text);
    const std::vector<NodeId> candidates = candidates_for(graph, graph.views().name_index, folded);
    const auto is_exact = [&](NodeId id) {
        const TextList names = graph.names(id);
        return std::find(names.begin(), names.end(), text) != names.end();
    };
    std::vector<NodeId> found = nodes_where(graph, candidates, is_exact);
    if (!found.empty()) return found;
    const auto is_folded = [&](std::string_view name) { return folded_name(name) == folded; };
    found = nodes_where(graph, candidates, [&](NodeId id) {
        return any_name(graph, id, is_folded) || (graph.names(id).empty() && is_folded(graph.name_of(id)));
    });
    if (!found.empty()) return found;
    const std::vector<std::string> wanted = words_of_name(folded);
    return wanted.empty() ? std::vector<NodeId>{} : find_by_words(graph, wanted);
}

std::vector<NodeId> similar_nodes(const KnowledgeGraph& graph, std::string_view text, std::size_t most) {
    // Below this, names share no more than an ending; found on lists of names with one or two letters wrong.
    constexpr double least = 0.35;
    Trigrams wanted;
    Trigrams other;
    find_trigrams(text, wanted);
    const auto score = [&](std::string_view name) {
        find_trigrams(name, other);
        return dice(wanted, other);
    };
    std::vector<std::pair<double, NodeId>> scored;
    for (NodeId id = 0; id < graph.node_count(); ++id) {
        if (graph.is_record(id)) continue;
        const TextList names = graph.names(id);
        const TextList aliases = graph.aliases(id);
        double best = names.empty() ? score(graph.name_of(id)) : score(names.front());
        for (const std::string_view alias : aliases) best = std::max(best, score(alias));
        if (best >= least) scored.emplace_back(-best, id);
    }
    std::sort(scored.begin(), scored.end());
    std::vector<NodeId> result;
    for (std::size_t at = 0; at < std::min(most, scored.size()); ++at) result.push_back(scored[at].second);
    return result;
}

}  // namespace lede
