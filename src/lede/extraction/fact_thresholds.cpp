#include <lede/extraction/fact_thresholds.hpp>

#include <algorithm>
#include <map>
#include <tuple>

#include <lede/base/utf8.hpp>

namespace lede {
namespace {

/// Facts of the best threshold for all that stand in where a property has few of its own.
constexpr double borrowed_facts = 200;
constexpr float lowest_threshold = 0.20F, highest_threshold = 0.90F, threshold_step = 0.02F;

std::string key_of(const Mention& object) {
    return object.is_literal() ? "\"" + fold(object.value.lexical) : std::to_string(object.entity);
}

/// A wrong fact does more harm than a missed one: F of van Rijsbergen with this weight of recall against precision.
constexpr double recall_weight = 0.7;

double f_score(double right, double wrong, double missed) {
    constexpr double square = recall_weight * recall_weight;
    return right > 0 ? (1 + square) * right / ((1 + square) * right + wrong + square * missed) : 0;
}

}  // namespace

void HeldOutFacts::add(const TrainingArticle& article, const std::vector<TrainingArticle::Labelled>& candidates,
                       const std::vector<std::vector<float>>& probabilities) {
    struct Best { float probability; const Mention* subject; const Mention* object; };
    std::map<std::tuple<std::uint32_t, std::size_t, std::string>, Best> best;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (std::size_t property = 0; property < table_->size(); ++property) {
            if (probabilities[i][property] < lowest_threshold) continue;
            const auto& candidate = candidates[i];
            std::uint32_t subject = candidate.subject->entity;
            std::string object = key_of(*candidate.object);
            if ((*table_)[property].symmetric && candidate.object->entity < subject) {
                object = std::to_string(subject);
                subject = candidate.object->entity;
            }
            Best& entry = best.try_emplace({subject, property, object}, Best{0, nullptr, nullptr}).first->second;
            if (probabilities[i][property] > entry.probability) entry = {probabilities[i][property], candidate.subject, candidate.object};
        }
    for (const auto& fact : article.facts())
        if (!fact.optional) ++annotated_[fact.property];
    for (const auto& [key, entry] : best) {
        const std::size_t property = std::get<1>(key);
        const auto value = entry.object->is_literal() ? std::variant<EntityId, Literal>(entry.object->value)
                                                      : std::variant<EntityId, Literal>(entry.object->entity);
        bool right = false, excused = false;
        for (const auto& gold : article.facts()) {
            const auto& super = (*table_)[gold.property].super;
            if (article.agrees(gold, entry.subject->entity, property, value)) (gold.optional ? excused : right) = true;
            else if (std::find(super.begin(), super.end(), (*table_)[property].iri) != super.end())
                excused |= article.agrees(gold, entry.subject->entity, gold.property, value);
        }
        if (right || !excused) found_[property].push_back({entry.probability, right});
    }
}

FactScore HeldOutFacts::score(std::size_t property, float threshold) const {
    FactScore score;
    for (const Found& found : found_[property])
        if (found.probability >= threshold) ++(found.right ? score.right : score.wrong);
    // Overlapping phrases can be right more often than annotated.
    score.right = std::min(score.right, annotated_[property]);
    score.missed = annotated_[property] - score.right;
    return score;
}

std::vector<float> HeldOutFacts::best_thresholds() const {
    std::vector<float> grid;
    for (float threshold = lowest_threshold; threshold <= highest_threshold; threshold += threshold_step) grid.push_back(threshold);
    std::vector<FactScore> all(grid.size());
    std::vector<std::vector<FactScore>> own(table_->size());
    for (std::size_t property = 0; property < table_->size(); ++property)
        for (std::size_t g = 0; g < grid.size(); ++g) {
            own[property].push_back(score(property, grid[g]));
            all[g].right += own[property][g].right;
            all[g].wrong += own[property][g].wrong;
            all[g].missed += own[property][g].missed;
        }
    std::vector<float> best(table_->size(), grid.front());
    for (std::size_t property = 0; property < table_->size(); ++property) {
        double best_value = -1;
        for (std::size_t g = 0; g < grid.size(); ++g) {
            const double share = borrowed_facts / static_cast<double>(std::max<std::size_t>(1, all[g].right + all[g].missed));
            const FactScore& mine = own[property][g];
            const double value = f_score(static_cast<double>(mine.right) + share * static_cast<double>(all[g].right),
                                    static_cast<double>(mine.wrong) + share * static_cast<double>(all[g].wrong),
                                    static_cast<double>(mine.missed) + share * static_cast<double>(all[g].missed));
            if (value > best_value) best_value = value, best[property] = grid[g];
        }
    }
    return best;
}

FactTrainingReport HeldOutFacts::report(const std::vector<float>& thresholds) const {
    FactTrainingReport report;
    for (std::size_t property = 0; property < table_->size(); ++property) {
        const FactScore mine = score(property, thresholds[property]);
        report.properties.emplace_back((*table_)[property].iri, mine);
        report.total.right += mine.right;
        report.total.wrong += mine.wrong;
        report.total.missed += mine.missed;
    }
    return report;
}

}  // namespace lede
