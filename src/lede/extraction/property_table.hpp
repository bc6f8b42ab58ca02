#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include <lede/extraction/mention.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {

/// A set of properties by their index in a PropertyTable.
class PropertySet {
  public:
    explicit PropertySet(std::size_t size = 0) : words_((size + 63) / 64) {}
    void insert(std::size_t at) { words_[at / 64] |= std::uint64_t{1} << (at % 64); }
    bool contains(std::size_t at) const { return (words_[at / 64] >> (at % 64)) & 1; }
    void remove(const PropertySet& others);
    bool empty() const;
    /// Both sets are of one table.
    PropertySet operator&(const PropertySet& other) const;
    PropertySet operator|(const PropertySet& other) const;

  private:
    std::vector<std::uint64_t> words_;
};

/// The properties of an ontology that an article can state, in the order of their IRIs, and which of them a pair of mentions may stand in.
/// The ontology must outlive the table.
class PropertyTable {
  public:
    /// `recognised`: the classes that the language model knows, sorted. A thing of another class may be taken for anything by it, so what
    /// it says then decides only as far as it can: of a user's class below Person, a person is admitted. Empty: all are recognised.
    explicit PropertyTable(const Ontology& ontology, const std::vector<std::string>& recognised = {});

    std::size_t size() const { return properties_.size(); }
    const Property& operator[](std::size_t at) const { return *properties_[at]; }
    const Ontology& ontology() const { return *ontology_; }
    /// Index of the property; size() if there is none of that IRI.
    std::size_t find(const std::string& iri) const;

    /// Properties whose domain admits the class, and whose range does.
    const PropertySet& with_domain(const std::string& class_iri) const;
    const PropertySet& with_range(const std::string& class_iri) const;
    /// What may be the subject or object of which properties though nothing names it, by the kind of its mention: at first nothing. A
    /// pronoun is then supposed to stand for the first class that a property asks for; of unknown things, the class is left open ("").
    void admit_unnamed(MentionKind kind, const PropertySet& domain, const PropertySet& range);
    /// The classes that mentions of the kind are supposed to be of for the wanted properties. Sorted; empty if the kind is not admitted.
    std::vector<std::string> classes_of_unnamed(MentionKind kind, const PropertySet& wanted) const;
    PropertySet all() const;
    /// Properties whose objects are things.
    const PropertySet& of_things() const { return things_; }

    /// As with_domain and with_range for a mention of an entity, which may be unnamed.
    const PropertySet& with_subject(const Mention& mention, const Entity& entity) const;
    const PropertySet& with_object(const Mention& mention, const Entity& entity) const;
    /// Properties whose datatype fits a literal mention.
    const PropertySet& with_literal(const Mention& mention) const;

  private:
    const Ontology* ontology_;
    std::vector<const Property*> properties_;
    std::unordered_map<std::string, PropertySet> domain_;
    std::unordered_map<std::string, PropertySet> range_;
    PropertySet unknown_domain_, unknown_range_;
    PropertySet numbers_, amounts_, dates_, strings_, things_, none_;
    struct Places {
        PropertySet domain, range;
    };
    using SupposedClasses = std::map<std::string, Places, std::less<>>;
    const Places* find_unnamed(const Mention& mention, const Entity& entity) const;
    Places& supposed(SupposedClasses& classes, const std::string& class_iri) const;
    std::map<MentionKind, SupposedClasses> unnamed_;
};

}  // namespace lede
