#include <lede/extraction/fact_scorer.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_set>

#include <lede/extraction/example_texts.hpp>
#include <lede/extraction/fact_judge.hpp>
#include <lede/extraction/fact_tuner.hpp>

namespace lede {
namespace {

constexpr int fewest_epochs = 6, most_epochs = 20;
constexpr std::size_t wanted_visits = 400'000;

/// A handful of examples against thousands of candidates that state nothing.
LearnerOptions options_for_examples(std::size_t instances) {
    LearnerOptions options;
    // Many instances need few rounds.
    options.epochs = std::clamp(static_cast<int>(wanted_visits / std::max<std::size_t>(1, instances)), fewest_epochs, most_epochs);
    options.positive_weight = 4;
    options.min_count = 2;
    return options;
}

/// From so many examples on, a property is learned on the network too; with fewer, words and grammar alone tell more.
constexpr std::size_t enough_for_network = 15;

/// Labelled sentences mostly mark one fact of several. Mean F1 of ten ontologies (Text2KGBench), of earlier versions: 0.280 with 0.3 and
/// 0.298 with 0.15; 0.336 with 0.15 and 0.346 with 0.1.
constexpr float unmarked_weight = 0.1F;
/// Long texts have thousands of pairs that teach the same.
constexpr std::size_t most_unmarked = 40;

/// With as many, the network may have something to learn, which takes seconds.
constexpr std::size_t worth_keeping = enough_for_network;

/// With less from the network, the linear model would have to be surer than it ever is.
constexpr float hopeless = -5;

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

constexpr std::array unnamed_kinds{MentionKind::pronoun, MentionKind::title, MentionKind::noun};

}  // namespace

FactScorer::FactScorer(const PropertyTable& table, std::shared_ptr<const FactModel> model, const FactNetworkReader& network)
    : table_(&table), model_(std::move(model)), network_(&network), patterns_(table.size()),
      trained_(table.size()), judged_(table.size()), learned_set_(table.size()), on_network_(table.size()) {
    if (!model_) return;
    for (std::size_t label = 0; label < model_->property_iris().size(); ++label) {
        const std::size_t place = table.find(model_->property_iris()[label]);
        model_places_.push_back(place);
        if (place >= table.size()) continue;
        trained_.insert(place);
        if (model_->network_knows(label)) judged_.insert(place);
    }
    for (ExamplePattern& pattern : model_->patterns())
        if (const std::size_t place = table.find(pattern.property_iri); place < table.size()) patterns_[place].push_back(std::move(pattern));
}

void FactScorer::learn(const ExampleReader& reader, PropertyTable& table, const ExampleCache* cache,
                       const std::function<void(std::size_t)>& before) {
    std::unordered_set<std::string> known;
    if (model_) known.insert(model_->example_keys().begin(), model_->example_keys().end());
    const auto waits = [&](std::size_t place) {
        return model_ && (*table_)[place].from_model && !trained_.contains(place);
    };
    for (std::size_t place = 0; place < table.size(); ++place)
        if (waits(place))
            for (const Example& example : table[place].examples) known.insert(example_key(table[place], example));
    const ExamplesByText groups = group_by_text(table, known);
    Unmarked unmarked{PropertySet(table.size()), unmarked_weight, most_unmarked};
    std::size_t count = 0;
    for (const auto& [text, examples] : groups) {
        count += examples.size();
        for (const PropertyExample& one : examples)
            if (!trained_.contains(one.property)) unmarked.rivals.insert(one.property);
    }
    for (const MentionKind kind : unnamed_kinds) table.admit_unnamed(kind, unmarked.rivals, unmarked.rivals);
    if (count < worth_keeping) cache = nullptr;
    std::optional<LearnedExamples> learned = cache ? cache->find(table) : std::nullopt;
    if (!learned) {
        if (before && count > 0) before(count);
        ExampleLessons lessons = read_examples(reader, groups, unmarked, network_->network() != nullptr);
        learned = sum_up(lessons.examples);
        if (!learned->learning.empty()) learn_from(std::move(lessons.instances), std::move(lessons.text), *learned);
        if (cache) cache->keep(*learned, table);
    }
    take(std::move(*learned), table);
}

/// The examples to explain facts by, what they mark though nothing names it, and the properties that they are of.
LearnedExamples FactScorer::sum_up(std::vector<std::pair<PropertyExample, ReadExample>>& examples) const {
    LearnedExamples learned;
    learned.learning = learned.on_network = PropertySet(table_->size());
    UnnamedCounts unnamed(table_->size());
    std::vector<std::size_t> counts;
    for (const auto& patterns : patterns_) counts.push_back(patterns.size());
    for (auto& [one, read] : examples) {
        if (!one.example->positive || read.features.empty()) continue;
        learned.learning.insert(one.property);
        unnamed.add(one.property, read);
        if (++counts[one.property] >= enough_for_network) learned.on_network.insert(one.property);
        learned.patterns.push_back({(*table_)[one.property].iri, one.example->marked(), std::move(read.features)});
    }
    for (const MentionKind kind : unnamed_kinds) learned.unnamed.push_back({kind, unnamed.often(kind, false), unnamed.often(kind, true)});
    return learned;
}

/// The text has a pair for each of the instances, or none.
void FactScorer::learn_from(std::vector<FactInstance> instances, FactText text, LearnedExamples& learned) const {
    const std::size_t stated = instances.size();
    if (model_)
        for (auto& features : model_->background()) instances.push_back({std::move(features), learned.learning, PropertySet(table_->size()), 1});
    const LearnerOptions options = options_for_examples(instances.size());
    learned.weights = to_section(learn_facts(instances, table_->size(), options), static_cast<std::uint32_t>(table_->size()));
    if (!network_->network() || learned.on_network.empty() || text.pairs.size() != stated) return;
    append(model_->background_text(network_->vectors().size()), text);
    if (text.pairs.size() != instances.size()) return;
    learned.tuned = tune_fact_network(*network_->network(), network_->vectors(), text, instances, stated, table_->size());
}

void FactScorer::take(LearnedExamples learned, PropertyTable& table) {
    for (const auto& [kind, subject, object] : learned.unnamed) table.admit_unnamed(kind, subject, object);
    for (ExamplePattern& pattern : learned.patterns) patterns_[table.find(pattern.property_iri)].push_back(std::move(pattern));
    on_network_ = std::move(learned.on_network);
    if (learned.learning.empty()) return;
    for (std::size_t place = 0; place < table_->size(); ++place) learned_places_.push_back(place);
    learned_set_ = std::move(learned.learning);
    learned_section_ = std::move(learned.weights);
    learned_ = LinearModel(learned_section_);
    tuned_ = std::move(learned.tuned);
}

void FactScorer::add_scores(const LinearModel& weights, const std::vector<std::size_t>& places, const std::vector<std::uint64_t>& features,
                            std::span<const float> network, std::vector<float>& scores) const {
    if (weights.empty()) return;
    thread_local std::vector<std::int32_t> sums;
    sums.resize(weights.label_count());
    weights.score(features, sums);
    for (std::size_t label = 0; label < places.size(); ++label) {
        if (places[label] >= scores.size()) continue;
        const float linear = static_cast<float>(sums[label]) * weights.unit();
        const bool trusted = &weights == &learned_ ? on_network_.contains(places[label]) : model_->network_knows(label);
        const bool by_network = !network.empty() && trusted;
        const float joined = by_network ? join_scores(linear, network[label]) : linear;
        const bool no_opinion = sums[label] == 0 && !by_network;
        if (!no_opinion) scores[places[label]] = std::max(scores[places[label]], joined);
    }
}

void FactScorer::score(const std::vector<std::uint64_t>& features, const PropertySet& admitted, const NetworkAnswer& network,
                       std::vector<ScoredProperty>& result) const {
    thread_local std::vector<float> scores;
    scores.assign(table_->size(), -std::numeric_limits<float>::infinity());
    if (model_) add_scores(model_->weights(), model_places_, features, network.logits, scores);
    add_scores(learned_, learned_places_, features, network.learned, scores);
    for (std::size_t place = 0; place < scores.size(); ++place) {
        if (!admitted.contains(place)) continue;
        const float probability = to_probability(scores[place]);
        if (probability >= least_judged) result.push_back({place, probability});
    }
}

AskedNetworks FactScorer::networks() const {
    const FactNetwork* network = network_->network();
    return {network && !trained_.empty() ? &network->weights : nullptr, tuned_ ? &tuned_->weights : nullptr};
}

bool FactScorer::may_state(const PropertySet& admitted, const NetworkAnswer& network) const {
    if (network.logits.empty() || !(admitted & learned_set_).empty()) return true;
    for (std::size_t label = 0; label < model_places_.size(); ++label) {
        const bool open = network.logits[label] > hopeless || !model_->network_knows(label);
        if (open && model_places_[label] < table_->size() && admitted.contains(model_places_[label])) return true;
    }
    return false;
}

std::string FactScorer::find_nearest_example(std::size_t property, const std::vector<std::uint64_t>& features) const {
    const ExamplePattern* best = nullptr;
    double best_similarity = -1;
    for (const ExamplePattern& pattern : patterns_[property])
        if (const double value = similarity(pattern.features, features); value > best_similarity) best = &pattern, best_similarity = value;
    return best ? best->marked : std::string();
}

}  // namespace lede
