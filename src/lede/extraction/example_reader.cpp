#include <algorithm>
#include <optional>
#include <set>

#include <lede/extraction/candidate_features.hpp>
#include <lede/extraction/candidates.hpp>
#include <lede/extraction/example_reader.hpp>
#include <lede/extraction/marked_document.hpp>
#include <lede/extraction/unnamed_mentions.hpp>

namespace lede {
namespace {

/// Of a pair that is marked for another property.
constexpr float rival_weight = 0.3F;

/// The pair of mentions that an example marks.
struct MarkedPair {
    std::size_t property = 0;
    const Mention* subject = nullptr;
    const Mention* object = nullptr;
    bool positive = true;
};

/// Whether another mention stands where the argument stands, in a row with it ("starring {A|object} and B"): it is not
/// marked, but no counter-example either. Nor is what overlaps it, unless that is an unknown thing, whose borders are
/// to be learned.
bool in_one_row(const Reading& reading, const Mention& other, const Mention& argument) {
    const bool one_row = reading.graph.head(other.head) == reading.graph.head(argument.head) &&
                         reading.graph.relation(other.head) == reading.graph.relation(argument.head);
    const bool overlap = other.first < argument.last && argument.first < other.last;
    return overlap ? !other.is_unknown_thing() : one_row;
}

/// Whether a candidate shares one argument with a marked pair of the property, and the other one tells that it states
/// something else.
bool contrasts(const Reading& reading, const Candidate& candidate, std::size_t property,
               const std::vector<MarkedPair>& pairs) {
    bool shares = false;
    for (const MarkedPair& pair : pairs) {
        if (pair.property != property) continue;
        const bool same_subject = candidate.subject == pair.subject, same_object = candidate.object == pair.object;
        if (same_subject && same_object) return false;
        if (same_subject && in_one_row(reading, *candidate.object, *pair.object)) return false;
        if (same_object && in_one_row(reading, *candidate.subject, *pair.subject)) return false;
        shares |= same_subject || same_object;
    }
    return shares;
}

/// Turns the pairs of one text into instances.
class InstanceWriter {
  public:
    InstanceWriter(const Reading& reading, const PropertyTable& table, std::optional<FactTextBuilder> builder,
                   std::vector<FactInstance>& instances, FactLesson* lesson)
        : reading_(reading), table_(table), builder_(std::move(builder)), instances_(instances), lesson_(lesson) {}
    ~InstanceWriter() {
        if (builder_) append(builder_->text, lesson_->text);
    }
    InstanceWriter(const InstanceWriter&) = delete;
    InstanceWriter& operator=(const InstanceWriter&) = delete;

    const FactInstance& add(const Mention& subject, const Mention& object, const PropertySet& considered, bool stated,
                            float weight) {
        FactInstance instance;
        find_candidate_features(reading_, subject, object, instance.features);
        instance.considered = considered;
        instance.stated = stated ? considered : PropertySet(table_.size());
        instance.weight = weight;
        if (builder_ && builder_->open_sentence(object.sentence)) {
            builder_->add_pair(subject, object, find_trigger(reading_, subject, object));
            lesson_->answers.push_back({instance.considered, instance.stated, weight});
        }
        return instances_.emplace_back(std::move(instance));
    }

    const FactInstance& add(const MarkedPair& pair) {
        return add(*pair.subject, *pair.object, only(pair.property), pair.positive, 1);
    }

    void add_false(const Mention& subject, const Mention& object, const PropertySet& considered, float weight) {
        if (!considered.empty()) add(subject, object, considered, false, weight);
    }

    /// The pair turned round, unless that is marked too or the property is symmetric.
    void add_turned(const MarkedPair& pair, const std::vector<MarkedPair>& pairs) {
        if (pair.object->is_literal() || table_[pair.property].symmetric || pair.subject->kind == MentionKind::implicit)
            return;
        for (const MarkedPair& other : pairs)
            if (other.property == pair.property && other.subject == pair.object && other.object == pair.subject) return;
        add_false(*pair.object, *pair.subject, only(pair.property), 1);
    }

    PropertySet only(std::size_t property) const {
        PropertySet set(table_.size());
        set.insert(property);
        return set;
    }

  private:
    const Reading& reading_;
    const PropertyTable& table_;
    std::optional<FactTextBuilder> builder_;
    std::vector<FactInstance>& instances_;
    FactLesson* lesson_;
};

/// The properties that a marked pair could state by its classes, but is not marked for.
PropertySet rivals_of(const Reading& reading, const PropertyTable& table, const MarkedPair& pair,
                      const std::vector<MarkedPair>& pairs, const PropertySet& rivals) {
    PropertySet result = rivals & table.with_subject(*pair.subject, reading.entities[pair.subject->entity]);
    result =
        result & (pair.object->is_literal() ? table.with_literal(*pair.object)
                                            : table.with_object(*pair.object, reading.entities[pair.object->entity]));
    PropertySet marked(table.size());
    for (const MarkedPair& other : pairs)
        if (other.subject == pair.subject && other.object == pair.object) marked.insert(other.property);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& super = table[i].super;
        const auto& own = table[pair.property].super;
        if (std::ranges::find(own, table[i].iri) != own.end() ||
            std::ranges::find(super, table[pair.property].iri) != super.end())
            marked.insert(i);
    }
    result.remove(marked);
    return result;
}

/// A pair that is marked for no property, and what it most likely states none of.
struct UnmarkedPair {
    const Mention* subject;
    const Mention* object;
    PropertySet surely, probably;
};

/// Pairs that contrast with a marked one, and all for a property that is only said not to be stated.
std::vector<UnmarkedPair> find_unmarked(const Reading& reading, const PropertyTable& table,
                                        const std::set<std::size_t>& properties, const std::vector<MarkedPair>& pairs) {
    const auto is_marked = [&](std::size_t property) {
        return std::ranges::any_of(pairs, [&](const MarkedPair& pair) { return pair.property == property; });
    };
    std::vector<UnmarkedPair> found;
    for_each_candidate(reading, table, [&](const Candidate& candidate) {
        UnmarkedPair pair{candidate.subject, candidate.object, PropertySet(table.size()), PropertySet(table.size())};
        for (const std::size_t property : properties) {
            if (!candidate.admitted.contains(property)) continue;
            if (!is_marked(property))
                pair.surely.insert(property);
            else if (contrasts(reading, candidate, property, pairs))
                pair.probably.insert(property);
        }
        if (!pair.surely.empty() || !pair.probably.empty()) found.push_back(std::move(pair));
    });
    return found;
}

/// All of them if they are few, else some from all over the text, which count for the others too.
void add_unmarked(const std::vector<UnmarkedPair>& pairs, const Unmarked& unmarked, InstanceWriter& writer) {
    const std::size_t count = std::min(pairs.size(), unmarked.most);
    const float share = count > 0 ? static_cast<float>(pairs.size()) / static_cast<float>(count) : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const UnmarkedPair& pair = pairs[i * pairs.size() / count];
        writer.add_false(*pair.subject, *pair.object, pair.surely, share);
        writer.add_false(*pair.subject, *pair.object, pair.probably, share * unmarked.weight);
    }
}

/// Tokens of the subject and of the object; empty where the marks touch none.
struct MarkedPlaces {
    Span subject, object;
    bool empty() const { return subject.empty() || object.empty(); }
};

/// Puts mentions at the arguments of all examples, and tells where.
std::vector<MarkedPlaces> mark(std::span<const PropertyExample> examples, const PropertyTable& table,
                               MarkedDocument& marked) {
    std::vector<MarkedPlaces> places;
    for (const auto& [property, example] : examples) {
        places.push_back({marked.tokens_of(example->subject), marked.tokens_of(example->object)});
        if (!places.back().empty())
            marked.mark_arguments(table[property], places.back().subject, places.back().object, table.ontology());
    }
    for (const MarkedPlaces& place : places)
        if (!place.empty()) marked.add_left_out_subject(place.subject, place.object);
    return places;
}

/// The mentions at the places, in one sentence, the object a value or a thing; nulls if there are none.
MarkedPair find_pair(const std::vector<Mention>& mentions, const MarkedPlaces& places, bool value) {
    MarkedPair pair;
    pair.subject = find_mention(mentions, places.subject);
    pair.object = find_mention(mentions, places.object, value);
    if (!pair.subject || !pair.object) return {};
    if (pair.subject->sentence < pair.object->sentence)
        pair.subject = find_left_out(mentions, pair.subject->entity, pair.object->sentence);
    if (!pair.subject || pair.subject->sentence != pair.object->sentence) return {};
    return pair;
}

std::optional<MentionKind> unnamed_kind(const Reading& reading, const Mention& mention) {
    const bool named = mention.entity == Mention::no_entity || reading.entities[mention.entity].named;
    return named ? std::nullopt : std::optional(mention.kind);
}

}  // namespace

MarkedDocument ExampleReader::analyse(const Article& article, const PropertySet& properties,
                                      const IgnoredNames& ignored) const {
    MarkedDocument marked;
    marked.document = language_->analyse(article);
    DocumentEntities named = entities_->build(marked.document, ignored);
    marked.mentions = mentions_->build(marked.document, named);
    marked.entities = std::move(named.entities);
    add_unnamed(marked.document, mentions_->lexicon().pronouns(), mentions_->things(), *table_, properties,
                marked.entities, marked.mentions);
    return marked;
}

std::vector<ReadExample> ExampleReader::read(std::span<const PropertyExample> examples, const Unmarked& unmarked,
                                             std::vector<FactInstance>& instances, FactLesson* lesson,
                                             const IgnoredNames& ignored) const {
    Article article;
    article.text = examples.front().example->text;
    PropertySet asked(table_->size());
    for (const PropertyExample& one : examples) asked.insert(one.property);
    MarkedDocument marked = analyse(article, asked, ignored);
    const std::vector<MarkedPlaces> places = mark(examples, *table_, marked);
    const Reading reading(marked.document, marked.entities, std::move(marked.mentions), table_->ontology());
    std::optional<FactTextBuilder> builder;
    if (lesson) builder.emplace(reading, *vocabulary_, *vectors_, table_->ontology());
    InstanceWriter writer(reading, *table_, std::move(builder), instances, lesson);
    std::vector<ReadExample> result(examples.size());
    std::vector<MarkedPair> pairs;
    std::set<std::size_t> properties;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        properties.insert(examples[i].property);
        MarkedPair pair = find_pair(reading.mentions, places[i], (*table_)[examples[i].property].datatype.has_value());
        if (!pair.subject) continue;
        pair.property = examples[i].property;
        pair.positive = examples[i].example->positive;
        pairs.push_back(pair);
        result[i] = {writer.add(pair).features, unnamed_kind(reading, *pair.subject),
                     unnamed_kind(reading, *pair.object)};
    }
    for (const MarkedPair& pair : pairs) writer.add_turned(pair, pairs);
    for (const MarkedPair& pair : pairs)
        if (pair.positive)
            writer.add_false(*pair.subject, *pair.object, rivals_of(reading, *table_, pair, pairs, unmarked.rivals),
                             rival_weight);
    add_unmarked(find_unmarked(reading, *table_, properties, pairs), unmarked, writer);
    return result;
}

}  // namespace lede
