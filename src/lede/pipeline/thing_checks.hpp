#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/known_terms.hpp>
#include <lede/pipeline/validate_graph.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

/// Checks one thing after the other: its types, then the statements of which it is the object, then its own, sorted.
class ThingChecks {
  public:
    using Sink = std::function<void(const Offence&)>;
    /// The ontology must outlive the object.
    ThingChecks(const Ontology& ontology, Sink sink);

    /// `term` is the thing's, of N-Quads.
    void begin(std::string_view term);
    void add_type(std::string_view class_iri);
    void check_use(const StatementParts& parts);
    void check_statement(const StatementParts& parts);
    void end();

    /// Whether the type of the object matters for a statement of this property.
    bool has_range(std::string_view property) const;

  private:
    const Ontology& ontology_;
    KnownTerms terms_;
    Sink sink_;
    std::unordered_map<std::string, std::string> individuals_;  ///< the class of each that the ontology knows
    std::string subject_;
    std::set<std::string> types_;
    bool reifies_ = false;                                    ///< whether it names a triple, as in RDF 1.2
    std::string property_;                                    ///< whose values are being counted
    std::vector<std::string> values_;                         ///< of it, each once
    std::map<std::string, std::size_t, std::less<>> counts_;  ///< of the properties so far

    void report(const char* kind, std::string_view subject, std::string_view property, std::string_view value,
                std::string message) const;
    bool is_one_of(const std::vector<std::string>& classes) const;
    std::string types_in_words() const;
    /// Statements of posts say when these began and ended, with the properties that events have.
    bool is_term_of_post(std::string_view predicate) const;
    void check_literal(const Property& property, const StatementParts& parts) const;
    void end_property();
    void check_functional();
    void check_types();
    void check_counts();
};

}  // namespace lede
