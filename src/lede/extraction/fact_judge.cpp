#include <lede/extraction/fact_judge.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/extraction/entity_classifier.hpp>

namespace lede {

namespace {

/// A property that articles state rarely is judged by what holds of all.
constexpr std::uint32_t least_uses = 25;
constexpr std::size_t most_weights = 20000;

/// Weights that were learned are too sure of articles that they were not learned from: of facts held out whose mean probability was 0.65, 0.75,
/// 0.86 and 0.96 there were 0.62, 0.74, 0.85 and 0.95 right, which logits that are smaller by this factor say (temperature scaling; Guo et al. 2017).
constexpr float sureness = 0.93F;

/// What the features are of; the values are part of the model's format.
enum Kind : std::uint64_t {
    always = 1, best_score, second_score, evidence, rival_subject, rival_object, rival_property, turned_round, mention_kinds, headline, distance,
};

float logit_of(float probability) {
    const float p = std::clamp(probability, 1e-6F, 1 - 1e-6F);
    return std::log(p / (1 - p));
}

/// So many steps a unit, the same for all beyond 6.
std::uint64_t step_of(float value, float steps_a_unit) {
    return static_cast<std::uint64_t>(1000 + static_cast<int>(std::floor(std::clamp(value, -6.0F, 6.0F) * steps_a_unit)));
}

std::string object_key(const Mention& object) {
    return object.is_literal() ? "\"" + fold(object.value.lexical) : std::to_string(object.entity);
}

/// The two best scores of different claimants to the same thing.
class Contest {
  public:
    void enter(const std::string& claimant, float score) {
        const auto known = std::ranges::find_if(best_, [&](const auto& entry) { return entry.first == claimant; });
        if (known != best_.end()) known->second = std::max(known->second, score);
        else best_.emplace_back(claimant, score);
        std::ranges::stable_sort(best_, [](const auto& a, const auto& b) { return a.second > b.second; });
        if (best_.size() > 2) best_.resize(2);
    }
    /// How far the claimant is before the best other one; `none` if there is no other.
    float lead(const std::string& claimant, float score, float none) const {
        for (const auto& [other, others] : best_)
            if (other != claimant) return score - others;
        return none;
    }

  private:
    std::vector<std::pair<std::string, float>> best_;
};

/// All contests of an article.
class Contests {
  public:
    Contests(const PropertyTable& table, std::span<const StatedCandidate> candidates) : table_(table) {
        for (const StatedCandidate& candidate : candidates) {
            const float score = logit_of(candidate.probability);
            const std::string subject = std::to_string(candidate.subject->entity), object = object_key(*candidate.object);
            subjects_[{candidate.property, candidate.object}].enter(subject, score);
            objects_[{candidate.property, candidate.subject->entity}].enter(object, score);
            properties_[{candidate.subject, candidate.object, candidate.trigger}].enter(std::to_string(candidate.property), score);
            float& said = said_.try_emplace({candidate.property, subject, object}, score).first->second;
            said = std::max(said, score);
        }
    }

    void describe(const StatedCandidate& candidate, std::vector<std::uint64_t>& features) const {
        constexpr float unrivalled = 7;
        const float score = logit_of(candidate.probability);
        const std::string subject = std::to_string(candidate.subject->entity), object = object_key(*candidate.object);
        const std::size_t property = candidate.property;
        const auto add = [&](Kind kind, std::uint64_t value) {
            features.push_back(combine(kind, value));
            features.push_back(combine(features.back(), hash_of(table_[property].iri)));
        };
        const auto lead = [&](Kind kind, float value) { add(kind, value == unrivalled ? 1 : step_of(value, 1)); };
        lead(rival_subject, subjects_.at({property, candidate.object}).lead(subject, score, unrivalled));
        lead(rival_object, objects_.at({property, candidate.subject->entity}).lead(object, score, unrivalled));
        lead(rival_property, properties_.at({candidate.subject, candidate.object, candidate.trigger}).lead(std::to_string(property), score, unrivalled));
        const auto reverse = said_.find({property, object, subject});
        if (reverse != said_.end() && !table_[property].symmetric) add(turned_round, step_of(score - reverse->second, 1));
        add(mention_kinds, static_cast<std::uint64_t>(candidate.subject->kind) * 8 + static_cast<std::uint64_t>(candidate.object->kind));
    }

  private:
    const PropertyTable& table_;
    std::map<std::pair<std::size_t, const Mention*>, Contest> subjects_;
    std::map<std::pair<std::size_t, EntityId>, Contest> objects_;
    std::map<std::tuple<const Mention*, const Mention*, std::uint32_t>, Contest> properties_;
    std::map<std::tuple<std::size_t, std::string, std::string>, float> said_;
};

void describe_scores(const std::vector<std::size_t>& members, std::span<const StatedCandidate> candidates, std::uint64_t property,
                     std::vector<std::uint64_t>& features) {
    const auto add = [&](Kind kind, std::uint64_t value) {
        features.push_back(combine(kind, value));
        features.push_back(combine(features.back(), property));
    };
    const float best = logit_of(candidates[members.front()].probability);
    add(always, 1);
    add(best_score, step_of(best, 2));
    add(second_score, members.size() > 1 ? step_of(logit_of(candidates[members[1]].probability), 1) : 1);
    add(evidence, std::min<std::size_t>(members.size(), 4));
}

}  // namespace

std::vector<StatementGroup> group_statements(const Reading& reading, const PropertyTable& table, std::span<const StatedCandidate> candidates) {
    std::map<std::tuple<EntityId, std::size_t, std::string, Status>, StatementGroup> groups;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const StatedCandidate& candidate = candidates[i];
        std::string subject = std::to_string(candidate.subject->entity), object = object_key(*candidate.object);
        EntityId first = candidate.subject->entity;
        if (table[candidate.property].symmetric && !candidate.object->is_literal() && candidate.object->entity < first) {
            first = candidate.object->entity;
            object = subject;
        }
        groups[{first, candidate.property, object, candidate.status}].members.push_back(i);
    }
    const Contests contests(table, candidates);
    std::vector<StatementGroup> result;
    for (auto& [key, group] : groups) {
        std::ranges::stable_sort(group.members, [&](std::size_t a, std::size_t b) { return candidates[a].probability > candidates[b].probability; });
        const StatedCandidate& best = candidates[group.members.front()];
        describe_scores(group.members, candidates, hash_of(table[best.property].iri), group.features);
        contests.describe(best, group.features);
        if (reading.document.sentences[best.object->sentence].headline) group.features.push_back(combine(headline, 1));
        make_feature_set(group.features);
        result.push_back(std::move(group));
    }
    return result;
}

FactJudge::FactJudge(std::string_view section) {
    if (section.empty()) return;
    model_ = LinearModel(section);
    if (model_.label_count() != 2) throw Error("the fact model has a damaged judge; get or train the model again");
}

float FactJudge::probability(const std::vector<std::uint64_t>& features) const {
    const float logit = sureness * logit_of(static_cast<float>(classify(model_, features)[1]));
    return 1 / (1 + std::exp(-logit));
}

std::string train_fact_judge(std::span<const JudgedExample* const> examples) {
    std::vector<ClassifierExample> lessons;
    for (const JudgedExample* example : examples) lessons.push_back({example->features, example->right ? 1U : 0U});
    return train_classifier(lessons, 2, least_uses, most_weights);
}

}  // namespace lede
