#include <algorithm>

#include <lede/extraction/marked_document.hpp>

namespace lede {
namespace {

MentionKind literal_kind(Datatype datatype) {
    switch (datatype) {
        case Datatype::integer:
        case Datatype::decimal:
        case Datatype::amount_of_money:
            return MentionKind::number;
        case Datatype::date:
        case Datatype::year:
        case Datatype::year_month:
            return MentionKind::date;
        default:
            return MentionKind::phrase;
    }
}

bool stands_at(const Mention& mention, Span tokens) {
    return mention.first == tokens.begin && mention.last == tokens.end;
}

}  // namespace

const Mention* find_mention(const std::vector<Mention>& mentions, Span tokens, bool value) {
    for (const Mention& mention : mentions)
        if (stands_at(mention, tokens) && mention.is_literal() == value) return &mention;
    return nullptr;
}

const Mention* find_left_out(const std::vector<Mention>& mentions, std::uint32_t entity, std::uint32_t sentence) {
    for (const Mention& mention : mentions)
        if (mention.kind == MentionKind::implicit && mention.entity == entity && mention.sentence == sentence)
            return &mention;
    return nullptr;
}

Span MarkedDocument::tokens_of(Span bytes) const {
    Span tokens{0, 0};
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        if (!document.tokens[i].span.overlaps(bytes)) continue;
        if (tokens.empty()) tokens.begin = i;
        tokens.end = i + 1;
    }
    return tokens;
}

void MarkedDocument::mark_arguments(const Property& property, Span subject, Span object, const Ontology& ontology) {
    mark(subject, property.domain, ontology);
    if (property.datatype)
        mark_literal(object, *property.datatype);
    else
        mark(object, property.range, ontology);
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.first < b.first; });
}

void MarkedDocument::add_left_out_subject(Span subject, Span object) {
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
    const auto behind =
        std::ranges::find_if(mentions, [&](const Mention& other) { return other.first >= mention.first; });
    mentions.insert(behind, mention);
}

void MarkedDocument::mark(Span tokens, const std::vector<std::string>& admitted, const Ontology& ontology) {
    if (is_marked(tokens)) return;
    std::string class_iri = admitted.empty() ? std::string() : admitted.front();
    for (const Mention& found : mentions) {
        if (!stands_at(found, tokens) || found.entity == Mention::no_entity) continue;
        if (may_stay(found, tokens, admitted, ontology)) return keep(found.entity, tokens);
        const Entity& entity = entities[found.entity];
        if (entity.named && ontology.admits(admitted, entity.class_iri)) class_iri = entity.class_iri;
    }
    Mention mention;
    replace(tokens, mention);
    mention.entity = static_cast<std::uint32_t>(entities.size());
    Entity entity;
    entity.name = std::string(slice(document.text(), document.span_of(tokens.begin, tokens.end)));
    entity.class_iri = class_iri;
    entities.push_back(std::move(entity));
    mentions.push_back(mention);
    marked_.push_back(tokens);
}

/// Of all that the tokens may stand for, only that: a name that was taken for a thing of another class is none here.
void MarkedDocument::keep(EntityId entity, Span tokens) {
    std::erase_if(mentions, [&](const Mention& other) {
        return stands_at(other, tokens) && other.entity != entity && other.entity != Mention::no_entity;
    });
    marked_.push_back(tokens);
}

/// Whether an article would have this mention too, so that it is what is to be learned from.
bool MarkedDocument::may_stay(const Mention& found, Span tokens, const std::vector<std::string>& admitted,
                              const Ontology& ontology) const {
    const Entity& entity = entities[found.entity];
    if (entity.named) return found.kind == MentionKind::pronoun && ontology.admits(admitted, entity.class_iri);
    const bool as_asked = entity.class_iri.empty() || (!admitted.empty() && entity.class_iri == admitted.front());
    return as_asked && std::ranges::none_of(mentions, [&](const Mention& other) {
               return stands_at(other, tokens) && other.kind == MentionKind::name &&
                      ontology.admits(admitted, entities[other.entity].class_iri);
           });
}

void MarkedDocument::mark_literal(Span tokens, Datatype datatype) {
    if (is_marked(tokens)) return;
    const MentionKind kind = literal_kind(datatype);
    for (const Mention& found : mentions)
        if (found.kind == kind && stands_at(found, tokens)) return;
    Mention mention;
    for (const Mention& found : mentions)
        if (found.kind == kind && found.first >= tokens.begin && found.last <= tokens.end) mention = found;
    mention.kind = kind;
    replace(tokens, mention);
    mention.value.datatype = datatype;
    mentions.push_back(mention);
    marked_.push_back(tokens);
}

bool MarkedDocument::is_marked(Span tokens) const {
    return std::find(marked_.begin(), marked_.end(), tokens) != marked_.end();
}

void MarkedDocument::replace(Span tokens, Mention& mention) {
    std::erase_if(mentions,
                  [&](const Mention& found) { return found.first < tokens.end && tokens.begin < found.last; });
    mention.first = tokens.begin;
    mention.last = tokens.end;
    mention.head = head_of(document, tokens.begin, tokens.end);
    mention.sentence = document.tokens[tokens.begin].sentence;
}

}  // namespace lede
