#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include <lede/base/utf8.hpp>
#include <lede/extraction/mention_finder.hpp>
#include <lede/extraction/unnamed_mentions.hpp>

namespace lede {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Gives mentions entities of their own, one for each key and class.
class UnnamedEntities {
  public:
    UnnamedEntities(const Document& document, std::vector<Entity>& entities)
        : document_(document), entities_(entities) {}

    std::uint32_t entity_for(const std::string& key, const Mention& mention, const std::string& class_iri) {
        const auto [at, added] = places_.try_emplace({key, class_iri}, static_cast<std::uint32_t>(entities_.size()));
        const Span span = document_.span_of(mention.first, mention.last);
        if (added) {
            Entity entity;
            entity.name = std::string(slice(document_.text(), span));
            std::replace(entity.name.begin(), entity.name.end(), '\n', ' ');
            entity.class_iri = class_iri;
            entity.named = false;
            entities_.push_back(std::move(entity));
        }
        entities_[at->second].mentions.push_back(span);
        return at->second;
    }

  private:
    const Document& document_;
    std::vector<Entity>& entities_;
    std::map<std::pair<std::string, std::string>, std::uint32_t> places_;
};

void add_pronouns(const Document& document, const PronounList& list, const std::vector<std::string>& classes,
                  UnnamedEntities& unnamed, std::vector<Mention>& mentions) {
    std::set<std::uint32_t> known;
    for (const Mention& mention : mentions) known.insert(mention.first);
    std::vector<Mention> added;
    for (const Mention& mention : find_pronouns(document)) {
        const Pronoun* pronoun = list.find(document.form(mention.first));
        if (!pronoun || pronoun->number != Pronoun::Number::one || known.contains(mention.first)) continue;
        for (const std::string& class_iri : classes) {
            if (pronoun->class_iris.empty() || pronoun->excluded == contains(pronoun->class_iris, class_iri)) continue;
            added.push_back(mention);
            added.back().entity = unnamed.entity_for(std::to_string(pronoun->group), mention, class_iri);
        }
    }
    mentions.insert(mentions.end(), added.begin(), added.end());
}

/// The class that the likeliest fact about each entity asks for, "" if it asks for none; nothing for those that no fact
/// is about.
std::vector<std::optional<std::string>> find_classes(const Ontology& ontology, const ArticleFacts& article) {
    std::vector<std::optional<std::string>> classes(article.entities.size());
    std::vector<double> sure(article.entities.size(), -1);
    const auto note = [&](EntityId id, const std::vector<std::string>& admitted, double confidence) {
        if (confidence <= sure[id]) return;
        sure[id] = confidence;
        classes[id] = admitted.empty() ? std::string() : admitted.front();
    };
    for (const Fact& fact : article.facts) {
        const Property* property = ontology.find_property(fact.property_iri);
        if (!property) continue;
        note(fact.subject, property->domain, fact.confidence());
        if (const EntityId* object = std::get_if<EntityId>(&fact.object))
            note(*object, property->range, fact.confidence());
    }
    return classes;
}

}  // namespace

void add_unnamed(const Document& document, const PronounList& pronouns, const ThingFinder& things,
                 const PropertyTable& table, const PropertySet& wanted, std::vector<Entity>& entities,
                 std::vector<Mention>& mentions) {
    UnnamedEntities unnamed(document, entities);
    const auto title_classes = table.classes_of_unnamed(MentionKind::title, wanted);
    const auto noun_classes = table.classes_of_unnamed(MentionKind::noun, wanted);
    std::vector<Mention> found = things.find(document, mentions, !title_classes.empty(), !noun_classes.empty());
    add_pronouns(document, pronouns, table.classes_of_unnamed(MentionKind::pronoun, wanted), unnamed, mentions);
    for (Mention& mention : found) {
        const std::string wording = to_lower(slice(document.text(), document.span_of(mention.first, mention.last)));
        for (const std::string& class_iri : mention.kind == MentionKind::title ? title_classes : noun_classes) {
            mention.entity = unnamed.entity_for(wording, mention, class_iri);
            mentions.push_back(mention);
        }
    }
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::tie(a.first, a.last) < std::tie(b.first, b.last);
    });
}

void settle_unnamed(const Ontology& ontology, ArticleFacts& article) {
    const auto classes = find_classes(ontology, article);
    std::vector<EntityId> place(article.entities.size());
    std::vector<Entity> kept;
    for (EntityId id = 0; id < article.entities.size(); ++id) {
        Entity& entity = article.entities[id];
        if (!entity.named && !classes[id]) continue;
        if (!entity.named && entity.class_iri.empty()) {  // an unknown thing: its words are its name
            entity.class_iri = *classes[id];
            entity.named = true;
        }
        place[id] = static_cast<EntityId>(kept.size());
        kept.push_back(std::move(entity));
    }
    article.entities = std::move(kept);
    for (Fact& fact : article.facts) {
        fact.subject = place[fact.subject];
        if (EntityId* object = std::get_if<EntityId>(&fact.object)) *object = place[*object];
    }
    for (Quotation& quotation : article.quotations)
        if (quotation.speaker) quotation.speaker = place[*quotation.speaker];
}

}  // namespace lede
