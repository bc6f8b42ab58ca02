#include <lede/extraction/fact_scorer.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include <lede/extraction/fact_judge.hpp>

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

/// From so many examples on, a property is learned on the network's thoughts too; with fewer, words and grammar alone tell more.
constexpr std::size_t enough_for_network = 15;

/// Labelled sentences mostly mark one fact of several. Mean F1 of ten ontologies (Text2KGBench) with 0.3, 0.15 and 0.1: 0.324, 0.337
/// and 0.346, of an earlier version.
constexpr float unmarked_weight = 0.1F;

/// With less from the network, the linear model would have to be surer than it ever is.
constexpr float hopeless = -5;

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

/// Examples by their text, so that those of one text are read together.
using ExamplesByText = std::map<std::string, std::vector<PropertyExample>>;

/// The examples that are not known yet.
ExamplesByText group_by_text(const PropertyTable& table, const std::unordered_set<std::string>& known) {
    ExamplesByText groups;
    for (std::size_t place = 0; place < table.size(); ++place)
        for (const Example& example : table[place].examples)
            if (!known.contains(key_of(table[place], example))) groups[example.text].push_back({place, &example});
    return groups;
}

/// In how many texts the examples mark each wording as an argument.
using MarkCounts = std::map<std::string, std::size_t, std::less<>>;

std::set<std::string, std::less<>> marks_of(const std::vector<PropertyExample>& examples) {
    std::set<std::string, std::less<>> marks;
    for (const PropertyExample& one : examples)
        for (const Span span : {one.example->subject, one.example->object}) marks.insert(std::string(slice(one.example->text, span)));
    return marks;
}

MarkCounts count_marks(const ExamplesByText& groups) {
    MarkCounts counts;
    for (const auto& [text, examples] : groups)
        for (const std::string& mark : marks_of(examples)) ++counts[mark];
    return counts;
}

/// Things that no other text marks: an ontology that lists the things of its examples must not make these easier to read than an
/// article, whose things it does not list.
IgnoredNames marked_only_here(const std::vector<PropertyExample>& examples, const MarkCounts& counts) {
    IgnoredNames ignored = marks_of(examples);
    std::erase_if(ignored, [&](const std::string& mark) { return counts.find(mark)->second > 1; });
    return ignored;
}

/// How often the examples of each property mark what nothing names.
class UnnamedCounts {
  public:
    explicit UnnamedCounts(std::size_t properties) : examples_(properties, 0) {}

    void add(std::size_t property, const ReadExample& read) {
        ++examples_[property];
        if (read.unnamed_subject) ++marked_[{*read.unnamed_subject, false, property}];
        if (read.unnamed_object) ++marked_[{*read.unnamed_object, true, property}];
    }

    /// The properties whose subject (or object) is often enough such a mention.
    PropertySet often(MentionKind kind, bool object) const {
        PropertySet result(examples_.size());
        for (std::size_t property = 0; property < examples_.size(); ++property) {
            const auto found = marked_.find({kind, object, property});
            if (found == marked_.end()) continue;
            const auto share = static_cast<double>(found->second) / static_cast<double>(examples_[property]);
            if (found->second >= fewest_unnamed && share >= least_unnamed) result.insert(property);
        }
        return result;
    }

  private:
    static constexpr std::size_t fewest_unnamed = 2;
    static constexpr double least_unnamed = 0.1;
    std::vector<std::size_t> examples_;
    std::map<std::tuple<MentionKind, bool, std::size_t>, std::size_t> marked_;
};

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

void FactScorer::learn(const ExampleReader& reader, PropertyTable& table) {
    std::unordered_set<std::string> known;
    if (model_) known.insert(model_->example_keys().begin(), model_->example_keys().end());
    const ExamplesByText groups = group_by_text(table, known);
    Unmarked unmarked{PropertySet(table.size()), unmarked_weight};
    PropertySet& rivals = unmarked.rivals;  // properties of which all is known from these examples
    for (const auto& [text, examples] : groups)
        for (const PropertyExample& one : examples)
            if (!trained_.contains(one.property)) rivals.insert(one.property);
    for (const MentionKind kind : unnamed_kinds) table.admit_unnamed(kind, rivals, rivals);

    std::vector<FactInstance> instances;
    FactLesson lesson;
    PropertySet learning(table.size());
    UnnamedCounts unnamed(table.size());
    const MarkCounts counts = count_marks(groups);
    for (const auto& [text, examples] : groups) {
        auto read = reader.read(examples, unmarked, instances, network_->network() ? &lesson : nullptr, marked_only_here(examples, counts));
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const std::size_t place = examples[i].property;
            if (!examples[i].example->positive || read[i].features.empty()) continue;
            learning.insert(place);
            unnamed.add(place, read[i]);
            if (patterns_[place].size() + 1 >= enough_for_network) on_network_.insert(place);
            patterns_[place].push_back({table[place].iri, examples[i].example->marked(), std::move(read[i].features)});
        }
    }
    for (const MentionKind kind : unnamed_kinds) table.admit_unnamed(kind, unnamed.often(kind, false), unnamed.often(kind, true));
    if (!learning.empty()) learn_from(std::move(instances), learning, lesson.text);
}

/// The text has a pair for each of the instances, or none.
void FactScorer::learn_from(std::vector<FactInstance> instances, const PropertySet& learning, const FactText& text) {
    for (std::size_t place = 0; place < table_->size(); ++place) learned_places_.push_back(place);
    learned_set_ = learning;
    const std::size_t stated = instances.size();
    if (model_)
        for (auto& features : model_->background()) instances.push_back({std::move(features), learning, PropertySet(table_->size()), 1});
    const LearnerOptions options = options_for_examples();
    learned_section_ = to_section(learn_facts(instances, table_->size(), options), static_cast<std::uint32_t>(table_->size()));
    learned_ = LinearModel(learned_section_);
    if (!network_->network() || text.pairs.size() != stated) return;
    Matrix thoughts = network_->think_of(text);
    const Floats background = model_->background_thoughts();
    if (background.size() != (instances.size() - stated) * thoughts.rows) return;
    thoughts.values.insert(thoughts.values.end(), background.begin(), background.end());
    thoughts.cols = instances.size();
    head_ = learn_fact_head(thoughts, instances, table_->size(), options.positive_weight);
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
    thread_local Matrix thoughts, judged;
    scores.assign(table_->size(), -std::numeric_limits<float>::infinity());
    if (model_) add_scores(model_->weights(), model_places_, features, network.logits, scores);
    judged.resize(0, 0);
    if (!network.thoughts.empty() && head_.out() > 0) {
        thoughts.resize(network.thoughts.size(), 1);
        std::ranges::copy(network.thoughts, thoughts.col(0));
        head_.forward(thoughts, judged);
    }
    add_scores(learned_, learned_places_, features, judged.values, scores);
    for (std::size_t place = 0; place < scores.size(); ++place) {
        if (!admitted.contains(place)) continue;
        const float probability = to_probability(scores[place]);
        if (probability >= least_judged) result.push_back({place, probability});
    }
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
