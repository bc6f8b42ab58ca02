#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/identity_sets.hpp>
#include <lede/pipeline/line_sorter.hpp>
#include <lede/pipeline/named_things.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

/// Two IRIs that would have been joined, were it not for two values of a functional property that cannot both hold.
struct RefusedJoin {
    std::string a, b;
    std::string property;
    std::string value_a, value_b;  ///< terms of N-Quads
};

/// Finds which IRIs of a graph mean one thing and renames them:
/// - what a user's owl:sameAs links say;
/// - the same name under a general and a special class (join_general_entities());
/// - an acronym that is the alias of one thing alone, and the name of a thing of a class of the same line.
/// The last two are not joined if values of a functional property conflict. The order of the statements changes
/// nothing, memory grows with what is joined alone.
class Identities {
  public:
    /// The ontology must outlive the object.
    Identities(const Ontology& ontology, const std::vector<std::pair<std::string, std::string>>& same_as);

    /// Takes note of a statement; to be called for all.
    void note(const StatementParts& parts) { things_.note(parts); }
    /// To be called when all were noted; each thing is shown to `see`, which may be empty. The joins that were refused.
    const std::vector<RefusedJoin>& find(const std::function<void(const NamedThing&)>& see = {});

    /// Number of IRIs that are replaced.
    std::size_t replaced() const { return sets_.replaced().size(); }
    /// Whether no IRI is replaced.
    bool empty() const { return sets_.empty(); }

    /// The line of N-Quads with the IRIs replaced; empty if nothing is left to say. The type of a joined thing is its
    /// most special one, and a name of a replaced IRI an alternate name, if the IRI in use has a name of its own.
    std::string apply(std::string_view nquad) const;
    /// The IRI, without brackets, in use for this one.
    std::string_view iri_in_use(std::string_view iri) const { return sets_.find(iri); }

  private:
    /// How a joined set is described.
    struct Joined {
        std::set<std::string> classes;
        std::set<std::string> names;  ///< literals of N-Quads that stay names
    };

    const Ontology& ontology_;
    NamedThings things_;
    IdentitySets sets_;
    std::set<std::string> given_;                                           ///< IRIs of the owl:sameAs links
    std::map<std::string, NamedThing> known_;                               ///< those that are given or joined, by IRI
    std::map<std::string, std::vector<std::string>, std::less<>> members_;  ///< of each set, by the IRI in use
    std::map<std::string, Joined, std::less<>> joined_;                     ///< likewise
    std::vector<RefusedJoin> refused_;

    void join_same_name(const std::vector<NamedThing>& things);
    void join_acronym(std::string_view acronym, const std::vector<NamedThing>& things);
    void join(const NamedThing& from, const NamedThing& into);
    std::vector<std::string> members(std::string_view root) const;
    void keep(const NamedThing& thing);
    bool may_join(const NamedThing& from, const NamedThing& into);
    void describe();
    std::string best_class(const Joined& joined, std::string_view class_iri) const;
};

/// Whether two values of a functional property, as terms of N-Quads, cannot both hold: they are neither equal nor dates
/// of which one lies in the other.
bool are_conflicting(std::string_view a, std::string_view b);

}  // namespace lede
