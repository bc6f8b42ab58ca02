#pragma once

#include <cstdint>
#include <atomic>
#include <span>
#include <string>
#include <vector>

#include <lede/extraction/fact_trainer.hpp>
#include <lede/extraction/fact_judge.hpp>
#include <lede/extraction/training_article.hpp>

namespace lede {

/// Facts found in held-out articles, by property: how likely each was, and whether it is annotated.
class HeldOutFacts {
  public:
    HeldOutFacts(const PropertyTable& table, std::size_t article_count) : table_(&table), articles_(article_count), annotated_(table.size()) {}

    /// Adds what the candidates of an article state, but of properties that are unknown in it; `number` counts articles
    /// from 0. May be called from several threads.
    void add(std::size_t number, const TrainingArticle& article, std::span<const StatedCandidate> candidates);

    /// Judges each article's statements by what the articles of the other folds teach, and returns the judge that all of them teach, as a
    /// section for FactJudge. What follows goes by these judgements.
    std::string judge(std::size_t folds);

    /// The least probability that gives the best F score of all facts, precision counting more. One for all properties: what the judge says
    /// is calibrated, and thresholds of their own only followed chance.
    float best_threshold() const;

    FactTrainingReport report(float threshold) const;
    /// How many of the facts of each tenth of probability are right, of those that reach the threshold.
    std::vector<std::string> calibration(float threshold) const;

  private:
    struct Found {
        std::size_t property = 0;
        JudgedExample example;
        float probability = 0;
    };
    FactScore score(std::size_t property, float threshold) const;
    void sort_by_property();

    const PropertyTable* table_;
    std::vector<std::vector<Found>> articles_;
    std::vector<std::vector<const Found*>> found_;  ///< by property, once judged
    std::vector<std::atomic<std::size_t>> annotated_;
};

}  // namespace lede
