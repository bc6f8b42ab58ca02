#pragma once

#include <cstdint>
#include <vector>

#include <lede/extraction/fact_trainer.hpp>
#include <lede/extraction/training_article.hpp>

namespace lede {

/// Facts found in held-out articles, by property: how likely each was, and whether it is annotated.
class HeldOutFacts {
  public:
    explicit HeldOutFacts(const PropertyTable& table) : table_(&table), found_(table.size()), annotated_(table.size()) {}

    /// Adds the facts of an article, each with its likeliest candidate. `probabilities` has one row a candidate and one number a property.
    void add(const TrainingArticle& article, const std::vector<TrainingArticle::Labelled>& candidates,
             const std::vector<std::vector<float>>& probabilities);

    /// For each property the least probability that gives the best F score, precision counting more, drawn towards the best one for all properties where there are few facts.
    std::vector<float> best_thresholds() const;

    FactTrainingReport report(const std::vector<float>& thresholds) const;

  private:
    struct Found { float probability; bool right; };
    FactScore score(std::size_t property, float threshold) const;

    const PropertyTable* table_;
    std::vector<std::vector<Found>> found_;
    std::vector<std::size_t> annotated_;
};

}  // namespace lede
