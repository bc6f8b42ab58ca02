#include <lede/extraction/example_reader.hpp>

#include <algorithm>
#include <optional>

#include <lede/extraction/candidate_features.hpp>
#include <lede/extraction/candidates.hpp>

namespace lede {
namespace {

/// An unmarked pair of an example is only probably false.
constexpr float unmarked_weight = 0.3F;

/// Tokens that the byte span touches; empty if none.
Span tokens_of(const Document& document, Span bytes) {
    Span tokens{0, 0};
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        if (!document.tokens[i].span.overlaps(bytes)) continue;
        if (tokens.empty()) tokens.begin = i;
        tokens.end = i + 1;
    }
    return tokens;
}

MentionKind literal_kind(Datatype datatype) {
    switch (datatype) {
        case Datatype::integer:
        case Datatype::decimal: return MentionKind::number;
        case Datatype::date:
        case Datatype::year:
        case Datatype::year_month: return MentionKind::date;
        default: return MentionKind::phrase;
    }
}

const Mention* find_mention(const std::vector<Mention>& mentions, Span tokens) {
    for (const Mention& mention : mentions)
        if (mention.first == tokens.begin && mention.last == tokens.end) return &mention;
    return nullptr;
}

/// The implicit mention of the entity in the sentence; null if there is none.
const Mention* find_left_out(const std::vector<Mention>& mentions, std::uint32_t entity, std::uint32_t sentence) {
    for (const Mention& mention : mentions)
        if (mention.kind == MentionKind::implicit && mention.entity == entity && mention.sentence == sentence) return &mention;
    return nullptr;
}

/// An example's document, with a mention for each argument.
struct MarkedDocument {
    Document document;
    std::vector<Entity> entities;
    std::vector<Mention> mentions;
    std::vector<Span> marked;  ///< tokens

    /// Puts a mention at the tokens, in place of what stood there, and gives its entity the class unless that of the text is admitted.
    /// What was marked before stays.
    void mark(Span tokens, const std::vector<std::string>& admitted, const Ontology& ontology) {
        if (is_marked(tokens)) return;
        Mention mention;
        std::string class_iri = admitted.empty() ? std::string() : admitted.front();
        for (const Mention& found : mentions) {
            const bool same = found.first == tokens.begin && found.last == tokens.end && found.entity != Mention::no_entity;
            if (same && ontology.admits(admitted, entities[found.entity].class_iri)) class_iri = entities[found.entity].class_iri;
        }
        replace(tokens, mention);
        mention.entity = static_cast<std::uint32_t>(entities.size());
        Entity entity;
        entity.name = std::string(slice(document.text(), document.span_of(tokens.begin, tokens.end)));
        entity.class_iri = class_iri;
        entities.push_back(std::move(entity));
        mentions.push_back(mention);
        marked.push_back(tokens);
    }

    void mark_literal(Span tokens, Datatype datatype) {
        if (is_marked(tokens)) return;
        const MentionKind kind = literal_kind(datatype);
        for (const Mention& found : mentions)
            if (found.kind == kind && found.first == tokens.begin && found.last == tokens.end) return;
        Mention mention;
        for (const Mention& found : mentions)
            if (found.kind == kind && found.first >= tokens.begin && found.last <= tokens.end) mention = found;
        mention.kind = kind;
        replace(tokens, mention);
        mention.value.datatype = datatype;
        mentions.push_back(mention);
        marked.push_back(tokens);
    }

    void mark_arguments(const Property& property, Span subject, Span object, const Ontology& ontology) {
        mark(subject, property.domain, ontology);
        if (property.datatype) mark_literal(object, *property.datatype);
        else mark(object, property.range, ontology);
        std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.first < b.first; });
    }

    /// "{Salt Line|subject} is back. {Lee Park|object} directs.": where the subject is marked in an earlier sentence, the object's leaves it out.
    void add_left_out_subject(Span subject, Span object) {
        const std::uint32_t from = document.tokens[subject.begin].sentence, to = document.tokens[object.begin].sentence;
        const Mention* named = find_mention(mentions, subject);
        if (from >= to || !named || find_left_out(mentions, named->entity, to)) return;
        Mention mention;
        mention.kind = MentionKind::implicit;
        mention.first = mention.last = mention.head = document.sentences[to].first;
        mention.sentence = to;
        mention.entity = named->entity;
        mention.distance = to - from;
        mention.central = true;
        const auto behind = std::ranges::find_if(mentions, [&](const Mention& other) { return other.first >= mention.first; });
        mentions.insert(behind, mention);
    }

    bool is_marked(Span tokens) const { return std::find(marked.begin(), marked.end(), tokens) != marked.end(); }

  private:
    void replace(Span tokens, Mention& mention) {
        std::erase_if(mentions, [&](const Mention& found) { return found.first < tokens.end && tokens.begin < found.last; });
        mention.first = tokens.begin;
        mention.last = tokens.end;
        mention.head = head_of(document, tokens.begin, tokens.end);
        mention.sentence = document.tokens[tokens.begin].sentence;
    }
};

/// The pair of mentions that an example marks.
struct MarkedPair {
    const Mention* subject = nullptr;
    const Mention* object = nullptr;
    bool positive = true;
};

/// Whether another mention stands where the argument stands, in a row with it ("starring {A|object} and B"): it is not marked, but no
/// counter-example either.
bool in_one_row(const Reading& reading, const Mention& other, const Mention& argument) {
    const bool one_row = reading.graph.head(other.head) == reading.graph.head(argument.head) &&
                         reading.graph.relation(other.head) == reading.graph.relation(argument.head);
    const bool overlap = other.first < argument.last && argument.first < other.last;
    return one_row || overlap;
}

/// Whether a candidate shares one argument with a marked pair, and the other one tells that it states something else.
bool contrasts(const Reading& reading, const Candidate& candidate, const std::vector<MarkedPair>& pairs) {
    bool shares = false;
    for (const MarkedPair& pair : pairs) {
        const bool same_subject = candidate.subject == pair.subject, same_object = candidate.object == pair.object;
        if (same_subject && same_object) return false;
        if (same_subject && in_one_row(reading, *candidate.object, *pair.object)) return false;
        if (same_object && in_one_row(reading, *candidate.subject, *pair.subject)) return false;
        shares |= same_subject || same_object;
    }
    return shares;
}

}  // namespace

std::vector<std::vector<std::uint64_t>> ExampleReader::read(std::size_t at, std::span<const Example> examples,
                                                            std::vector<FactInstance>& instances, FactLesson* lesson) const {
    const Property& property = (*table_)[at];
    Article article;
    article.text = examples.front().text;
    MarkedDocument marked;
    marked.document = language_->analyse(article);
    DocumentEntities named = entities_->build(marked.document);
    marked.mentions = mentions_->build(marked.document, named);
    marked.entities = std::move(named.entities);
    std::vector<std::pair<Span, Span>> places;
    for (const Example& example : examples) {
        const auto& [subject, object] = places.emplace_back(tokens_of(marked.document, example.subject), tokens_of(marked.document, example.object));
        if (!subject.empty() && !object.empty()) marked.mark_arguments(property, subject, object, table_->ontology());
    }
    for (const auto& [subject, object] : places)
        if (!subject.empty() && !object.empty()) marked.add_left_out_subject(subject, object);

    const Reading reading(marked.document, marked.entities, marked.mentions, table_->ontology());
    std::optional<FactTextBuilder> builder;
    if (lesson) builder.emplace(reading, *vocabulary_, *vectors_, table_->ontology());
    const auto add = [&](const Mention& subject, const Mention& object, bool stated, float weight) -> const std::vector<std::uint64_t>& {
        FactInstance instance;
        find_candidate_features(reading, subject, object, instance.features);
        instance.considered = instance.stated = PropertySet(table_->size());
        instance.considered.insert(at);
        if (stated) instance.stated.insert(at);
        instance.weight = weight;
        if (builder && builder->open_sentence(object.sentence)) {
            builder->add_pair(subject, object, find_trigger(reading, subject, object));
            lesson->answers.push_back({instance.considered, instance.stated, weight});
        }
        return instances.emplace_back(std::move(instance)).features;
    };

    std::vector<std::vector<std::uint64_t>> features(examples.size());
    std::vector<MarkedPair> pairs;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const Mention* subject = find_mention(reading.mentions, places[i].first);
        const Mention* object = find_mention(reading.mentions, places[i].second);
        if (!subject || !object) continue;
        if (subject->sentence < object->sentence) subject = find_left_out(reading.mentions, subject->entity, object->sentence);
        if (!subject || subject->sentence != object->sentence) continue;
        pairs.push_back({subject, object, examples[i].positive});
        features[i] = add(*subject, *object, examples[i].positive, 1);
    }
    const auto is_marked = [&](const Mention& subject, const Mention& object) {
        return std::ranges::any_of(pairs, [&](const MarkedPair& pair) { return pair.subject == &subject && pair.object == &object; });
    };
    for (const MarkedPair& pair : pairs)
        if (!pair.object->is_literal() && !property.symmetric && pair.subject->kind != MentionKind::implicit && !is_marked(*pair.object, *pair.subject)) add(*pair.object, *pair.subject, false, 1);
    for_each_candidate(reading, *table_, [&](const Candidate& candidate) {
        if (!candidate.admitted.contains(at)) return;
        if (pairs.empty()) add(*candidate.subject, *candidate.object, false, 1);
        else if (contrasts(reading, candidate, pairs)) add(*candidate.subject, *candidate.object, false, unmarked_weight);
    });
    if (builder) append(builder->text, lesson->text);
    return features;
}

}  // namespace lede
