#include <lede/extraction/fact_scorer.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace lede {
namespace {

/// A handful of examples against thousands of candidates that state nothing.
LearnerOptions options_for_examples() {
    LearnerOptions options;
    options.epochs = 20;
    options.positive_weight = 4;
    options.min_count = 2;
    return options;
}

/// Accepted from this probability on where no held-out articles said better.
constexpr float default_threshold = 0.5F;

std::string key_of(const Property& property, const Example& example) { return property.iri + "\t" + example.marked(); }

/// Size of the intersection of two sorted vectors, over the geometric mean of their sizes.
double similarity(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::size_t common = 0;
    for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
        if (*i == *k) ++common, ++i, ++k;
        else if (*i < *k) ++i;
        else ++k;
    }
    return a.empty() || b.empty() ? 0 : static_cast<double>(common) / std::sqrt(static_cast<double>(a.size()) * static_cast<double>(b.size()));
}

}  // namespace

FactScorer::FactScorer(const PropertyTable& table, std::shared_ptr<const FactModel> model)
    : table_(&table), model_(std::move(model)), thresholds_(table.size(), default_threshold), patterns_(table.size()) {
    if (!model_) return;
    for (std::size_t label = 0; label < model_->property_iris().size(); ++label) {
        const std::size_t place = table.find(model_->property_iris()[label]);
        model_places_.push_back(place);
        if (place < table.size()) thresholds_[place] = model_->thresholds()[label];
    }
    for (ExamplePattern& pattern : model_->patterns())
        if (const std::size_t place = table.find(pattern.property_iri); place < table.size()) patterns_[place].push_back(std::move(pattern));
}

void FactScorer::learn(const ExampleReader& reader) {
    std::unordered_set<std::string> known;
    if (model_) known.insert(model_->example_keys().begin(), model_->example_keys().end());
    std::vector<FactInstance> instances;
    PropertySet learning(table_->size());
    for (std::size_t place = 0; place < table_->size(); ++place) {
        const Property& property = (*table_)[place];
        for (const Example& example : property.examples) {
            if (known.contains(key_of(property, example))) continue;
            std::vector<std::uint64_t> features = reader.read(place, example, instances);
            if (!example.positive || features.empty()) continue;
            learning.insert(place);
            patterns_[place].push_back({property.iri, example.marked(), std::move(features)});
        }
    }
    if (learning.empty()) return;
    for (std::size_t place = 0; place < table_->size(); ++place) learned_places_.push_back(place);
    if (model_)
        for (auto& features : model_->background()) instances.push_back({std::move(features), learning, PropertySet(table_->size()), 1});
    learned_section_ = to_section(learn_facts(instances, table_->size(), options_for_examples()), static_cast<std::uint32_t>(table_->size()));
    learned_ = LinearModel(learned_section_);
}

void FactScorer::add_scores(const LinearModel& weights, const std::vector<std::size_t>& places, const std::vector<std::uint64_t>& features,
                            std::vector<float>& scores) const {
    if (weights.empty()) return;
    thread_local std::vector<std::int32_t> sums;
    sums.resize(weights.label_count());
    weights.score(features, sums);
    for (std::size_t label = 0; label < places.size(); ++label) {
        const bool no_opinion = sums[label] == 0;
        if (places[label] < scores.size() && !no_opinion)
            scores[places[label]] = std::max(scores[places[label]], static_cast<float>(sums[label]) * weights.unit());
    }
}

void FactScorer::score(const std::vector<std::uint64_t>& features, const PropertySet& admitted,
                       std::vector<ScoredProperty>& result) const {
    thread_local std::vector<float> scores;
    scores.assign(table_->size(), -std::numeric_limits<float>::infinity());
    if (model_) add_scores(model_->weights(), model_places_, features, scores);
    add_scores(learned_, learned_places_, features, scores);
    for (std::size_t place = 0; place < scores.size(); ++place) {
        if (!admitted.contains(place)) continue;
        const float probability = to_probability(scores[place]);
        if (probability >= thresholds_[place]) result.push_back({place, probability});
    }
}

std::string FactScorer::find_nearest_example(std::size_t property, const std::vector<std::uint64_t>& features) const {
    const ExamplePattern* best = nullptr;
    double best_similarity = -1;
    for (const ExamplePattern& pattern : patterns_[property])
        if (const double value = similarity(pattern.features, features); value > best_similarity) best = &pattern, best_similarity = value;
    return best ? best->marked : std::string();
}

}  // namespace lede
