#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/entity_groups.hpp>
#include <lede/extraction/entity_typer.hpp>
#include <lede/extraction/entity_individuals.hpp>
#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/name_lexicon.hpp>
#include <lede/model/facts.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// Tokens [first, last) that name an entity.
struct NameMention {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    EntityId entity = 0;
};

/// The entities that a document names, in the order of their first mentions.
struct DocumentEntities {
    std::vector<Entity> entities;
    std::vector<NameMention> mentions;  ///< sorted by first, not overlapping
    std::vector<std::string> coarse;    ///< by entity: the recogniser's label; empty for individuals that it missed
};

/// Makes entities of the names of a document: which names belong together, and of what class each thing is.
class EntityBuilder {
  public:
    /// Uses the sections `entities.*` and `names.gazetteer` and `vectors.*` of the model. Both must outlive this object.
    EntityBuilder(const Ontology& ontology, const ModelFile& model);

    /// Needs Document::names. Individuals of the ontology are found also where the recogniser missed them, but for those of the ignored
    /// names.
    DocumentEntities build(const Document& document, const IgnoredNames& ignored = {}) const;

  private:
    const Ontology* ontology_;
    NameLexicon lexicon_;
    ClassNouns nouns_;
    EntityTyper typer_;
    LinearModel links_;
    KnownIndividuals individuals_;
};

/// The names that entities are made of: those of the document, without adjectives of places ("Belgian"), which are names only
/// beside the place's own.
NamedText select_names(const Document& document, const NameGazetteer& gazetteer);

}  // namespace lede
