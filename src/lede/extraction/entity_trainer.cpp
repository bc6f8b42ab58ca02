#include <lede/extraction/entity_trainer.hpp>

#include <algorithm>
#include <map>

#include <lede/extraction/entity_builder.hpp>
#include <lede/extraction/entity_features.hpp>
#include <lede/extraction/entity_links.hpp>

namespace lede {

namespace {

constexpr std::size_t nothing = 0xFFFFFFFF;

/// The right entity of each group, by name; where several have the name, the first. `nothing` for false names.
std::vector<std::size_t> find_right(const std::vector<NameGroup>& groups, const std::vector<Entity>& right) {
    std::map<std::string, std::size_t> by_key;
    for (std::size_t i = 0; i < right.size(); ++i) {
        by_key.emplace(name_key(right[i].name), i);
        for (const std::string& alias : right[i].aliases) by_key.emplace(name_key(alias), i);
    }
    std::vector<std::size_t> found;
    for (const NameGroup& group : groups) {
        const auto at = by_key.find(group.key);
        found.push_back(at == by_key.end() ? nothing : at->second);
    }
    return found;
}

}  // namespace

void EntityTrainer::add(const Document& document, const std::vector<Entity>& right) {
    const NamedText text = select_names(document, lexicon_.gazetteer);
    const std::vector<NameGroup> groups = group_names(text);
    const std::vector<std::size_t> entity_of = find_right(groups, right);
    for (std::size_t shorter = 0; shorter < groups.size(); ++shorter) {
        for (std::size_t longer = 0; longer < groups.size(); ++longer) {
            if (shorter == longer || entity_of[shorter] == nothing || entity_of[longer] == nothing) continue;
            const auto relation = find_relation(groups[shorter], groups[longer]);
            if (relation) links_.push_back({link_features(text, lexicon_.gazetteer, groups, shorter, longer, *relation), entity_of[shorter] == entity_of[longer]});
        }
    }
    std::map<std::size_t, EntityCluster> clusters;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (entity_of[i] != nothing) clusters[entity_of[i]].push_back(i);
    const EntityFeatures features(text, lexicon_, nouns_, groups);
    for (const auto& [entity, cluster] : clusters) {
        const std::string& iri = right[entity].class_iri;
        auto at = std::find(classes_.begin(), classes_.end(), iri);
        if (at == classes_.end()) at = classes_.insert(at, iri);
        types_.push_back({features.list(cluster), static_cast<std::uint32_t>(at - classes_.begin())});
    }
}

EntitySections EntityTrainer::train() const {
    constexpr std::uint32_t seen_twice = 2;
    // About 1.6 MB. With half of them, the class of one entity in sixty is worse.
    constexpr std::size_t most_weights = 500000;
    return {classes_, train_classifier(types_, static_cast<std::uint32_t>(classes_.size()), seen_twice, most_weights),
            train_classifier(links_, 2, 1, most_weights)};
}

}  // namespace lede
