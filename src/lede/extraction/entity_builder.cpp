#include <lede/extraction/entity_builder.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>

#include <lede/base/error.hpp>
#include <lede/extraction/entity_clusters.hpp>
#include <lede/extraction/entity_features.hpp>

namespace lede {

namespace {

/// The individual that a cluster's names mean, tried in the order of the text; null if none.
const Individual* find_individual(const KnownIndividuals& known, const IgnoredNames& ignored, const std::vector<NameGroup>& groups, const EntityCluster& cluster) {
    for (const std::size_t group : cluster)
        for (const auto& [form, count] : groups[group].forms)
            if (const Individual* individual = known.find(form, ignored)) return individual;
    return nullptr;
}

/// Joins clusters that mean the same individual.
void join_individuals(const KnownIndividuals& known, const IgnoredNames& ignored, const std::vector<NameGroup>& groups, std::vector<EntityCluster>& clusters) {
    std::unordered_map<const Individual*, std::size_t> place;
    std::vector<EntityCluster> joined;
    for (EntityCluster& cluster : clusters) {
        const Individual* individual = find_individual(known, ignored, groups, cluster);
        const auto [at, added] = individual ? place.try_emplace(individual, joined.size()) : std::pair{place.end(), true};
        if (added) joined.push_back(std::move(cluster));
        else joined[at->second].insert(joined[at->second].end(), cluster.begin(), cluster.end());
    }
    clusters = std::move(joined);
}

const std::string& commonest_label(const std::vector<NameGroup>& groups, const EntityCluster& cluster) {
    const auto most = std::max_element(cluster.begin(), cluster.end(), [&](std::size_t a, std::size_t b) { return groups[a].mentions.size() < groups[b].mentions.size(); });
    return groups[*most].label();
}

/// Adds the adjectives of the places that the document names: "Belgian" to Belgium.
void add_demonyms(const Document& document, const NameGazetteer& gazetteer, DocumentEntities& result) {
    std::unordered_map<const GazetteerEntry*, EntityId> places;
    for (EntityId id = 0; id < result.entities.size(); ++id)
        for (const GazetteerEntry* entry : gazetteer.find(result.entities[id].name))
            if (!entry->demonyms.empty()) places.try_emplace(entry, id);
    if (places.empty()) return;
    std::vector<bool> taken(document.tokens.size(), false);
    for (const NameMention& mention : result.mentions) std::fill(taken.begin() + mention.first, taken.begin() + mention.last, true);
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        const auto place = taken[i] ? places.end() : places.find(gazetteer.find_demonym(document.form(i)));
        if (place != places.end()) result.mentions.push_back({i, i + 1, place->second});
    }
}

/// Fills the spans and aliases that follow from the mentions.
void finish(const Document& document, DocumentEntities& result) {
    std::sort(result.mentions.begin(), result.mentions.end(), [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
    for (const NameMention& mention : result.mentions) {
        Entity& entity = result.entities[mention.entity];
        entity.mentions.push_back(document.span_of(mention.first, mention.last));
        if (mention.last != mention.first + 1) continue;
        const std::string form(document.form(mention.first));
        if (form != entity.name) entity.aliases.push_back(form);
    }
    for (Entity& entity : result.entities) {
        std::sort(entity.aliases.begin(), entity.aliases.end());
        entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
    }
}

}  // namespace

EntityBuilder::EntityBuilder(const Ontology& ontology, const ModelFile& model)
    : ontology_(&ontology), lexicon_{NameGazetteer(model), WordVectors(model)}, nouns_(ontology), typer_(ontology, model), individuals_(ontology) {
    if (const std::string_view section = model.section("entities.links"); !section.empty()) {
        links_ = LinearModel(section);
        if (links_.label_count() != 2) throw Error("the entity model has damaged links; get or train the model again");
    }
}

NamedText select_names(const Document& document, const NameGazetteer& gazetteer) {
    NamedText text{document, document.names};
    std::erase_if(text.names, [&](const Name& name) { return name.last == name.first + 1 && gazetteer.find_demonym(text.form(name)) != nullptr && gazetteer.find(text.form(name)).empty(); });
    return text;
}

DocumentEntities EntityBuilder::build(const Document& document, const IgnoredNames& ignored) const {
    NamedText text = select_names(document, lexicon_.gazetteer);
    individuals_.add_names(text, ignored);
    const std::vector<NameGroup> groups = group_names(text);
    std::vector<EntityCluster> clusters = cluster_groups(text, lexicon_.gazetteer, groups, links_);
    join_individuals(individuals_, ignored, groups, clusters);
    const EntityFeatures features(text, lexicon_, nouns_, groups);
    DocumentEntities result;
    for (const EntityCluster& cluster : clusters) {
        const auto id = static_cast<EntityId>(result.entities.size());
        Entity entity{fullest_name(groups, cluster), other_names(groups, cluster), {}, {}, {}};
        if (const Individual* individual = find_individual(individuals_, ignored, groups, cluster)) {
            entity.class_iri = individual->class_iri;
            entity.iri = individual->iri;
        }
        if (entity.class_iri.empty()) entity.class_iri = typer_.choose(features.list(cluster), features.named_classes(cluster));
        for (const std::size_t group : cluster)
            for (const std::uint32_t name : groups[group].mentions) result.mentions.push_back({text.names[name].first, text.names[name].last, id});
        result.entities.push_back(std::move(entity));
        result.coarse.push_back(commonest_label(groups, cluster));
    }
    add_demonyms(document, lexicon_.gazetteer, result);
    finish(document, result);
    return result;
}

}  // namespace lede
