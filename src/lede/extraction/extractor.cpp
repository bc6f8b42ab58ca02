#include <lede/extraction/extractor.hpp>

#include <algorithm>

#include <lede/extraction/candidate_features.hpp>
#include <lede/extraction/candidates.hpp>
#include <lede/extraction/fact_assembler.hpp>
#include <lede/extraction/fact_scorer.hpp>
#include <lede/extraction/factuality.hpp>
#include <lede/extraction/open_facts.hpp>
#include <lede/extraction/quotations.hpp>

namespace lede {
namespace {

std::shared_ptr<const FactModel> find_fact_model(const std::filesystem::path& data_folder) {
    const std::filesystem::path path = data_folder / "facts.model";
    return std::filesystem::exists(path) ? std::make_shared<const FactModel>(path) : nullptr;
}

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

}  // namespace

struct Extractor::Parts {
    ExtractorOptions options;
    PropertyTable table;
    EntityBuilder entities;
    MentionBuilder mentions;
    QuotationFinder quotations;
    Factuality factuality;
    std::shared_ptr<const FactModel> model;
    FactScorer scorer;
    std::optional<OpenExtractor> open;

    Parts(const Ontology& ontology, const LanguageModel& language, const ModelFile& model_file, const std::filesystem::path& data_folder,
          ExtractorOptions the_options)
        : options(the_options), table(ontology), entities(ontology, model_file), mentions(ontology, data_folder),
          quotations(data_folder / "lists"), factuality(data_folder / "lists"), model(find_fact_model(data_folder)), scorer(table, model) {
        if (options.open) open.emplace(data_folder / "lists");
        scorer.learn(ExampleReader(language, entities, mentions, table));
    }

    std::vector<Fact> find_facts(const Reading& reading) const {
        std::vector<StatedCandidate> stated;
        for_each_candidate(reading, table, [&](const Candidate& candidate) {
            find_stated(reading, candidate, std::nullopt, stated);
            for (const std::uint32_t verb : find_shared_verbs(reading, *candidate.subject, *candidate.object))
                find_stated(reading, candidate, verb, stated);
        });
        return assemble_facts(reading, table, std::move(stated));
    }

    void find_stated(const Reading& reading, const Candidate& candidate, std::optional<std::uint32_t> verb,
                     std::vector<StatedCandidate>& stated) const {
        thread_local std::vector<std::uint64_t> features;
        thread_local std::vector<ScoredProperty> scored;
        features.clear();
        scored.clear();
        find_candidate_features(reading, *candidate.subject, *candidate.object, features, verb);
        scorer.score(features, candidate.admitted, scored);
        if (scored.empty()) return;
        const std::uint32_t trigger = verb ? *verb : find_trigger(reading, *candidate.subject, *candidate.object);
        const Status status = factuality.of(reading.document, candidate.object->sentence, trigger);
        for (const ScoredProperty& found : scored) {
            if (found.probability < options.min_confidence) continue;
            std::string matched = options.explain ? scorer.find_nearest_example(found.property, features) : std::string();
            stated.push_back({candidate.subject, candidate.object, found.property, found.probability, status, std::move(matched)});
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
    ArticleFacts result;
    result.article = document.article->info;
    result.text = document.article->text;
    DocumentEntities named = parts_->entities.build(document);
    std::vector<Mention> mentions = parts_->mentions.build(document, named);
    result.quotations = parts_->find_quotations(document, mentions);
    result.entities = std::move(named.entities);
    const Reading reading(document, result.entities, std::move(mentions), parts_->table.ontology());
    result.facts = parts_->find_facts(reading);
    if (parts_->open) add_open_facts(reading, parts_->open->find(document), parts_->options.min_confidence, result.facts);
    return result;
}

}  // namespace lede
