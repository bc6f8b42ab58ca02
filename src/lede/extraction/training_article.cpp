#include <algorithm>

#include <lede/base/utf8.hpp>
#include <lede/extraction/candidate_features.hpp>
#include <lede/extraction/candidates.hpp>
#include <lede/extraction/training_article.hpp>
#include <lede/model/amount_of_money.hpp>

namespace lede {
namespace {

/// Phrases that share this part of their words with the annotated one count as the same, as in scoring.
constexpr double same_phrase = 0.75;
constexpr double like_phrase = 0.5;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(folded, at);
        if (is_letter(c) || is_digit(c)) words.back().append(folded, begin, at - begin);
        else if (!words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// Twice the common words over all words: 1 for equal phrases.
double word_overlap(std::string_view a, std::string_view b) {
    std::vector<std::string> left = words_of(a), right = words_of(b), common;
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(common));
    return left.empty() || right.empty() ? 0 : 2.0 * static_cast<double>(common.size()) / static_cast<double>(left.size() + right.size());
}

/// Literal of a mention against an annotated one, 0 to 1.
double literal_agreement(const Literal& literal, const std::string& gold) {
    if (literal.datatype == Datatype::string) return word_overlap(literal.lexical, gold);
    if (literal.datatype == Datatype::amount_of_money) return literal.lexical == normalise_amount(gold) ? 1 : 0;
    return literal.lexical == gold ? 1 : 0;
}

bool is_reference(const Mention& mention) { return mention.kind == MentionKind::pronoun || mention.kind == MentionKind::description; }

}  // namespace

TrainingArticle::TrainingArticle(AnnotatedArticle annotated, const LanguageModel& language,
                                 const MentionBuilder& mentions, const PropertyTable& table)
    : annotated_(std::make_unique<AnnotatedArticle>(std::move(annotated))), table_(&table), unknown_(table.size()) {
    for (const std::string& iri : annotated_->unknown)
        if (const std::size_t property = table.find(iri); property < table.size()) unknown_.insert(property);
    document_ = std::make_unique<Document>(language.analyse(annotated_->article));
    const DocumentEntities names = find_annotated_names(*document_, annotated_->entities);
    reading_ = std::make_unique<Reading>(*document_, annotated_->entities, mentions.build(*document_, names), table.ontology());
    add_facts(annotated_->facts, false);
    add_facts(annotated_->optional, true);
}

void TrainingArticle::add_facts(const std::vector<AnnotatedFact>& annotated, bool optional) {
    for (const AnnotatedFact& fact : annotated) {
        const std::size_t property = table_->find(fact.property_iri);
        if (property == table_->size()) continue;
        facts_.push_back({fact.subject, property, fact.object, fact.literal, optional, find_sentences(fact.evidence)});
    }
}

std::vector<std::uint32_t> TrainingArticle::find_sentences(const std::string& evidence) const {
    std::vector<std::uint32_t> sentences;
    if (evidence.empty()) return sentences;
    const std::string_view text = document_->text();
    for (std::size_t at = text.find(evidence); at != std::string_view::npos; at = text.find(evidence, at + 1)) {
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + evidence.size())};
        for (std::uint32_t s = 0; s < document_->sentences.size(); ++s)
            if (document_->sentences[s].span.overlaps(span)) sentences.push_back(s);
    }
    return sentences;
}

bool TrainingArticle::agrees(const GoldFact& gold, std::uint32_t subject, std::size_t property,
                             const std::variant<EntityId, Literal>& object) const {
    if (gold.property != property) return false;
    if (const auto* literal = std::get_if<Literal>(&object))
        return !gold.object && gold.subject == subject && literal_agreement(*literal, gold.literal) >= like_phrase;
    if (!gold.object) return false;
    const EntityId entity = std::get<EntityId>(object);
    return (gold.subject == subject && *gold.object == entity) ||
           ((*table_)[property].symmetric && gold.subject == entity && *gold.object == subject);
}

/// Decides for one candidate whether it states the property, does not, or teaches nothing about it.
void TrainingArticle::judge(const Mention& subject, const Mention& object, std::size_t property, FactInstance& instance) const {
    const auto value = object.is_literal() ? std::variant<EntityId, Literal>(object.value) : std::variant<EntityId, Literal>(object.entity);
    bool unsure = false;
    for (const GoldFact& gold : facts_) {
        const auto& super = (*table_)[gold.property].super;
        const bool general = std::find(super.begin(), super.end(), (*table_)[property].iri) != super.end();
        if (gold.property != property && !general) continue;
        const bool here = std::find(gold.sentences.begin(), gold.sentences.end(), object.sentence) != gold.sentences.end();
        if (!agrees(gold, subject.entity, gold.property, value)) {
            // The text states it of what this mention was taken for another's; the words are no counter-example.
            const bool same_object = !object.is_literal() && gold.object == object.entity;
            unsure |= here && ((is_reference(subject) && same_object) || (is_reference(object) && gold.subject == subject.entity));
            continue;
        }
        const bool weak = object.kind == MentionKind::phrase && literal_agreement(object.value, gold.literal) < same_phrase;
        if (general || gold.optional || weak || !here) {
            unsure = true;
            continue;
        }
        instance.stated.insert(property);
        instance.considered.insert(property);
        return;
    }
    if (!unsure) instance.considered.insert(property);
}

std::vector<TrainingArticle::Labelled> TrainingArticle::label_candidates() const {
    std::vector<Labelled> labelled;
    for_each_candidate(*reading_, *table_, [&](const Candidate& candidate) {
        FactInstance instance;
        instance.considered = instance.stated = PropertySet(table_->size());
        for (std::size_t property = 0; property < table_->size(); ++property)
            if (candidate.admitted.contains(property) && !unknown_.contains(property))
                judge(*candidate.subject, *candidate.object, property, instance);
        // Which of the verbs of a row says it is not annotated.
        if (!find_shared_verbs(*reading_, *candidate.subject, *candidate.object).empty()) instance.considered.remove(instance.stated);
        find_candidate_features(*reading_, *candidate.subject, *candidate.object, instance.features);
        labelled.push_back({candidate.subject, candidate.object, candidate.admitted, std::move(instance)});
    });
    return labelled;
}

}  // namespace lede
