#include <lede/extraction/sentence_graph.hpp>

#include <algorithm>
#include <numeric>

#include <lede/base/hash.hpp>

namespace lede {
namespace {

/// Longer chains are errors of the parser, and would make the work quadratic.
constexpr std::size_t longest_chain = 40;

std::string_view plain_relation(std::string_view relation) {
    // Only the subtypes that tell the arguments apart are kept.
    const auto colon = relation.find(':');
    if (colon == std::string_view::npos) return relation;
    const std::string_view subtype = relation.substr(colon + 1);
    return subtype == "pass" || subtype == "poss" || subtype == "agent" ? relation : relation.substr(0, colon);
}

}  // namespace

SentenceGraph::SentenceGraph(const Document& document) : document_(&document) {
    const std::size_t count = document.tokens.size();
    head_.resize(count);
    relation_.resize(count);
    lemma_.resize(count);
    first_conjunct_.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const Token& token = document.tokens[i];
        head_[i] = token.head;
        relation_[i] = hash_of(plain_relation(token.deprel));
        lemma_[i] = hash_of(token.lemma);
        first_conjunct_[i] = i;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        const Token& token = document.tokens[i];
        if (token.head < 0 || token.deprel.compare(0, 4, "case") != 0) continue;
        const auto noun = static_cast<std::size_t>(token.head);
        const std::string_view relation = document.tokens[noun].deprel;
        const bool takes_case = relation.starts_with("obl") || relation.starts_with("nmod") || relation.starts_with("acl") ||
                                relation.starts_with("advcl") || relation.starts_with("conj");
        if (takes_case && !relation.starts_with("nmod:poss")) relation_[noun] = combine(relation_[noun], lemma_[i]);
    }
    share_coordination();
    list_dependents();
}

/// Gives a conjunct that is no clause the head and relation of the first of its row.
void SentenceGraph::share_coordination() {
    for (std::uint32_t i = 0; i < head_.size(); ++i) {
        std::uint32_t at = i;
        for (std::size_t steps = 0; steps < longest_chain; ++steps) {
            const Token& token = document_->tokens[at];
            if (token.head < 0 || !token.deprel.starts_with("conj")) break;
            at = static_cast<std::uint32_t>(token.head);
        }
        first_conjunct_[i] = at;
    }
    std::vector<std::int32_t> head = head_;
    std::vector<std::uint64_t> relation = relation_;
    for (std::uint32_t i = 0; i < head_.size(); ++i) {
        const std::uint32_t first = first_conjunct_[i];
        if (first == i || document_->tokens[i].upos == Upos::verb || document_->tokens[first].upos == Upos::verb) continue;
        // A root's conjunct keeps its own arc, since the root has no head to share.
        if (head_[first] < 0) continue;
        head[i] = head_[first];
        relation[i] = relation_[first];
    }
    head_ = std::move(head);
    relation_ = std::move(relation);
}

void SentenceGraph::list_dependents() {
    first_dependent_.assign(head_.size() + 1, 0);
    for (const std::int32_t head : head_)
        if (head >= 0) ++first_dependent_[static_cast<std::size_t>(head) + 1];
    std::partial_sum(first_dependent_.begin(), first_dependent_.end(), first_dependent_.begin());
    dependents_.resize(first_dependent_.back());
    std::vector<std::uint32_t> next = first_dependent_;
    for (std::uint32_t i = 0; i < head_.size(); ++i)
        if (head_[i] >= 0) dependents_[next[static_cast<std::size_t>(head_[i])]++] = i;
}

DependencyPath SentenceGraph::path(std::uint32_t from, std::uint32_t to) const {
    DependencyPath result;
    std::vector<std::uint32_t> above;
    for (std::int32_t at = static_cast<std::int32_t>(from); at >= 0 && above.size() < longest_chain; at = head_[at])
        above.push_back(static_cast<std::uint32_t>(at));
    std::vector<std::uint32_t> below;
    std::size_t meeting = above.size();
    for (std::int32_t at = static_cast<std::int32_t>(to); at >= 0 && below.size() < longest_chain; at = head_[at]) {
        meeting = static_cast<std::size_t>(std::find(above.begin(), above.end(), static_cast<std::uint32_t>(at)) - above.begin());
        if (meeting < above.size()) break;
        below.push_back(static_cast<std::uint32_t>(at));
    }
    if (meeting == above.size()) return result;
    result.found = true;
    result.top = above[meeting];
    for (std::size_t i = 0; i < meeting; ++i) result.steps.push_back({relation_[above[i]], true, above[i + 1]});
    for (auto at = below.rbegin(); at != below.rend(); ++at) result.steps.push_back({relation_[*at], false, *at});
    result.coordinated = first_conjunct_[from] != from || first_conjunct_[to] != to;
    skip_coordinated_verb(result);
    return result;
}

/// "A was directed by X and written by Y": the way from A to Y goes through "directed", but what ties them is "written".
void SentenceGraph::skip_coordinated_verb(DependencyPath& path) const {
    const auto is_coordinated_verb = [&](const PathStep& step) {
        const Token& token = document_->tokens[step.token];
        return !step.up && token.upos == Upos::verb && token.deprel.starts_with("conj");
    };
    auto down = std::find_if(path.steps.begin(), path.steps.end(), [](const PathStep& step) { return !step.up; });
    while (down != path.steps.end() && is_coordinated_verb(*down)) {
        path.top = down->token;
        path.coordinated = true;
        if (down != path.steps.begin()) std::prev(down)->token = down->token;
        down = path.steps.erase(down);
    }
}

}  // namespace lede
