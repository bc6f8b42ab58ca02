#include <lede/extraction/fact_trainer.hpp>

#include <algorithm>
#include <fstream>
#include <limits>

#include <lede/base/error.hpp>
#include <lede/extraction/example_reader.hpp>
#include <lede/extraction/fact_thresholds.hpp>
#include <lede/extraction/reference_trainer.hpp>
#include <lede/extraction/training_article.hpp>
#include <lede/ontology/read_ontology.hpp>

namespace lede {
namespace {

/// Candidates that state nothing, kept for properties that are learned later: enough to know the language's common ties.
constexpr std::size_t background_size = 1500;

/// An example sentence is written to show one thing, and counts for more than a candidate of an article.
constexpr float sentence_weight = 1;

using Labelled = std::vector<TrainingArticle::Labelled>;

void read_sentences(const std::filesystem::path& path, const PropertyTable& table, const ExampleReader& reader,
                    std::vector<FactInstance>& instances) {
    std::ifstream in(path);
    if (!in) throw InputError(path.string(), "cannot be read");
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const auto first = line.find('\t');
        const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (second == std::string::npos) throw InputError(path.string(), number, 0, "expected property TAB + or - TAB marked sentence");
        const std::size_t property = table.find(expand_annotation_curie(line.substr(0, first)));
        std::string problem;
        std::optional<Example> example = parse_example(std::string_view(line).substr(second + 1), problem);
        if (!example) throw InputError(path.string(), number, 0, problem);
        if (property == table.size()) continue;
        example->positive = line[first + 1] == '+';
        reader.read(property, *example, instances);
    }
}

std::vector<std::vector<float>> score_all(const LinearModel& model, const Labelled& candidates, std::size_t properties) {
    std::vector<std::vector<float>> rows;
    std::vector<std::int32_t> sums(properties);
    for (const auto& candidate : candidates) {
        model.score(candidate.instance.features, sums);
        auto& row = rows.emplace_back(properties, 0.0F);
        for (std::size_t p = 0; p < properties; ++p)
            if (candidate.admitted.contains(p)) row[p] = to_probability(static_cast<float>(sums[p]) * model.unit());
    }
    return rows;
}

std::vector<FactInstance> join(const std::vector<Labelled>& articles, const std::vector<FactInstance>& sentences, int folds, int left_out) {
    std::vector<FactInstance> instances = sentences;
    for (std::size_t i = 0; i < articles.size(); ++i)
        if (left_out < 0 || static_cast<int>(i % static_cast<std::size_t>(folds)) != left_out)
            for (const auto& candidate : articles[i]) instances.push_back(candidate.instance);
    return instances;
}

/// Every n-th candidate that states nothing.
std::vector<std::vector<std::uint64_t>> sample_background(const std::vector<Labelled>& articles) {
    std::vector<const FactInstance*> nothing;
    for (const Labelled& article : articles)
        for (const auto& candidate : article)
            if (candidate.instance.stated.empty()) nothing.push_back(&candidate.instance);
    std::vector<std::vector<std::uint64_t>> sample;
    const std::size_t step = std::max<std::size_t>(1, nothing.size() / background_size);
    for (std::size_t i = 0; i < nothing.size(); i += step) sample.push_back(nothing[i]->features);
    return sample;
}

}  // namespace

FactModelParts train_facts(const FactTrainingData& data, const Ontology& ontology, const LanguageModel& language, const EntityBuilder& entities,
                           FactTrainingReport& report, const TrainingLog& log) {
    const PropertyTable table(ontology);
    MentionBuilder mentions(ontology, data.data_folder, data.vectors);
    const ExampleReader reader(language, entities, mentions, table);
    FactModelParts parts;
    std::vector<AnnotatedArticle> annotated = read_annotated_articles(data.articles);
    ReferenceSections references = train_references(annotated, language, mentions, data.folds, log);
    mentions.set_ranker(AntecedentRanker(references.full));

    std::vector<FactInstance> sentences;
    for (std::size_t property = 0; property < table.size(); ++property) {
        parts.property_iris.push_back(table[property].iri);
        for (const Example& example : table[property].examples) {
            std::vector<std::uint64_t> features = reader.read(property, example, sentences);
            parts.examples.push_back({table[property].iri, example.marked(), std::move(features)});
        }
    }
    for (const auto& path : data.sentences) read_sentences(path, table, reader, sentences);
    for (FactInstance& instance : sentences) instance.weight *= sentence_weight;
    log(std::to_string(sentences.size()) + " instances from example sentences");

    std::vector<TrainingArticle> articles;
    std::vector<Labelled> labelled;
    for (std::size_t i = 0; i < annotated.size(); ++i) {
        // What later reads the text did not learn from it, and facts must be learned from what it will see.
        mentions.set_ranker(AntecedentRanker(references.held_out[i % references.held_out.size()]));
        articles.emplace_back(std::move(annotated[i]), language, mentions, table);
    }
    std::size_t count = 0;
    for (const TrainingArticle& article : articles) {
        labelled.push_back(article.label_candidates());
        count += labelled.back().size();
    }
    log(std::to_string(count) + " candidates from " + std::to_string(articles.size()) + " articles");

    HeldOutFacts held_out(table);
    for (int fold = 0; fold < data.folds; ++fold) {
        const SparseWeights weights = learn_facts(join(labelled, sentences, data.folds, fold), table.size(), data.learner);
        const std::string section = to_section(weights, static_cast<std::uint32_t>(table.size()));
        const LinearModel model(section);
        for (std::size_t i = static_cast<std::size_t>(fold); i < articles.size(); i += static_cast<std::size_t>(data.folds))
            held_out.add(articles[i], labelled[i], score_all(model, labelled[i], table.size()));
        log("fold " + std::to_string(fold + 1) + " of " + std::to_string(data.folds) + " done");
    }
    parts.thresholds = held_out.best_thresholds();
    report = held_out.report(parts.thresholds);

    parts.weights = learn_facts(join(labelled, sentences, data.folds, -1), table.size(), data.learner,
                                [&](int epoch, double loss) { log("epoch " + std::to_string(epoch) + ", loss " + std::to_string(loss)); });
    parts.background = sample_background(labelled);
    parts.references = std::move(references.full);
    return parts;
}

}  // namespace lede
