#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/ontology/read_ontology.hpp>
#include <lede/ontology/vocabulary.hpp>

namespace lede {
namespace {

/// Collects classes that are used but not declared, each once with the first item that uses it.
class Checker {
  public:
    Checker(const Ontology& ontology, const DiagnosticSink& sink) : ontology_(ontology), sink_(sink) {
        for (const Property& property : ontology.properties())
            if (!property.examples.empty()) stated_.insert(property.super.begin(), property.super.end());
    }

    void check_class(const std::string& iri, const std::string& used_by) {
        const bool is_top = iri.starts_with(vocabulary::owl) || iri.starts_with(vocabulary::rdfs);
        if (is_top || ontology_.find_class(iri) || !reported_.insert(iri).second) return;
        warn("the class <" + iri + ">, used by <" + used_by + ">, is declared nowhere; say that it is an owl:Class");
    }

    void check(const Property& property) {
        for (const std::string& one : property.domain) check_class(one, property.iri);
        for (const std::string& one : property.range) check_class(one, property.iri);
        const bool has_example = std::any_of(property.examples.begin(), property.examples.end(),
                                             [](const Example& example) { return example.positive; });
        if (!property.extracted || has_example || is_stated_by_others(property)) return;
        warn("<" + property.iri +
             "> has no lede:example and will not be found in any text; add some, or lede:extracted false");
    }

  private:
    const Ontology& ontology_;
    const DiagnosticSink& sink_;
    std::set<std::string> reported_;
    std::set<std::string> stated_;  ///< properties above one with examples

    void warn(const std::string& message) const {
        if (sink_) sink_({Severity::warning, {}, message});
    }

    /// A property gets its facts from its inverse or from more special ones, too.
    bool is_stated_by_others(const Property& property) const {
        if (const Property* inverse = ontology_.find_property(property.inverse); inverse && !inverse->examples.empty())
            return true;
        return stated_.contains(property.iri);
    }
};

/// All that asks for what is above a class takes time with it, and what is taller than this is no class tree that people
/// made, but a mistake such as a list.
constexpr std::size_t most_ancestors = 1000;

void check_height(const Ontology& ontology, const OntologyClass& item) {
    std::vector<std::string_view> above{item.iri};
    std::unordered_set<std::string_view> seen{item.iri};
    for (std::size_t at = 0; at < above.size(); ++at) {
        const OntologyClass* one = ontology.find_class(above[at]);
        if (!one) continue;
        for (const std::string& parent : one->parents)
            if (seen.insert(parent).second) above.push_back(parent);
        if (above.size() > most_ancestors + 1)
            throw Error("the class <" + item.iri + "> is below more than " + std::to_string(most_ancestors) +
                        " others; take out what is no class, or leave out levels between");
    }
}

}  // namespace

void check_ontology(const Ontology& ontology, const DiagnosticSink& sink) {
    Checker checker(ontology, sink);
    for (const OntologyClass& one : ontology.classes()) {
        check_height(ontology, one);
        for (const std::string& parent : one.parents) checker.check_class(parent, one.iri);
        for (const std::string& other : one.disjoint) checker.check_class(other, one.iri);
    }
    for (const Property& property : ontology.properties()) checker.check(property);
    for (const Individual& individual : ontology.individuals())
        checker.check_class(individual.class_iri, individual.iri);
}

Ontology read_ontologies(const std::vector<std::filesystem::path>& paths, const StatementReader& reader,
                         const DiagnosticSink& sink) {
    Ontology ontology;
    for (const std::filesystem::path& path : paths) read_ontology(path, reader, ontology, sink);
    check_ontology(ontology, sink);
    return ontology;
}

}  // namespace lede
