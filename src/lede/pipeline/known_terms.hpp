#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <lede/ontology/ontology.hpp>

namespace lede {

/// The classes and properties that a graph may use: those of the ontology, and those in which the program and ontology
/// files describe themselves. Of a namespace that the ontology describes, other terms are unknown; what is in other
/// namespaces is nobody's business. A namespace that differs in http and https alone counts as described, too.
class KnownTerms {
  public:
    explicit KnownTerms(const Ontology& ontology);

    bool is_unknown_class(std::string_view iri) const { return !classes_.contains(iri) && is_described(iri); }
    bool is_unknown_property(std::string_view iri) const { return !properties_.contains(iri) && is_described(iri); }
    /// The term that was likely meant; empty if none looks like it.
    std::string nearest_class(std::string_view iri) const { return nearest(classes_, iri); }
    std::string nearest_property(std::string_view iri) const { return nearest(properties_, iri); }

    const std::set<std::string, std::less<>>& classes() const { return classes_; }
    const std::set<std::string, std::less<>>& properties() const { return properties_; }
    const std::set<std::string, std::less<>>& namespaces() const { return namespaces_; }

  private:
    std::set<std::string, std::less<>> classes_;
    std::set<std::string, std::less<>> properties_;
    std::set<std::string, std::less<>> namespaces_;

    bool is_described(std::string_view iri) const;
    static std::string nearest(const std::set<std::string, std::less<>>& terms, std::string_view iri);
};

/// The IRI with a prefix of the program's own vocabulary, or in brackets: "schema:Person".
std::string short_iri(std::string_view iri);

/// The least number of signs to put in, leave out or change that make one text the other, in bytes (Levenshtein 1966).
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace lede
