#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/line_sorter.hpp>

namespace lede {

/// Joins what several articles call by one name, where one knows the special class (a corporation) and another only the
/// general one (an organisation), by the rule of join_general_entities(). The entities of all articles are brought
/// together by name with an external sort, so that memory grows with what is to be joined alone, by 16 bytes each.
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
    LineSorter entities_{std::size_t{8} << 20};  // names are fewer than statements
    // Two IRIs that are joined differ in their class alone. The hash of the general one, and the place of what the
    // special one has before its name; sorted.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> special_;
    std::vector<std::string> special_begins_;  // base and class

    void join(std::string_view general, std::string_view special);
};

}  // namespace lede
