#pragma once

#include <map>
#include <string>
#include <vector>

#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// Chooses the class of an entity by a trained classifier and the ontology.
class EntityTyper {
  public:
    /// Uses the sections `entities.types` and `entities.classes` of the model. Both must outlive this object.
    EntityTyper(const Ontology& ontology, const ModelFile& model);
    /// The section must outlive this object. Throws Error if it does not fit the classes.
    EntityTyper(const Ontology& ontology, std::vector<std::string> classes, std::string_view section);

    /// The most specific class that is likely enough, for the features of an entity. `named` are classes by whose nouns the text
    /// calls it: they decide for classes that the classifier does not know. Empty if there is no model and nothing is named.
    std::string choose(const std::vector<std::uint64_t>& features, const std::map<std::string, int>& named) const;

  private:
    std::string choose_known(const std::vector<std::uint64_t>& features) const;
    void index();

    const Ontology* ontology_;
    std::vector<std::string> classes_;
    LinearModel model_;
    std::vector<std::vector<std::string>> lines_;  ///< by known class: it and its ancestors, from the root down
};

}  // namespace lede
