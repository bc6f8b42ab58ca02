#include <lede/extraction/extractor.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <lede/base/hash.hpp>
#include <lede/extraction/candidate_features.hpp>
#include <lede/extraction/candidates.hpp>
#include <lede/extraction/dateline.hpp>
#include <lede/extraction/fact_assembler.hpp>
#include <lede/extraction/fact_judge.hpp>
#include <lede/extraction/fact_network_reader.hpp>
#include <lede/extraction/fact_scorer.hpp>
#include <lede/extraction/factuality.hpp>
#include <lede/extraction/open_facts.hpp>
#include <lede/extraction/quotations.hpp>
#include <lede/extraction/rejections.hpp>
#include <lede/extraction/unnamed_mentions.hpp>
#include <lede/neural/kernels.hpp>

namespace lede {
namespace {

std::shared_ptr<const FactModel> find_fact_model(const std::filesystem::path& data_folder) {
    const std::filesystem::path path = data_folder / "facts.model";
    return std::filesystem::exists(path) ? std::make_shared<const FactModel>(path) : nullptr;
}

void add_references(const Document& document, const std::vector<Mention>& mentions, std::vector<Entity>& entities) {
    for (const Mention& mention : mentions)
        if (mention.kind == MentionKind::pronoun || mention.kind == MentionKind::description)
            entities[mention.entity].references.push_back(document.span_of(mention.first, mention.last));
}

/// A further candidate of a statement is told as evidence from this probability on.
constexpr float least_evidence = 0.3F;

/// Candidates that are scored at once: enough to keep the network busy, few enough to bound memory.
constexpr std::size_t most_questions = 1024;

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

/// The entity whose mention holds the token; a pronoun or description counts by what it was resolved to.
std::optional<EntityId> find_entity_at(const std::vector<Mention>& mentions, std::uint32_t token) {
    for (const Mention& mention : mentions)
        if (mention.entity != Mention::no_entity && mention.first <= token && token < mention.last) return mention.entity;
    return std::nullopt;
}

/// Tokens of the arguments that are written as names, and nothing of the others.
std::array<Span, 2> titles_of(const Candidate& candidate) {
    const auto tokens = [](const Mention& mention) {
        return mention.kind == MentionKind::title || mention.kind == MentionKind::name ? Span{mention.first, mention.last} : Span{};
    };
    return {tokens(*candidate.subject), tokens(*candidate.object)};
}

}  // namespace

struct Extractor::Parts {
    ExtractorOptions options;
    std::shared_ptr<const FactModel> model;
    PropertyTable table;
    EntityBuilder entities;
    MentionBuilder mentions;
    QuotationFinder quotations;
    DatelineFinder dateline;
    Factuality factuality;
    FactNetworkReader network;
    FactScorer scorer;
    FactJudge judge;
    PostTermFinder terms;
    std::optional<OpenExtractor> open;

    Parts(const Ontology& ontology, const LanguageModel& language, const ModelFile& model_file,
          const std::filesystem::path& data_folder, ExtractorOptions the_options)
        : options(the_options),
          model(find_fact_model(data_folder)),
          table(ontology, recognised_classes()),
          entities(ontology, model_file),
          mentions(ontology, data_folder, WordVectors(model_file)),
          quotations(data_folder / "lists"),
          dateline(data_folder / "lists"),
          factuality(data_folder / "lists"),
          network(model.get(), WordVectors(model_file), ontology),
          scorer(table, model, network),
          terms(data_folder / "lists") {
        if (options.open) open.emplace(data_folder / "lists");
        if (model) judge = FactJudge(model->judge());
        if (model) mentions.set_ranker(AntecedentRanker(model->references()));
        const FactNetwork* known = network.network();
        const std::optional<ExampleCache> cache = open_cache();
        scorer.learn(ExampleReader(language, entities, mentions, table, known ? &known->vocabulary : nullptr, &network.vectors()), table,
                     cache ? &*cache : nullptr, options.before_examples);
    }

    std::optional<ExampleCache> open_cache() const {
        if (options.cache.empty()) return std::nullopt;
        // the arithmetic of another processor may round otherwise
        return ExampleCache(options.cache, hash_of((model ? model->checksum() : std::string()) + kernels().name, options.cache_key));
    }

    /// Those that the models were trained with; none if that is not known.
    std::vector<std::string> recognised_classes() const {
        return model && model->network() ? model->network()->vocabulary.class_iris() : std::vector<std::string>();
    }

    /// With `rejections`, also keeps what was left out.
    std::vector<Fact> find_facts(const Reading& reading, Rejections* rejections) const {
        std::vector<StatedCandidate> stated;
        std::vector<Question> questions;
        std::optional<FactTextBuilder> builder = network.open(reading);
        for_each_candidate(reading, table, [&](const Candidate& candidate) {
            const bool next_sentence = !questions.empty() && questions.back().candidate.object->sentence != candidate.object->sentence;
            if (next_sentence && questions.size() >= most_questions) answer(reading, builder, questions, stated, rejections);
            const std::uint32_t trigger = find_trigger(reading, *candidate.subject, *candidate.object);
            questions.push_back({candidate, trigger, std::nullopt});
            for (const std::uint32_t verb : find_shared_verbs(reading, *candidate.subject, *candidate.object))
                questions.push_back({candidate, verb, verb});
        }, rejections != nullptr);
        answer(reading, builder, questions, stated, rejections);
        return assemble_facts(reading, table, judge_statements(reading, stated, rejections), rejections);
    }

    /// The candidates of the statements that are likely enough, with the likelihood of the statement.
    std::vector<StatedCandidate> judge_statements(const Reading& reading, std::vector<StatedCandidate>& stated, Rejections* rejections) const {
        std::vector<StatedCandidate> accepted;
        for (const StatementGroup& group : group_statements(reading, table, stated)) {
            const StatedCandidate& best = stated[group.members.front()];
            const bool judged = !judge.empty() && scorer.is_judged(best.property);
            const float probability = judged ? judge.probability(group.features) : best.probability;
            const double least = std::max<double>(scorer.threshold(best.property), options.min_confidence);
            if (probability < least) {
                if (rejections) rejections->add_unlikely(best, probability, least);
                continue;
            }
            for (const std::size_t member : group.members) {
                if (member != group.members.front() && stated[member].probability < least_evidence) break;
                StatedCandidate& candidate = accepted.emplace_back(std::move(stated[member]));
                if (table[candidate.property].has_term)
                    candidate.term = terms.find(reading, *candidate.subject, *candidate.object);
                candidate.probability = member == group.members.front() ? probability : std::min(probability, candidate.probability);
            }
        }
        return accepted;
    }

    /// Adds what the candidates state, and leaves no question open.
    void answer(const Reading& reading, std::optional<FactTextBuilder>& builder, std::vector<Question>& questions,
                std::vector<StatedCandidate>& stated, Rejections* rejections) const {
        thread_local FactNetworkReader::Answers answers;
        thread_local std::vector<std::uint64_t> features;
        thread_local std::vector<ScoredProperty> scored;
        network.read(builder, questions, scorer.networks(), answers);
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const Question& question = questions[i];
            const PropertySet& admitted = question.candidate.admitted;
            const PropertySet& refused = question.candidate.refused;
            if (!scorer.may_state(rejections ? admitted | refused : admitted, answers.of(i))) continue;
            features.clear();
            scored.clear();
            find_candidate_features(reading, *question.candidate.subject, *question.candidate.object, features, question.verb);
            scorer.score(features, admitted, answers.of(i), scored);
            if (!scored.empty()) state(reading, question, features, scored, stated);
            if (!rejections || !scored.empty()) continue;  // what is stated explains the words
            scorer.score(features, refused, answers.of(i), scored);
            refuse(question, scored, *rejections);
        }
        questions.clear();
    }

    /// Notes what would be a fact but for the classes.
    void refuse(const Question& question, const std::vector<ScoredProperty>& scored, Rejections& rejections) const {
        for (const ScoredProperty& found : scored)
            if (found.probability >= scorer.threshold(found.property))
                rejections.add_refused({question.candidate.subject, question.candidate.object, found.property, found.probability, Status::asserted, {}, question.trigger});
    }

    void state(const Reading& reading, const Question& question, const std::vector<std::uint64_t>& features,
               const std::vector<ScoredProperty>& scored, std::vector<StatedCandidate>& stated) const {
        const Candidate& candidate = question.candidate;
        const Status status = factuality.of(reading.document, candidate.object->sentence, question.trigger, titles_of(candidate));
        for (const ScoredProperty& found : scored) {
            std::string matched = options.explain ? scorer.find_nearest_example(found.property, features) : std::string();
            stated.push_back({candidate.subject, candidate.object, found.property, found.probability, status, std::move(matched), question.trigger});
        }
    }

    std::vector<Quotation> find_quotations(const Document& document, const std::vector<Mention>& all) const {
        std::vector<Quotation> result;
        std::optional<EntityId> speaker;
        for (const QuotedSpan& quoted : quotations.find(document)) {
            if (quoted.speaker) speaker = find_entity_at(all, *quoted.speaker);
            else if (!quoted.continues) speaker.reset();
            const std::string text = on_one_line(slice(document.text(), quoted.words));
            result.push_back({quoted.words, text, speaker, document.sentences[quoted.sentence].span});
        }
        return result;
    }
};

Extractor::Extractor(const Ontology& ontology, const LanguageModel& language, const ModelFile& model_file,
                     const std::filesystem::path& data_folder, ExtractorOptions options)
    : parts_(std::make_unique<Parts>(ontology, language, model_file, data_folder, options)) {}

Extractor::~Extractor() = default;

std::string Extractor::checksum() const { return parts_->model ? parts_->model->checksum() : std::string(); }

ArticleFacts Extractor::extract(const Document& document) const {
    if (document.article->info.date) return extract_dated(document);
    const std::optional<Date> date = parts_->dateline.find(document, parts_->mentions.dates());
    if (!date) return extract_dated(document);
    Article article = *document.article;
    article.info.date = date;
    Document dated = document;
    dated.article = &article;
    return extract_dated(dated);
}

ArticleFacts Extractor::extract_dated(const Document& document) const {
    ArticleFacts result;
    result.article = document.article->info;
    result.text = document.article->text;
    DocumentEntities named = parts_->entities.build(document);
    std::vector<Mention> mentions = parts_->mentions.build(document, named);
    result.quotations = parts_->find_quotations(document, mentions);
    result.entities = std::move(named.entities);
    add_references(document, mentions, result.entities);
    add_unnamed(document, parts_->mentions.lexicon().pronouns(), parts_->mentions.things(), parts_->table, parts_->table.all(), result.entities, mentions);
    const Reading reading(document, result.entities, std::move(mentions), parts_->table.ontology());
    Rejections rejections(reading, parts_->table);
    const bool keep_rejected = parts_->options.rejected;
    result.facts = parts_->find_facts(reading, keep_rejected ? &rejections : nullptr);
    result.rejected = rejections.take();
    if (parts_->open) add_open_facts(reading, parts_->open->find(document), parts_->options.min_confidence, result.facts);
    settle_unnamed(parts_->table.ontology(), result);
    return result;
}

}  // namespace lede
