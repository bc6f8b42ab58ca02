#include <lede/extraction/example_reader.hpp>

#include <algorithm>

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

/// An example's document, with a mention for each argument.
struct MarkedDocument {
    Document document;
    std::vector<Entity> entities;
    std::vector<Mention> mentions;

    /// Puts a mention at the tokens, in place of what stood there, and gives its entity the class unless that of the text is admitted.
    void mark(Span tokens, const std::vector<std::string>& admitted, const Ontology& ontology) {
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
    }

    void mark_literal(Span tokens, Datatype datatype) {
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
    }

    void mark_arguments(const Property& property, Span subject, Span object, const Ontology& ontology) {
        mark(subject, property.domain, ontology);
        if (property.datatype) mark_literal(object, *property.datatype);
        else mark(object, property.range, ontology);
        std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.first < b.first; });
    }

  private:
    void replace(Span tokens, Mention& mention) {
        std::erase_if(mentions, [&](const Mention& found) { return found.first < tokens.end && tokens.begin < found.last; });
        mention.first = tokens.begin;
        mention.last = tokens.end;
        mention.head = head_of(document, tokens.begin, tokens.end);
        mention.sentence = document.tokens[tokens.begin].sentence;
    }
};

const Mention* find_mention(const std::vector<Mention>& mentions, Span tokens) {
    for (const Mention& mention : mentions)
        if (mention.first == tokens.begin && mention.last == tokens.end) return &mention;
    return nullptr;
}

}  // namespace

std::vector<std::uint64_t> ExampleReader::read(std::size_t at, const Example& example, std::vector<FactInstance>& instances) const {
    const Property& property = (*table_)[at];
    Article article;
    article.text = example.text;
    MarkedDocument marked;
    marked.document = language_->analyse(article);
    DocumentEntities named = entities_->build(marked.document);
    marked.mentions = mentions_->build(marked.document, named);
    marked.entities = std::move(named.entities);
    const Span subject_tokens = tokens_of(marked.document, example.subject), object_tokens = tokens_of(marked.document, example.object);
    if (subject_tokens.empty() || object_tokens.empty()) return {};
    marked.mark_arguments(property, subject_tokens, object_tokens, table_->ontology());

    const Reading reading(marked.document, marked.entities, marked.mentions, table_->ontology());
    const Mention* subject = find_mention(reading.mentions, subject_tokens);
    const Mention* object = find_mention(reading.mentions, object_tokens);
    if (!subject || !object) return {};
    const auto add = [&](const Mention& s, const Mention& o, bool stated, float weight) -> const std::vector<std::uint64_t>& {
        FactInstance& instance = instances.emplace_back();
        find_candidate_features(reading, s, o, instance.features);
        instance.considered = instance.stated = PropertySet(table_->size());
        instance.considered.insert(at);
        if (stated) instance.stated.insert(at);
        instance.weight = weight;
        return instance.features;
    };
    const std::vector<std::uint64_t> features = add(*subject, *object, example.positive, 1);
    if (!object->is_literal() && !property.symmetric) add(*object, *subject, false, 1);
    for_each_candidate(reading, *table_, [&](const Candidate& candidate) {
        const bool same_subject = candidate.subject == subject, same_object = candidate.object == object;
        if (same_subject == same_object || !candidate.admitted.contains(at)) return;
        const Mention& other = same_subject ? *candidate.object : *candidate.subject;
        const Mention& argument = same_subject ? *object : *subject;
        // "starring {A|object} and B": B is not marked, but it is no counter-example.
        const bool one_row = reading.graph.head(other.head) == reading.graph.head(argument.head) &&
                             reading.graph.relation(other.head) == reading.graph.relation(argument.head);
        const bool overlap = other.first < argument.last && argument.first < other.last;
        if (!one_row && !overlap) add(*candidate.subject, *candidate.object, false, unmarked_weight);
    });
    return features;
}

}  // namespace lede
