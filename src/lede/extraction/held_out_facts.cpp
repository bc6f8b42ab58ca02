#include <lede/extraction/held_out_facts.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace lede {
namespace {

constexpr float lowest_threshold = 0.20F, highest_threshold = 0.90F, threshold_step = 0.02F;

/// A wrong fact does more harm than a missed one: F of van Rijsbergen with this weight of recall against precision.
constexpr double recall_weight = 0.55;

double f_score(double right, double wrong, double missed) {
    constexpr double square = recall_weight * recall_weight;
    return right > 0 ? (1 + square) * right / ((1 + square) * right + wrong + square * missed) : 0;
}

}  // namespace

void HeldOutFacts::add(std::size_t number, const TrainingArticle& article, std::span<const StatedCandidate> candidates) {
    for (const auto& fact : article.facts())
        if (!fact.optional) ++annotated_[fact.property];
    for (StatementGroup& group : group_statements(article.reading(), *table_, candidates)) {
        const StatedCandidate& best = candidates[group.members.front()];
        if (article.unknown().contains(best.property)) continue;
        const auto value = best.object->is_literal() ? std::variant<EntityId, Literal>(best.object->value)
                                                     : std::variant<EntityId, Literal>(best.object->entity);
        bool right = false, excused = false;
        for (const auto& gold : article.facts()) {
            const auto& super = (*table_)[gold.property].super;
            if (article.agrees(gold, best.subject->entity, best.property, value)) (gold.optional ? excused : right) = true;
            else if (std::find(super.begin(), super.end(), (*table_)[best.property].iri) != super.end())
                excused |= article.agrees(gold, best.subject->entity, gold.property, value);
        }
        if (right || !excused) articles_[number].push_back({best.property, {std::move(group.features), right}, best.probability});
    }
}

std::string HeldOutFacts::judge(std::size_t folds) {
    const auto train_without = [&](std::size_t left_out) {
        std::vector<const JudgedExample*> examples;
        for (std::size_t i = 0; i < articles_.size(); ++i)
            if (i % folds != left_out)
                for (const Found& found : articles_[i]) examples.push_back(&found.example);
        return train_fact_judge(examples);
    };
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const std::string section = train_without(fold);
        const FactJudge judge(section);
        for (std::size_t i = fold; i < articles_.size(); i += folds)
            for (Found& found : articles_[i]) found.probability = judge.probability(found.example.features);
    }
    sort_by_property();
    return train_without(folds);
}

void HeldOutFacts::sort_by_property() {
    found_.assign(table_->size(), {});
    for (const auto& article : articles_)
        for (const Found& found : article) found_[found.property].push_back(&found);
}

FactScore HeldOutFacts::score(std::size_t property, float threshold) const {
    FactScore score;
    for (const Found* found : found_[property])
        if (found->probability >= threshold) ++(found->example.right ? score.right : score.wrong);
    // Overlapping phrases can be right more often than annotated.
    score.right = std::min<std::size_t>(score.right, annotated_[property]);
    score.missed = annotated_[property] - score.right;
    return score;
}

std::vector<std::string> HeldOutFacts::calibration(float threshold) const {
    struct Tenth { std::size_t right = 0, all = 0; double probability = 0; };
    std::array<Tenth, 10> tenths;
    for (std::size_t property = 0; property < table_->size(); ++property)
        for (const Found* found : found_[property]) {
            if (found->probability < threshold) continue;
            Tenth& tenth = tenths[std::min<std::size_t>(9, static_cast<std::size_t>(found->probability * 10))];
            ++tenth.all;
            tenth.right += found->example.right;
            tenth.probability += static_cast<double>(found->probability);
        }
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < tenths.size(); ++i) {
        const Tenth& tenth = tenths[i];
        if (tenth.all == 0) continue;
        char line[96];
        std::snprintf(line, sizeof line, "confidence %.1f to %.1f: %zu facts, mean %.3f, right %.3f", 0.1 * static_cast<double>(i),
                      0.1 * static_cast<double>(i + 1), tenth.all, tenth.probability / static_cast<double>(tenth.all),
                      static_cast<double>(tenth.right) / static_cast<double>(tenth.all));
        lines.emplace_back(line);
    }
    return lines;
}

float HeldOutFacts::best_threshold() const {
    float best = lowest_threshold;
    double best_value = -1;
    for (float threshold = lowest_threshold; threshold <= highest_threshold; threshold += threshold_step) {
        FactScore all;
        for (std::size_t property = 0; property < table_->size(); ++property) {
            const FactScore mine = score(property, threshold);
            all.right += mine.right;
            all.wrong += mine.wrong;
            all.missed += mine.missed;
        }
        const double value = f_score(static_cast<double>(all.right), static_cast<double>(all.wrong), static_cast<double>(all.missed));
        if (value > best_value) best_value = value, best = threshold;
    }
    return best;
}

FactTrainingReport HeldOutFacts::report(float threshold) const {
    FactTrainingReport report;
    for (std::size_t property = 0; property < table_->size(); ++property) {
        const FactScore mine = score(property, threshold);
        report.properties.emplace_back((*table_)[property].iri, mine);
        report.total.right += mine.right;
        report.total.wrong += mine.wrong;
        report.total.missed += mine.missed;
    }
    return report;
}

}  // namespace lede
