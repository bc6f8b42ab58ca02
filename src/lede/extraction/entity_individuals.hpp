#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/extraction/entity_groups.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// Names that are to be read as if no individual had them.
using IgnoredNames = std::set<std::string, std::less<>>;

/// Finds the individuals of an ontology by their names as written.
class KnownIndividuals {
  public:
    /// The ontology must outlive this object and not change.
    explicit KnownIndividuals(const Ontology& ontology);

    /// Null if there is none of this name.
    const Individual* find(std::string_view name, const IgnoredNames& ignored = {}) const;

    /// Adds their names where the text has them; shorter names within go, longer ones around stay.
    void add_names(NamedText& text, const IgnoredNames& ignored = {}) const;

  private:
    std::unordered_map<std::string, const Individual*> by_name_;
    std::uint32_t longest_ = 0;  ///< tokens that a name may have
};

}  // namespace lede
