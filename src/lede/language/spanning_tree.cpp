#include <algorithm>
#include <limits>

#include <lede/language/spanning_tree.hpp>

namespace lede {

namespace {

constexpr float never = -std::numeric_limits<float>::infinity();

/// Sentences have one to three words that could be the root; a row of a thousand brackets has as many as it has brackets.
constexpr std::size_t most_roots = 8;

/// A graph during contraction: nodes with the best arcs between them.
struct Graph {
    explicit Graph(const Matrix& all_scores) : scores(all_scores), heads(all_scores.cols, 0) {}
    Matrix scores;  ///< row the head
    std::vector<std::uint32_t> heads;
};

void choose_best_head(Graph& graph, const std::vector<bool>& gone, std::uint32_t node) {
    float best = never;
    for (std::uint32_t head = 0; head < graph.scores.cols; ++head)
        if (head != node && !gone[head] && graph.scores.at(head, node) > best)
            best = graph.scores.at(head, node), graph.heads[node] = head;
}

/// A cycle among the chosen heads; empty if they form a tree.
std::vector<std::uint32_t> find_cycle(const std::vector<std::uint32_t>& heads, const std::vector<bool>& gone) {
    std::vector<std::uint32_t> seen(heads.size(), 0);  // by which walk
    for (std::uint32_t start = 1; start < heads.size(); ++start) {
        if (gone[start]) continue;
        std::uint32_t at = start;
        while (at != 0 && seen[at] == 0) seen[at] = start, at = heads[at];
        if (at == 0 || seen[at] != start) continue;
        std::vector<std::uint32_t> cycle{at};
        for (std::uint32_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
        return cycle;
    }
    return {};
}

/// Turns the best heads into the best tree, by contracting one cycle at a time; many words may hang on the root.
void solve(Graph& graph, std::vector<bool>& gone) {
    const std::vector<std::uint32_t> cycle = find_cycle(graph.heads, gone);
    if (cycle.empty()) return;

    // The cycle becomes its first node. What enters it takes the place of the arc to the node that it enters.
    const std::uint32_t whole = cycle.front();
    const std::size_t count = graph.scores.cols;
    std::vector<std::uint32_t> enters(count, whole), leaves(count, whole);
    std::vector<float> into(count, never), out(count, never);
    std::vector<bool> inside(count, false);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    for (const std::uint32_t node : cycle) inside[node] = true, arcs.emplace_back(node, graph.heads[node]);
    for (std::uint32_t other = 0; other < count; ++other) {
        if (gone[other] || inside[other]) continue;
        for (const std::uint32_t node : cycle) {
            const float gain = graph.scores.at(other, node) - graph.scores.at(graph.heads[node], node);
            if (gain > into[other]) into[other] = gain, enters[other] = node;
            if (other != 0 && graph.scores.at(node, other) > out[other])
                out[other] = graph.scores.at(node, other), leaves[other] = node;
        }
    }
    for (std::uint32_t other = 0; other < count; ++other) {
        if (gone[other] || inside[other]) continue;
        graph.scores.at(other, whole) = into[other];
        graph.scores.at(whole, other) = out[other];
        if (inside[graph.heads[other]]) graph.heads[other] = whole;
    }
    for (const std::uint32_t node : cycle) gone[node] = node != whole;
    choose_best_head(graph, gone, whole);
    solve(graph, gone);

    for (std::uint32_t other = 1; other < count; ++other)
        if (!gone[other] && !inside[other] && graph.heads[other] == whole) graph.heads[other] = leaves[other];
    const std::uint32_t from = graph.heads[whole];
    for (const auto& [node, head] : arcs) graph.heads[node] = head, gone[node] = false;
    graph.heads[enters[from]] = from;
}

float score_of(const Matrix& scores, const std::vector<std::uint32_t>& heads) {
    float sum = 0;
    for (std::uint32_t node = 1; node < heads.size(); ++node) sum += scores.at(heads[node], node);
    return sum;
}

std::vector<std::uint32_t> best_tree(const Matrix& scores) {
    Graph graph(scores);
    std::vector<bool> gone(scores.cols, false);
    for (std::uint32_t node = 1; node < scores.cols; ++node) choose_best_head(graph, gone, node);
    solve(graph, gone);
    return graph.heads;
}

std::size_t count_roots(const std::vector<std::uint32_t>& heads) {
    return static_cast<std::size_t>(std::count(heads.begin() + 1, heads.end(), 0U));
}

/// How much better the word is as a root than below another word.
float root_gain(const Matrix& scores, std::uint32_t node) {
    float other = never;
    for (std::uint32_t head = 1; head < scores.cols; ++head)
        if (head != node) other = std::max(other, scores.at(head, node));
    return scores.at(0, node) - other;
}

/// The words that hang on the root, those that gain most by it first, at most `most_roots`.
std::vector<std::uint32_t> likely_roots(const Matrix& scores, const std::vector<std::uint32_t>& heads) {
    std::vector<std::pair<float, std::uint32_t>> roots;
    for (std::uint32_t node = 1; node < heads.size(); ++node)
        if (heads[node] == 0) roots.emplace_back(-root_gain(scores, node), node);
    std::sort(roots.begin(), roots.end());
    if (roots.size() > most_roots) roots.resize(most_roots);
    std::vector<std::uint32_t> result;
    for (const auto& [loss, node] : roots) result.push_back(node);
    std::sort(result.begin(), result.end());
    return result;
}

/// The best tree of those that have one of the likely roots as their only root.
std::vector<std::uint32_t> best_single_root(const Matrix& scores, const std::vector<std::uint32_t>& heads) {
    std::vector<std::uint32_t> best;
    for (const std::uint32_t root : likely_roots(scores, heads)) {
        Matrix only = scores;
        for (std::uint32_t node = 1; node < heads.size(); ++node)
            if (node != root) only.at(0, node) = never;
        std::vector<std::uint32_t> tree = best_tree(only);
        if (best.empty() || score_of(scores, tree) > score_of(scores, best)) best = std::move(tree);
    }
    return best;
}

}  // namespace

void find_spanning_tree(const Matrix& scores, std::vector<std::uint16_t>& heads) {
    std::vector<std::uint32_t> tree = best_tree(scores);
    if (count_roots(tree) > 1) tree = best_single_root(scores, tree);
    heads.assign(tree.begin() + 1, tree.end());
}

}  // namespace lede
