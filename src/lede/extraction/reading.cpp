#include <lede/extraction/reading.hpp>

#include <lede/base/hash.hpp>

namespace lede {
namespace {

std::uint64_t literal_class(const Mention& mention) { return 0xA0 + static_cast<std::uint64_t>(mention.kind); }

}  // namespace

Reading::Reading(const Document& the_document, const std::vector<Entity>& the_entities, std::vector<Mention> the_mentions,
                 const Ontology& ontology)
    : document(the_document), entities(the_entities), mentions(std::move(the_mentions)), graph(the_document) {
    for (const Entity& entity : entities) {
        class_hash.push_back(hash_of(entity.class_iri));
        const auto above = ontology.ancestors(entity.class_iri);
        root_hash.push_back(hash_of(above.empty() ? entity.class_iri : above.back()));
    }
    mention_counts.resize(entities.size());
    for (const Mention& mention : mentions)
        if (mention.kind == MentionKind::name) ++mention_counts[mention.entity];
    make_items();
}

std::uint64_t Reading::class_of(const Mention& mention) const {
    return mention.entity == Mention::no_entity ? literal_class(mention) : class_hash[mention.entity];
}

std::uint64_t Reading::root_of(const Mention& mention) const {
    return mention.entity == Mention::no_entity ? literal_class(mention) : root_hash[mention.entity];
}

void Reading::make_items() {
    std::vector<const Mention*> at(document.tokens.size(), nullptr);
    for (const Mention& mention : mentions) {
        const bool one_item = mention.kind == MentionKind::name || mention.kind == MentionKind::date || mention.kind == MentionKind::number;
        if (one_item && mention.first < mention.last && (!at[mention.first] || at[mention.first]->last < mention.last))
            at[mention.first] = &mention;
    }
    item_of.resize(document.tokens.size());
    for (const Sentence& sentence : document.sentences) {
        sentence_items.push_back(static_cast<std::uint32_t>(items.size()));
        for (std::uint32_t i = sentence.first; i < sentence.last;) {
            Item item{graph.lemma(i), i, i + 1, false};
            if (at[i]) item = {root_of(*at[i]), i, std::min(at[i]->last, sentence.last), true};
            for (std::uint32_t k = item.first; k < item.last; ++k) item_of[k] = static_cast<std::uint32_t>(items.size());
            items.push_back(item);
            i = item.last;
        }
    }
    sentence_items.push_back(static_cast<std::uint32_t>(items.size()));
}

}  // namespace lede
