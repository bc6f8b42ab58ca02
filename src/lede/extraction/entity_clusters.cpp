#include <lede/extraction/entity_clusters.hpp>

#include <algorithm>
#include <numeric>
#include <set>

#include <lede/extraction/entity_aliases.hpp>
#include <lede/extraction/entity_classifier.hpp>
#include <lede/extraction/entity_links.hpp>

namespace lede {

namespace {

/// Candidates nearly as probable as the best one: among them the one named last before decides, as a reader would.
constexpr double nearly = 0.25;

/// The last mention of `group` before the first one of `of`; -1 if there is none.
std::int64_t last_before(const NameGroup& group, const NameGroup& of) {
    const auto at = std::lower_bound(group.mentions.begin(), group.mentions.end(), of.mentions.front());
    return at == group.mentions.begin() ? -1 : std::int64_t{*(at - 1)};
}

class Linker {
  public:
    Linker(const NamedText& text, const NameGazetteer& gazetteer, const std::vector<NameGroup>& groups, const LinearModel& links)
        : text_(text), gazetteer_(gazetteer), groups_(groups), links_(links) {}

    /// The group that `shorter` is another name of; `shorter` itself if it stands alone.
    std::size_t find_target(std::size_t shorter) const {
        std::vector<std::pair<double, std::size_t>> found;
        for (std::size_t longer = 0; longer < groups_.size(); ++longer)
            if (const double p = probability(shorter, longer); p > 0.5) found.emplace_back(p, longer);
        if (found.empty()) return shorter;
        const double best = std::max_element(found.begin(), found.end())->first;
        std::erase_if(found, [&](const auto& candidate) { return candidate.first < best - nearly; });
        const auto nearer = [&](const auto& a, const auto& b) {
            const std::int64_t at_a = last_before(groups_[a.second], groups_[shorter]), at_b = last_before(groups_[b.second], groups_[shorter]);
            return at_a != at_b ? at_a < at_b : a.first < b.first;
        };
        return std::max_element(found.begin(), found.end(), nearer)->second;
    }

  private:
    double probability(std::size_t shorter, std::size_t longer) const {
        if (shorter == longer) return 0;
        if (is_introduced_as(text_, groups_[shorter], groups_[longer])) return 1;
        const auto relation = find_relation(groups_[shorter], groups_[longer]);
        if (!relation) return 0;
        // Where neither is shorter, the one named later is the other name.
        const bool even = *relation == NameRelation::plural || *relation == NameRelation::same_letters;
        if (even && shorter < longer) return 0;
        if (*relation == NameRelation::same_letters) return 1;
        return classify(links_, link_features(text_, gazetteer_, groups_, shorter, longer, *relation))[1];
    }

    const NamedText& text_;
    const NameGazetteer& gazetteer_;
    const std::vector<NameGroup>& groups_;
    const LinearModel& links_;
};

std::size_t find_root(const std::vector<std::size_t>& target, std::size_t group) {
    // Targets have more words, or as many and come earlier, or are spelt out: chains are short. The bound guards against a ring.
    for (std::size_t steps = 0; target[group] != group && steps < target.size(); ++steps) group = target[group];
    return group;
}

std::vector<const std::string*> forms_of(const std::vector<NameGroup>& groups, const EntityCluster& cluster) {
    std::vector<const std::string*> forms;
    for (const std::size_t group : cluster)
        for (const auto& [form, count] : groups[group].forms) forms.push_back(&form);
    return forms;
}

}  // namespace

std::vector<EntityCluster> cluster_groups(const NamedText& text, const NameGazetteer& gazetteer,
                                          const std::vector<NameGroup>& groups, const LinearModel& links) {
    std::vector<std::size_t> target(groups.size());
    std::iota(target.begin(), target.end(), 0);
    if (!links.empty()) {
        const Linker linker(text, gazetteer, groups, links);
        for (std::size_t i = 0; i < groups.size(); ++i) target[i] = linker.find_target(i);
    }
    std::vector<EntityCluster> clusters;
    std::vector<std::size_t> place(groups.size(), groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t root = find_root(target, i);
        if (place[root] == groups.size()) {
            place[root] = clusters.size();
            clusters.emplace_back();
        }
        clusters[place[root]].push_back(i);
    }
    return clusters;
}

std::string fullest_name(const std::vector<NameGroup>& groups, const EntityCluster& cluster) {
    const auto less_full = [&](std::size_t a, std::size_t b) {
        const NameGroup &x = groups[a], &y = groups[b];
        return x.words.size() != y.words.size() ? x.words.size() < y.words.size() : x.key.size() < y.key.size();
    };
    return groups[*std::max_element(cluster.begin(), cluster.end(), less_full)].form();
}

std::vector<std::string> other_names(const std::vector<NameGroup>& groups, const EntityCluster& cluster) {
    std::set<std::string> names;
    for (const std::string* form : forms_of(groups, cluster)) names.insert(*form);
    names.erase(fullest_name(groups, cluster));
    return {names.begin(), names.end()};
}

}  // namespace lede
