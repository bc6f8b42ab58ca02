#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/base/span.hpp>
#include <lede/model/literal.hpp>

namespace lede {

/// A sentence of the ontology with its two arguments marked.
struct Example {
    std::string text;  ///< without the marks
    Span subject;      ///< bytes in `text`
    Span object;
    bool positive = true;        ///< false for a lede:counterExample, which may have no marks: then no pair in it states the property
    std::string marked() const;  ///< the text with its marks: "{…|subject} … {…|object}"
};

struct OntologyClass {
    std::string iri;
    std::string label;
    std::vector<std::string> parents;   ///< IRIs
    std::vector<std::string> nouns;     ///< lower case, singular
    std::vector<std::string> disjoint;  ///< IRIs
    bool extracted = true;              ///< false for what the program itself writes, such as articles
    bool shares_names = false;          ///< whether different things of this class often have one name
};

struct Property {
    std::string iri;
    std::string label;
    std::vector<std::string> domain;  ///< class IRIs, any of which; empty admits all
    std::vector<std::string> range;  ///< class IRIs, any of which; empty for a datatype property or if all are admitted
    std::optional<Datatype> datatype;  ///< set for a datatype property
    std::vector<std::string> super;    ///< IRIs of more general properties
    std::string inverse;               ///< IRI or empty; set on both once either names the other
    bool symmetric = false;
    bool functional = false;          ///< a thing has one value at most; a date and its year are one
    std::optional<long long> minimum;  ///< of a number, from sh:minInclusive; empty for none
    bool extracted = true;          ///< false for the metadata that the program itself writes
    bool has_term = false;          ///< what it states may begin and end: a post
    bool from_model =
        false;  ///< found by a model that was trained for it alone: its examples are too few to learn it from
    std::vector<Example> examples;  ///< positive and counter-examples, in the order of the file
};

/// A thing that the ontology knows by name.
struct Individual {
    std::string iri;
    std::string class_iri;
    std::string name;                  ///< rdfs:label, schema:name or skos:prefLabel
    std::vector<std::string> aliases;  ///< skos:altLabel, schema:alternateName
};

/// Classes, properties and individuals of one or more ontology files, in memory.
class Ontology {
  public:
    /// Each throws Error if the IRI is there already with another meaning, but a class
    /// and a property may share it; the same twice is merged: lists are joined
    /// without repeats, the first label and kind stay.
    void add(OntologyClass item);
    void add(Property item);
    void add(Individual item);

    const std::vector<OntologyClass>& classes() const { return classes_; }
    const std::vector<Property>& properties() const { return properties_; }
    const std::vector<Individual>& individuals() const { return individuals_; }

    /// Null if not known.
    const OntologyClass* find_class(std::string_view iri) const;
    const Property* find_property(std::string_view iri) const;

    /// Whether `iri` is `ancestor` or below it in the class tree. An unknown class is below itself alone.
    bool is_a(std::string_view iri, std::string_view ancestor) const;
    /// The class and all above it, nearest first.
    std::vector<std::string> ancestors(std::string_view iri) const;
    /// Number of steps from the class to its root, the longest way; 0 for a root or an unknown class.
    int depth(std::string_view iri) const;
    /// Whether the two classes, or ancestors of theirs, are declared disjoint.
    bool are_disjoint(std::string_view a, std::string_view b) const;
    /// Whether an entity of class `iri` may stand in a place that admits `admitted` (empty: all): it is below one of
    /// them, or above one (it may yet turn out to be).
    bool admits(const std::vector<std::string>& admitted, std::string_view iri) const;

  private:
    struct IriHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view iri) const { return std::hash<std::string_view>{}(iri); }
    };
    using Index = std::unordered_map<std::string, std::uint32_t, IriHash, std::equal_to<>>;

    void link_inverse(const Property& item);

    std::vector<OntologyClass> classes_;
    std::vector<Property> properties_;
    std::vector<Individual> individuals_;
    Index class_index_;
    Index property_index_;
    Index individual_index_;
};

}  // namespace lede
