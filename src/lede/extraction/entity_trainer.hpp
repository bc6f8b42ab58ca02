#pragma once

#include <string>
#include <vector>

#include <lede/extraction/class_nouns.hpp>
#include <lede/extraction/entity_classifier.hpp>
#include <lede/language/name_lexicon.hpp>
#include <lede/model/facts.hpp>
#include <lede/ontology/ontology.hpp>
#include <lede/text/document.hpp>

namespace lede {

/// The trained parts of the entity model.
struct EntitySections {
    std::vector<std::string> classes;  ///< class IRIs: the labels of `types`
    std::string types;
    std::string links;
};

/// Learns from annotated articles which names belong together and of what class a thing is.
class EntityTrainer {
  public:
    /// Both must outlive this object.
    EntityTrainer(const Ontology& ontology, const NameLexicon& lexicon) : nouns_(ontology), lexicon_(lexicon) {}

    /// Adds a document with names as the recogniser finds them in articles that it was not trained on, and the right entities.
    void add(const Document& document, const std::vector<Entity>& right);

    EntitySections train() const;

  private:
    ClassNouns nouns_;
    const NameLexicon& lexicon_;
    std::vector<std::string> classes_;
    std::vector<ClassifierExample> types_;
    std::vector<ClassifierExample> links_;
};

}  // namespace lede
