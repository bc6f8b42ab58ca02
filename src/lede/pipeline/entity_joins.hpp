#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/line_sorter.hpp>

namespace lede {

/// Joins what several articles call by one name, where one knows the special class (a corporation) and another only the
/// general one (an organisation), by the rule of join_general_entities(). The entities of all articles are brought
/// together by name with an external sort, so that memory grows with what is to be joined alone.
class EntityJoins {
  public:
    explicit EntityJoins(std::string base) : base_(std::move(base)) {}

    /// Notes that an entity of that class has this IRI.
    void note(std::string_view iri, std::string_view class_iri);

    /// To be called when all were noted: finds what is to be joined. Whether there is anything.
    bool find(const Ontology& ontology);

    /// The line of N-Quads with the IRIs replaced; empty if nothing is left to say.
    std::string apply(std::string_view nquad) const;

  private:
    std::string base_;
    LineSorter entities_{std::size_t{16} << 20};            // names are fewer than statements
    std::unordered_map<std::string, std::string> special_;  // by the general IRI
};

}  // namespace lede
