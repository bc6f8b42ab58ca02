#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <lede/rdf/graph_reader.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {
namespace {

constexpr std::string_view rdf_space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view rdfs_space = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view owl_space = "http://www.w3.org/2002/07/owl#";
constexpr std::string_view nif_space = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

constexpr std::array name_properties{terms::name, terms::label,
                                     std::string_view("http://www.w3.org/2004/02/skos/core#prefLabel"),
                                     std::string_view("http://xmlns.com/foaf/0.1/name")};
constexpr std::array alias_properties{terms::alternate_name,
                                      std::string_view("http://www.w3.org/2004/02/skos/core#altLabel")};

template <std::size_t size>
bool is_one_of(std::string_view iri, const std::array<std::string_view, size>& list) {
    return std::find(list.begin(), list.end(), iri) != list.end();
}

std::string key_of(const Term& term) {
    return term.kind == Term::Kind::blank ? "_:" + term.value : term.value;
}

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

/// Texts by number, each kept once: a graph says the same IRIs again and again.
class Texts {
  public:
    using Id = std::uint32_t;

    Id add(std::string_view text) {
        if (const auto at = index_.find(text); at != index_.end()) return at->second;
        const auto id = static_cast<Id>(texts_.size());
        // A deque does not move its strings, so that the index may look at them.
        index_.emplace(texts_.emplace_back(text), id);
        return id;
    }
    const std::string& operator[](Id id) const { return texts_[id]; }

  private:
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, Id> index_;
};

/// A statement as it waits: which subjects are provenance or vocabulary is known only when all are read.
struct Waiting {
    Texts::Id subject;
    Texts::Id predicate;
    Texts::Id object;
    Texts::Id datatype;  ///< or language with "@"
    Texts::Id graph;
    bool literal;
};

class Reader {
  public:
    void read(const std::string& path, std::size_t number) {
        const RdfSource source{path, "f" + std::to_string(number), {}, {}, {}};
        read_rdf_file(source, [this](const Quad& quad, std::size_t) { take(quad); });
    }

    void read_vocabulary(const std::string& path) {
        read_rdf_file(path, [this](const Quad& quad, std::size_t) { take_vocabulary(quad); });
    }

    KnowledgeGraph build() {
        for (const Waiting& one : waiting_) add(one);
        for (const auto& [iri, reification] : reifications_) add_source(reification);
        return builder_.build();
    }

  private:
    GraphBuilder builder_;
    Texts texts_;
    std::vector<Waiting> waiting_;
    std::unordered_set<std::string> vocabulary_;
    std::unordered_set<std::string> records_;
    std::unordered_set<std::string> hidden_;  ///< provenance
    std::unordered_map<std::string, Reification> reifications_;
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
        if (quad.predicate == sub_class_of) take_vocabulary(quad);
        if (take_provenance(subject, quad)) return;
        const Term& object = quad.object;
        const std::string datatype = object.language.empty() ? object.datatype : "@" + object.language;
        waiting_.push_back({texts_.add(subject), texts_.add(quad.predicate), texts_.add(key_of(object)),
                            texts_.add(datatype), texts_.add(key_of(quad.graph)), object.is_literal()});
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

    void add(const Waiting& one) {
        const std::string& subject = texts_[one.subject];
        const std::string& predicate = texts_[one.predicate];
        const std::string& object = texts_[one.object];
        if (vocabulary_.contains(subject)) {
            const std::string& language = texts_[one.datatype];
            if (predicate == terms::label && (language.empty() || language == "@en"))
                builder_.add_label(subject, object);
            return;
        }
        if (is_provenance(subject)) return;
        // A graph is the article that says so, or what a foreign file groups by.
        const Source source{{}, texts_[one.graph], {}};
        const Source* where = source.article.empty() ? nullptr : &source;
        if (records_.contains(subject)) builder_.mark_record(subject);
        if (!one.literal && predicate == terms::type) {
            builder_.add_type(subject, object);
        } else if (!one.literal) {
            if (!is_provenance(object)) builder_.add_edge(subject, predicate, object, where);
        } else if (is_one_of(predicate, name_properties) || is_name_of_record(subject, predicate)) {
            builder_.add_name(subject, object);
        } else if (is_one_of(predicate, alias_properties)) {
            builder_.add_alias(subject, object);
        } else {
            builder_.add_attribute(subject, {predicate, object, texts_[one.datatype], {}}, where);
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
