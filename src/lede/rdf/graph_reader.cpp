#include <lede/rdf/graph_reader.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {
namespace {

constexpr std::string_view rdf_space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view rdfs_space = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view owl_space = "http://www.w3.org/2002/07/owl#";
constexpr std::string_view nif_space = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

constexpr std::array name_properties{terms::name, terms::label, std::string_view("http://www.w3.org/2004/02/skos/core#prefLabel"),
                                     std::string_view("http://xmlns.com/foaf/0.1/name")};
constexpr std::array alias_properties{terms::alternate_name, std::string_view("http://www.w3.org/2004/02/skos/core#altLabel")};

template <std::size_t size>
bool is_one_of(std::string_view iri, const std::array<std::string_view, size>& list) {
    return std::find(list.begin(), list.end(), iri) != list.end();
}

std::string key_of(const Term& term) { return term.kind == Term::Kind::blank ? "_:" + term.value : term.value; }

Attribute to_attribute(const std::string& property, const Term& literal) {
    return {property, literal.value, literal.language.empty() ? literal.datatype : "@" + literal.language, {}};
}

/// What is said of a subject that is provenance: a reification, a sentence, an activity.
struct Reification {
    std::string subject, predicate;
    Term object;
    bool has_object = false;
    std::string sentence;
    std::string confidence;
    bool asserted = true;
};
struct Sentence {
    std::string text;
    std::string article;
};

/// Statements are read twice: which subjects are provenance or vocabulary is known only at the end. The first reading keeps
/// them; the second, over memory, builds the graph.
class Reader {
  public:
    void read(const std::string& path, std::size_t number) {
        const RdfSource source{path, "f" + std::to_string(number), {}, {}, {}};
        read_rdf_file(source, [this](const Quad& quad, std::size_t) { take(quad); });
    }

    void read_vocabulary(const std::string& path) {
        read_rdf_file(path, [this](const Quad& quad, std::size_t) {
            if (!quad.object.is_literal() || quad.predicate == terms::label) take_vocabulary(quad);
        });
    }

    KnowledgeGraph build() {
        for (const Quad& quad : statements_) add(quad);
        for (const auto& [iri, reification] : reifications_) add_source(reification);
        return builder_.build();
    }

  private:
    GraphBuilder builder_;
    std::vector<Quad> statements_;
    std::set<std::string> vocabulary_;
    std::set<std::string> records_;
    std::set<std::string> hidden_;  ///< provenance
    std::map<std::string, Reification> reifications_;
    std::unordered_map<std::string, Sentence> sentences_;

    void take_vocabulary(const Quad& quad) {
        if (quad.predicate == terms::label && (quad.object.language.empty() || quad.object.language == "en")) {
            builder_.add_label(key_of(quad.subject), quad.object.value);
        } else if (quad.predicate == sub_class_of && quad.object.is_iri()) {
            builder_.add_parent(key_of(quad.subject), quad.object.value);
        }
    }

    void take(const Quad& quad) {
        const std::string subject = key_of(quad.subject);
        if (quad.predicate == terms::type) take_type(subject, quad.object.value);
        if (quad.predicate == sub_class_of) vocabulary_.insert(subject);
        if (take_provenance(subject, quad)) return;
        statements_.push_back(quad);
    }

    void take_type(const std::string& subject, const std::string& type) {
        if (type == terms::news_article || type == terms::quotation) records_.insert(subject);
        if (type == terms::statement || type == terms::activity || type.starts_with(nif_space)) {
            hidden_.insert(subject);
        } else if (type.starts_with(owl_space) || type.starts_with(rdf_space) || type.starts_with(rdfs_space)) {
            vocabulary_.insert(subject);
        }
    }

    /// Keeps what belongs to a source of a statement, and tells if it did.
    bool take_provenance(const std::string& subject, const Quad& quad) {
        const std::string_view predicate = quad.predicate;
        if (predicate == terms::subject) {
            reifications_[subject].subject = key_of(quad.object);
        } else if (predicate == terms::predicate) {
            reifications_[subject].predicate = quad.object.value;
        } else if (predicate == terms::object) {
            reifications_[subject].object = quad.object;
            reifications_[subject].has_object = true;
        } else if (predicate == terms::was_derived_from) {
            reifications_[subject].sentence = key_of(quad.object);
        } else if (predicate == terms::confidence) {
            reifications_[subject].confidence = quad.object.value;
        } else if (predicate == terms::status) {
            reifications_[subject].asserted = false;
        } else if (predicate == terms::nif_anchor_of) {
            sentences_[subject].text = quad.object.value;
        } else if (predicate == terms::nif_context) {
            sentences_[subject].article = key_of(quad.object);
        } else {
            return false;
        }
        return true;
    }

    bool is_provenance(const std::string& subject) const {
        const auto at = reifications_.find(subject);
        return hidden_.contains(subject) || (at != reifications_.end() && at->second.has_object);
    }

    void add(const Quad& quad) {
        const std::string subject = key_of(quad.subject);
        if (is_provenance(subject)) return;
        if (vocabulary_.contains(subject)) return take_vocabulary(quad);
        // Only an article, or what a foreign file groups by, makes a source; a sentence says more than it.
        const Source source{{}, key_of(quad.graph), {}};
        const Source* where = quad.graph.value.empty() ? nullptr : &source;
        if (records_.contains(subject)) builder_.mark_record(subject);
        if (quad.predicate == terms::type && quad.object.is_iri()) {
            builder_.add_type(subject, quad.object.value);
        } else if (!quad.object.is_literal()) {
            const std::string object = key_of(quad.object);
            if (!is_provenance(object)) builder_.add_edge(subject, quad.predicate, object, where);
        } else if (is_one_of(quad.predicate, name_properties) || is_name_of_record(subject, quad.predicate)) {
            builder_.add_name(subject, quad.object.value);
        } else if (is_one_of(quad.predicate, alias_properties)) {
            builder_.add_alias(subject, quad.object.value);
        } else {
            builder_.add_attribute(subject, to_attribute(quad.predicate, quad.object), where);
        }
    }

    /// An article is called by its headline, a quotation by its words.
    bool is_name_of_record(const std::string& subject, std::string_view property) const {
        return (property == terms::headline || property == terms::text) && records_.contains(subject);
    }

    void add_source(const Reification& reification) {
        if (!reification.asserted || !reification.has_object) return;
        Source source{{}, {}, reification.confidence};
        if (const auto at = sentences_.find(reification.sentence); at != sentences_.end()) {
            source.sentence = at->second.text;
            source.article = at->second.article;
        }
        if (reification.object.is_literal()) {
            builder_.add_source(reification.subject, to_attribute(reification.predicate, reification.object), source);
        } else {
            builder_.add_source(reification.subject, reification.predicate, key_of(reification.object), source);
        }
    }
};

}  // namespace

KnowledgeGraph read_graph(const std::vector<std::string>& files, const std::vector<std::string>& vocabularies) {
    Reader reader;
    for (std::size_t at = 0; at < files.size(); ++at) reader.read(files[at], at + 1);
    for (const std::string& path : vocabularies) reader.read_vocabulary(path);
    return reader.build();
}

}  // namespace lede
