#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/named_things.hpp>

namespace lede {

/// The IRIs that this one may have been before a number or two were put behind it: "a-1956-2" may come of "a-1956" and
/// of "a". Views into the argument; none if it ends in no number.
std::vector<std::string_view> possible_plain(std::string_view iri);

/// Things of one name that may be several: those of a class that shares names (lede:sharesNames) and whose values of
/// functional properties contradict each other, and those that were told apart before. The IRI of these is the one made
/// of class and name, the plain one, with a year or a number behind it, or both: "person/karen-moor-1956". They are
/// known by their names, whose slug has no such end. Left out are IRIs of individuals of the ontology, and what the
/// user's owl:sameAs links speak of. Memory grows with the candidates alone.
class NamesakeCandidates {
  public:
    enum class Which { all, told_apart_before };

    /// The ontology must outlive the object.
    NamesakeCandidates(const Ontology& ontology, const std::vector<std::pair<std::string, std::string>>& same_as,
                       Which which = Which::all);

    /// To be called for each thing of the graph.
    void consider(const NamedThing& thing);

    /// The plain IRI for each IRI that belongs to a candidate, itself for a plain one.
    const std::unordered_map<std::string, std::string>& plain() const { return plain_; }
    /// Functional properties that an article can state, and those of them whose values are dates.
    const std::set<std::string, std::less<>>& functional() const { return functional_; }
    const std::set<std::string>& dates() const { return dates_; }

  private:
    const Ontology& ontology_;
    Which which_;
    std::set<std::string, std::less<>> functional_;
    std::set<std::string> dates_;
    std::unordered_set<std::string> individuals_;
    std::unordered_set<std::string> linked_;  ///< plain IRIs that links speak of
    std::unordered_map<std::string, bool> shares_names_;
    std::unordered_map<std::string, std::string> plain_;

    bool shares_names(const std::string& class_iri);
    bool may_be_several(const NamedThing& thing) const;
};

}  // namespace lede
