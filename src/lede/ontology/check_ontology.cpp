#include <algorithm>
#include <set>

#include <lede/ontology/read_ontology.hpp>
#include <lede/ontology/vocabulary.hpp>

namespace lede {
namespace {

/// Collects classes that are used but not declared, each once with the first item that uses it.
class Checker {
  public:
    Checker(const Ontology& ontology, const DiagnosticSink& sink) : ontology_(ontology), sink_(sink) {}

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

    void warn(const std::string& message) const {
        if (sink_) sink_({Severity::warning, {}, message});
    }

    /// A property gets its facts from its inverse or from more special ones, too.
    bool is_stated_by_others(const Property& property) const {
        if (const Property* inverse = ontology_.find_property(property.inverse); inverse && !inverse->examples.empty())
            return true;
        return std::any_of(ontology_.properties().begin(), ontology_.properties().end(), [&](const Property& other) {
            return !other.examples.empty() &&
                   std::find(other.super.begin(), other.super.end(), property.iri) != other.super.end();
        });
    }
};

}  // namespace

void check_ontology(const Ontology& ontology, const DiagnosticSink& sink) {
    Checker checker(ontology, sink);
    for (const OntologyClass& one : ontology.classes()) {
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
