#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/ontology/ontology.hpp>

namespace lede {

/// How the class of a thing stands to a class that a noun may mean.
enum class ClassTie : std::uint8_t { none, same_root, above, below, same };

/// The class tree of an ontology as a table, for comparing many classes quickly.
class ClassTies {
  public:
    static constexpr std::uint32_t no_class = 0xFFFFFFFF;

    explicit ClassTies(const Ontology& ontology);

    /// no_class if the ontology does not have it.
    std::uint32_t find(const std::string& iri) const;
    /// `below`: the thing's class is below the noun's. An unknown class has no tie.
    ClassTie tie(std::uint32_t of_thing, std::uint32_t of_noun) const;
    /// Hashes of the class and of the top of the tree above it; equal numbers for all unknown classes.
    std::uint64_t hash(std::uint32_t item) const { return item == no_class ? 1 : hashes_[item]; }
    std::uint64_t root(std::uint32_t item) const { return item == no_class ? 1 : roots_[item]; }

  private:
    std::unordered_map<std::string, std::uint32_t> index_;
    std::vector<std::uint64_t> hashes_, roots_;
    std::vector<ClassTie> ties_;  ///< row: the thing, column: the noun
};

}  // namespace lede
