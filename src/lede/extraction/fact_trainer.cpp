#include <lede/extraction/fact_trainer.hpp>

#include <algorithm>
#include <fstream>
#include <future>
#include <limits>
#include <mutex>
#include <set>

#include <lede/base/error.hpp>
#include <lede/extraction/candidate_features.hpp>
#include <lede/extraction/example_reader.hpp>
#include <lede/extraction/fact_text_copier.hpp>
#include <lede/extraction/held_out_facts.hpp>
#include <lede/extraction/reference_trainer.hpp>
#include <lede/extraction/training_article.hpp>
#include <lede/ontology/read_ontology.hpp>

namespace lede {
namespace {

/// Candidates that state nothing, kept for properties that are learned later: enough to know the language's common ties.
constexpr std::size_t background_size = 1500;

/// Example sentences that make a lesson of the network: about as many words as an article has.
constexpr std::size_t sentences_a_lesson = 15;

/// Folds that are learned at a time.
constexpr std::size_t threads = 2;

using Labelled = std::vector<TrainingArticle::Labelled>;

/// An annotated article with what it teaches.
struct LabelledArticle {
    std::unique_ptr<TrainingArticle> article;
    Labelled candidates;
    FactLesson lesson;
    std::vector<std::size_t> pair_of;  ///< by candidate; lesson.answers.size() if the network does not read it
};

LabelledArticle label_article(AnnotatedArticle annotated, const LanguageModel& language, const MentionBuilder& mentions,
                              const PropertyTable& table, const FactVocabulary& vocabulary, const WordVectors& vectors) {
    LabelledArticle result;
    result.article = std::make_unique<TrainingArticle>(std::move(annotated), language, mentions, table);
    result.candidates = result.article->label_candidates();
    const Reading& reading = result.article->reading();
    FactTextBuilder builder(reading, vocabulary, vectors, table.ontology());
    for (const TrainingArticle::Labelled& candidate : result.candidates) {
        const bool read = builder.open_sentence(candidate.object->sentence);
        result.pair_of.push_back(read ? result.lesson.answers.size() : std::numeric_limits<std::size_t>::max());
        if (!read) continue;
        builder.add_pair(*candidate.subject, *candidate.object, find_trigger(reading, *candidate.subject, *candidate.object));
        result.lesson.answers.push_back({candidate.instance.considered, candidate.instance.stated, candidate.instance.weight});
    }
    result.lesson.text = std::move(builder.text);
    return result;
}

/// What is learned from some of the articles.
struct Learned {
    SparseWeights linear;
    FactWeights network;
};

/// Training in its steps.
class Training {
  public:
    Training(const FactTrainingData& data, const Ontology& ontology, const LanguageModel& language, const EntityBuilder& entities,
             const WordVectors& vectors, const TrainingLog& log)
        : data_(data), language_(language), vectors_(vectors), log_(log), table_(ontology), mentions_(ontology, data.data_folder, vectors),
          reader_(language, entities, mentions_, table_, &vocabulary_, &vectors) {}

    void read(FactModelParts& parts) {
        std::vector<AnnotatedArticle> annotated = read_annotated_articles(data_.articles);
        vocabulary_ = find_vocabulary(annotated);
        ReferenceSections references = train_references(annotated, language_, mentions_, data_.folds, log_);
        mentions_.set_ranker(AntecedentRanker(references.full));
        read_examples(parts);
        for (const auto& path : data_.sentences) read_sentences(path);
        log_(std::to_string(instances_.size()) + " instances from example sentences");
        std::size_t count = 0;
        for (AnnotatedArticle& article : annotated) {
            // What later reads the text did not learn from it, and facts must be learned from what it will see.
            mentions_.set_ranker(AntecedentRanker(references.held_out[articles_.size() % references.held_out.size()]));
            articles_.push_back(label_article(std::move(article), language_, mentions_, table_, vocabulary_, vectors_));
            count += articles_.back().candidates.size();
        }
        parts.references = std::move(references.full);
        count_stated();
        parts.stated = stated_;
        log_(std::to_string(count) + " candidates from " + std::to_string(articles_.size()) + " articles");
        shape_.vector_size = vectors_.empty() ? 0 : vectors_.dimension();
        shape_.class_rows = vocabulary_.class_rows();
        shape_.relation_rows = vocabulary_.relation_rows();
        shape_.properties = static_cast<std::uint32_t>(table_.size());
    }

    /// Scores each article by what was learned from others.
    HeldOutFacts read_held_out() const {
        HeldOutFacts held_out(table_, articles_.size());
        std::mutex logging;
        const auto run_fold = [&](std::size_t fold) {
            const Learned learned = learn(fold, {});
            for (std::size_t i = fold; i < articles_.size(); i += folds()) held_out.add(i, *articles_[i].article, score(learned, articles_[i]));
            const std::lock_guard lock(logging);
            log_("fold " + std::to_string(fold + 1) + " of " + std::to_string(folds()) + " done");
        };
        for (std::size_t first = 0; first < folds(); first += threads) {
            std::vector<std::future<void>> running;
            for (std::size_t fold = first; fold < std::min(first + threads, folds()); ++fold)
                running.push_back(std::async(std::launch::async, run_fold, fold));
            for (auto& fold : running) fold.get();
        }
        return held_out;
    }

    void learn_from_all(FactModelParts& parts) const {
        Learned learned = learn(folds(), [&](const char* part, int epoch, double loss) {
            log_(std::string(part) + ", epoch " + std::to_string(epoch) + ", loss " + std::to_string(loss));
        });
        parts.weights = std::move(learned.linear);
        parts.network = {shape_, vocabulary_, std::move(learned.network)};
        sample_background(parts);
    }

  private:
    using Progress = std::function<void(const char*, int, double)>;

    std::size_t folds() const { return static_cast<std::size_t>(data_.folds); }

    FactVocabulary find_vocabulary(const std::vector<AnnotatedArticle>& annotated) const {
        std::set<std::string> classes, relations;
        for (const OntologyClass& item : table_.ontology().classes()) classes.insert(item.iri);
        for (const AnnotatedArticle& article : annotated)
            for (const Token& token : language_.analyse(article.article).tokens) relations.insert(token.deprel);
        return {{classes.begin(), classes.end()}, {relations.begin(), relations.end()}};
    }

    void count_stated() {
        stated_.assign(table_.size(), 0);
        const auto count = [&](const FactInstance& instance) {
            for (std::size_t property = 0; property < table_.size(); ++property) stated_[property] += instance.stated.contains(property);
        };
        for (const FactInstance& instance : instances_) count(instance);
        for (const LabelledArticle& article : articles_)
            for (const auto& candidate : article.candidates) count(candidate.instance);
    }

    std::vector<std::uint64_t> read_example(std::size_t property, const Example& example) {
        if (sentence_count_++ % sentences_a_lesson == 0) lessons_.emplace_back();
        const PropertyExample one{property, &example};
        return reader_.read({&one, 1}, Unmarked{PropertySet(table_.size())}, instances_, &lessons_.back()).front().features;
    }

    void read_examples(FactModelParts& parts) {
        for (std::size_t property = 0; property < table_.size(); ++property) {
            parts.property_iris.push_back(table_[property].iri);
            for (const Example& example : table_[property].examples)
                parts.examples.push_back({table_[property].iri, example.marked(), read_example(property, example)});
        }
    }

    void read_sentences(const std::filesystem::path& path) {
        std::ifstream in(path);
        if (!in) throw InputError(path.string(), "cannot be read");
        std::string line;
        for (std::size_t number = 1; std::getline(in, line); ++number) {
            const auto first = line.find('\t');
            const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
            if (second == std::string::npos) throw InputError(path.string(), number, 0, "expected property TAB + or - TAB marked sentence");
            const std::size_t property = table_.find(expand_annotation_curie(line.substr(0, first)));
            std::string problem;
            std::optional<Example> example = parse_example(std::string_view(line).substr(second + 1), problem, line[first + 1] == '+');
            if (!example) throw InputError(path.string(), number, 0, problem);
            if (property == table_.size()) continue;
            read_example(property, *example);
        }
    }

    /// Learns from the example sentences and from all articles but those of the fold; folds() for all.
    Learned learn(std::size_t left_out, const Progress& progress) const {
        std::vector<FactInstance> instances = instances_;
        std::vector<const FactLesson*> lessons;
        for (const FactLesson& lesson : lessons_) lessons.push_back(&lesson);
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            if (i % folds() == left_out) continue;
            lessons.push_back(&articles_[i].lesson);
            for (const auto& candidate : articles_[i].candidates) instances.push_back(candidate.instance);
        }
        const auto report = [&](const char* part) {
            return [&progress, part](int epoch, double loss) { if (progress) progress(part, epoch, loss); };
        };
        Learned learned;
        learned.linear = learn_facts(instances, table_.size(), data_.learner, report("linear"));
        learned.network = train_fact_network(shape_, vectors_, lessons, data_.network, report("network"));
        return learned;
    }

    std::vector<StatedCandidate> score(const Learned& learned, const LabelledArticle& article) const {
        const std::string section = to_section(learned.linear, static_cast<std::uint32_t>(table_.size()));
        const LinearModel linear(section);
        FactTrace trace;
        if (!article.lesson.text.pairs.empty()) fact_network::read(learned.network, vectors_, article.lesson.text, trace);
        std::vector<StatedCandidate> stated;
        std::vector<std::int32_t> sums(table_.size());
        for (std::size_t i = 0; i < article.candidates.size(); ++i) {
            const auto& candidate = article.candidates[i];
            linear.score(candidate.instance.features, sums);
            for (std::size_t p = 0; p < table_.size(); ++p) {
                if (!candidate.admitted.contains(p)) continue;
                const float logit = static_cast<float>(sums[p]) * linear.unit();
                const bool read = article.pair_of[i] < article.lesson.answers.size() && stated_[p] >= enough_stated;
                const float probability = to_probability(read ? join_scores(logit, trace.output.at(p, article.pair_of[i])) : logit);
                if (probability >= least_judged) stated.push_back({candidate.subject, candidate.object, p, probability, Status::asserted, {}, 0});
            }
        }
        return stated;
    }

    /// Every n-th candidate that states nothing, for properties that are learned later.
    void sample_background(FactModelParts& parts) const {
        std::size_t count = 0;
        const auto states_nothing = [](const TrainingArticle::Labelled& candidate) { return candidate.instance.stated.empty(); };
        for (const LabelledArticle& article : articles_) count += static_cast<std::size_t>(std::ranges::count_if(article.candidates, states_nothing));
        const std::size_t step = std::max<std::size_t>(1, count / background_size);
        std::size_t next = 0;
        for (const LabelledArticle& article : articles_) {
            FactTextCopier copier(article.lesson.text);
            for (std::size_t i = 0; i < article.candidates.size(); ++i) {
                if (!states_nothing(article.candidates[i]) || next++ % step != 0 || article.pair_of[i] >= article.lesson.text.pairs.size()) continue;
                parts.background.push_back(article.candidates[i].instance.features);
                copier.copy(article.pair_of[i], parts.background_text);
            }
        }
    }

    const FactTrainingData& data_;
    const LanguageModel& language_;
    const WordVectors& vectors_;
    const TrainingLog& log_;
    PropertyTable table_;
    MentionBuilder mentions_;
    FactVocabulary vocabulary_;
    ExampleReader reader_;
    FactShape shape_;
    std::vector<FactInstance> instances_;  ///< of the example sentences
    std::vector<FactLesson> lessons_;      ///< the same for the network
    std::size_t sentence_count_ = 0;
    std::vector<LabelledArticle> articles_;
    std::vector<std::size_t> stated_;  ///< by property
};

}  // namespace

FactModelParts train_facts(const FactTrainingData& data, const Ontology& ontology, const LanguageModel& language, const EntityBuilder& entities,
                           const WordVectors& vectors, FactTrainingReport& report, const TrainingLog& log) {
    Training training(data, ontology, language, entities, vectors, log);
    FactModelParts parts;
    training.read(parts);
    HeldOutFacts held_out = training.read_held_out();
    parts.judge = held_out.judge(static_cast<std::size_t>(data.folds));
    parts.threshold = held_out.best_threshold();
    report = held_out.report(parts.threshold);
    for (const std::string& line : held_out.calibration(parts.threshold)) log(line);
    training.learn_from_all(parts);
    return parts;
}

}  // namespace lede
