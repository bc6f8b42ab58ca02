#include <lede/extraction/fact_network_input.hpp>

#include <algorithm>

#include <lede/language/surface.hpp>

namespace lede {

namespace {

std::map<std::string, std::uint16_t> number_from_one(const std::vector<std::string>& names) {
    std::map<std::string, std::uint16_t> rows;
    for (const std::string& name : names) rows.emplace(name, static_cast<std::uint16_t>(rows.size() + 1));
    return rows;
}

/// Distances in words, the same for all beyond.
constexpr std::uint32_t farthest = 12;
constexpr std::uint16_t implicit_distances = 26;

std::uint16_t distance_row(const Mention& subject, bool subject_first, std::uint32_t apart) {
    if (subject.kind == MentionKind::implicit)
        return static_cast<std::uint16_t>(implicit_distances + std::min(subject.distance, 5U) + (subject.central ? 6 : 0));
    return static_cast<std::uint16_t>(std::min(apart, farthest) + (subject_first ? farthest + 1 : 0));
}

}  // namespace

void append(const FactText& more, FactText& text) {
    const auto base = static_cast<std::uint32_t>(text.words.size());
    text.words.insert(text.words.end(), more.words.begin(), more.words.end());
    text.lengths.insert(text.lengths.end(), more.lengths.begin(), more.lengths.end());
    for (FactPair pair : more.pairs) {
        for (std::uint32_t& place : pair.places)
            if (place != FactPair::nowhere) place += base;
        pair.between_first += base;
        pair.between_last += base;
        text.pairs.push_back(pair);
    }
}

FactVocabulary::FactVocabulary(std::vector<std::string> class_iris, std::vector<std::string> relations)
    : class_iris_(std::move(class_iris)), relations_(std::move(relations)), class_row_(number_from_one(class_iris_)),
      relation_row_(number_from_one(relations_)) {}

std::uint16_t FactVocabulary::class_row(const std::string& class_iri, const Ontology& ontology) const {
    if (const auto own = class_row_.find(class_iri); own != class_row_.end()) return own->second;
    for (const std::string& above : ontology.ancestors(class_iri))
        if (const auto row = class_row_.find(above); row != class_row_.end()) return row->second;
    return 0;
}

std::uint16_t FactVocabulary::literal_row(MentionKind kind) const {
    return static_cast<std::uint16_t>(class_iris_.size() + 1 + static_cast<std::size_t>(kind));
}

std::uint16_t FactVocabulary::relation_row(const std::string& relation) const {
    const auto row = relation_row_.find(relation);
    return row == relation_row_.end() ? std::uint16_t{0} : row->second;
}

FactTextBuilder::FactTextBuilder(const Reading& reading, const FactVocabulary& vocabulary, const WordVectors& vectors, const Ontology& ontology)
    : reading_(&reading), vocabulary_(&vocabulary), vectors_(&vectors), mention_at_(reading.document.tokens.size(), nullptr) {
    for (const Entity& entity : reading.entities) entity_rows_.push_back(vocabulary.class_row(entity.class_iri, ontology));
    for (const Mention& mention : reading.mentions)
        if (mention.kind != MentionKind::phrase && !mention.is_unknown_thing())
            std::fill(mention_at_.begin() + mention.first, mention_at_.begin() + mention.last, &mention);
}

void FactTextBuilder::clear() {
    text.words.clear();
    text.lengths.clear();
    text.pairs.clear();
    sentence_ = FactPair::nowhere;
}

bool FactTextBuilder::open_sentence(std::uint32_t sentence) {
    const Sentence& span = reading_->document.sentences[sentence];
    if (span.last - span.first > most_tokens) return false;
    if (sentence == sentence_) return true;
    sentence_ = sentence;
    base_ = static_cast<std::uint32_t>(text.words.size());
    text.lengths.push_back(span.last - span.first);
    for (std::uint32_t i = span.first; i < span.last; ++i) text.words.push_back(word_at(i));
    return true;
}

FactWord FactTextBuilder::word_at(std::uint32_t token) const {
    const Document& document = reading_->document;
    FactWord word;
    if (const auto row = vectors_->find(lower_key(document.form(token)))) word.vector = *row;
    word.upos = static_cast<std::uint16_t>(document.tokens[token].upos);
    word.relation = vocabulary_->relation_row(document.tokens[token].deprel);
    if (const Mention* mention = mention_at_[token]) {
        word.kind = static_cast<std::uint16_t>(1 + kind_row(*mention));
        word.class_row = class_row(*mention);
    }
    return word;
}

std::uint16_t FactTextBuilder::class_row(const Mention& mention) const {
    return mention.is_literal() ? vocabulary_->literal_row(mention.kind) : entity_rows_[mention.entity];
}

std::uint32_t FactTextBuilder::place_of(std::int64_t token) const {
    const Sentence& sentence = reading_->document.sentences[sentence_];
    const bool inside = token >= std::int64_t{sentence.first} && token < std::int64_t{sentence.last};
    return inside ? base_ + static_cast<std::uint32_t>(token - sentence.first) : FactPair::nowhere;
}

FactTextBuilder::Surface FactTextBuilder::surface_of(const Mention& mention, const Mention& other) const {
    if (mention.kind == MentionKind::implicit) return {mention.first, mention.first};
    const ItemRange place = find_place(*reading_, mention, other);
    return {reading_->items[place.first].first, reading_->items[place.last].last};
}

void FactTextBuilder::add_pair(const Mention& subject, const Mention& object, std::uint32_t trigger) {
    FactPair& pair = text.pairs.emplace_back();
    const bool implicit = subject.kind == MentionKind::implicit;
    const Surface left = surface_of(subject, object), right = surface_of(object, subject);
    pair.places = {implicit ? FactPair::nowhere : place_of(subject.head), place_of(object.head), place_of(trigger),
                   implicit ? FactPair::nowhere : place_of(std::int64_t{left.first} - 1), implicit ? FactPair::nowhere : place_of(left.last),
                   place_of(std::int64_t{right.first} - 1), place_of(right.last)};
    pair.rows[0] = class_row(subject);
    pair.rows[1] = class_row(object);
    pair.rows[2] = static_cast<std::uint16_t>(kind_row(subject) * 8 + kind_row(object));
    set_between(subject, left, right, pair);
}

/// An implicit subject is thought at the sentence's start.
void FactTextBuilder::set_between(const Mention& subject, Surface left, Surface right, FactPair& pair) const {
    constexpr std::uint32_t most_between = 30;
    const std::uint32_t start = reading_->document.sentences[sentence_].first;
    const bool implicit = subject.kind == MentionKind::implicit, subject_first = left.first < right.first;
    const std::uint32_t first = implicit ? start : subject_first ? left.last : right.last;
    const std::uint32_t last = implicit || subject_first ? right.first : left.first;
    const std::uint32_t apart = last > first ? last - first : 0;
    pair.between_first = base_ + first - start;
    pair.between_last = pair.between_first + std::min(apart, most_between);
    pair.rows[3] = distance_row(subject, subject_first, apart);
}

}  // namespace lede
