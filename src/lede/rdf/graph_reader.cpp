#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <lede/graph/graph_builder.hpp>
#include <lede/graph/graph_file.hpp>
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

/// What is said of a subject that is provenance: a reification, a sentence, an activity.
struct Reification {
    TextId subject = no_text;
    TextId predicate = no_text;
    TextId object = no_text;
    TextId datatype = no_text;  ///< or language with "@"; no_text if the object is no literal
    TextId sentence = no_text;
    TextId confidence = no_text;
    bool asserted = true;
};
struct Sentence {
    TextId text = no_text;
    TextId article = no_text;
};

/// A statement as it waits: which subjects are provenance or vocabulary is known only when all are read.
struct Link {
    TextId subject;
    TextId predicate;
    TextId object;
};
/// One whose object is a literal, or that is in a named graph.
struct Waiting {
    Link link;
    TextId datatype;  ///< or language with "@"; no_text if the object is no literal
    TextId graph;     ///< no_text for the default graph
};

/// A statement whose object waits to be numbered, together with those of the next statements.
struct Kept {
    TextId subject;
    TextId predicate;
    std::uint32_t hash;
    std::size_t begin;
    std::size_t size;
};

class Reader {
  public:
    explicit Reader(const StatementCounter& counter) : counter_(counter) {}

    void read(const std::string& path, std::size_t number) {
        if (is_graph_file(path)) return builder_.add_graph(open_graph_file(path));
        RdfSource source;
        source.path = path;
        source.blank_prefix = "f" + std::to_string(number);
        read_rdf_file(source, [this](const Quad& quad, std::size_t) { take(quad); });
    }

    void read_vocabulary(const std::string& path) {
        read_rdf_file(path, [this](const Quad& quad, std::size_t) { take_vocabulary(quad); });
    }

    KnowledgeGraph build() {
        take_objects();
        marks_.resize(builder_.texts.size());
        for (const auto& [id, reification] : reifications_) {
            if (reification.object != no_text) marks_[id] |= provenance_mark;
        }
        builder_.reserve_edges(links_.size());
        for (const Link& link : links_) add_link(link, nullptr);
        std::vector<Link>().swap(links_);
        for (const Waiting& one : others_) add(one);
        std::vector<Waiting>().swap(others_);
        for (const auto& [id, reification] : reifications_) add_source(reification);
        return builder_.build();
    }

  private:
    static constexpr std::uint8_t vocabulary_mark = 1;
    static constexpr std::uint8_t record_mark = 2;
    static constexpr std::uint8_t provenance_mark = 4;

    const StatementCounter& counter_;
    GraphBuilder builder_;
    std::vector<Link> links_;
    std::vector<Waiting> others_;
    std::vector<std::uint8_t> marks_;  ///< of each text, so far as any is marked
    std::unordered_map<TextId, Reification> reifications_;
    std::unordered_map<TextId, Sentence> sentences_;
    std::unordered_map<TextId, bool> predicates_;  ///< whether a predicate needs more than to be kept
    std::array<Kept, 32> kept_;
    std::size_t kept_count_ = 0;
    std::string kept_texts_;
    std::string key_;
    std::size_t count_ = 0;
    const TextId empty_ = builder_.texts.add("");

    /// The number of a term's value; blank nodes have their "_:" before it.
    TextId text_of(const Term& term) {
        if (term.kind != Term::Kind::blank) return builder_.texts.add(term.value);
        key_.assign("_:").append(term.value);
        return builder_.texts.add(key_);
    }

    TextId datatype_of(const Term& term) {
        if (!term.is_literal()) return no_text;
        if (term.language.empty()) return builder_.texts.add(term.datatype);
        key_.assign("@").append(term.language);
        return builder_.texts.add(key_);
    }

    void mark(TextId id, std::uint8_t marks) {
        if (id >= marks_.size()) marks_.resize(std::max<std::size_t>(id + std::size_t{1}, marks_.size() * 2));
        marks_[id] |= marks;
    }
    bool is(TextId id, std::uint8_t marks) const { return id < marks_.size() && (marks_[id] & marks) != 0; }

    void take_vocabulary(const Quad& quad) {
        if (quad.predicate == terms::label && (quad.object.language.empty() || quad.object.language == "en")) {
            builder_.add_label(builder_.texts[text_of(quad.subject)], quad.object.value);
        } else if (quad.predicate == sub_class_of && quad.object.is_iri()) {
            builder_.add_parent(builder_.texts[text_of(quad.subject)], quad.object.value);
        }
    }

    void take(const Quad& quad) {
        constexpr std::size_t step = 10000;
        if (counter_ && ++count_ % step == 0) counter_(step);
        const TextId subject = text_of(quad.subject);
        const TextId predicate = builder_.texts.add(quad.predicate);
        if (is_special(predicate)) {
            if (quad.predicate == terms::type) take_type(subject, quad.object.value);
            if (quad.predicate == sub_class_of) mark(subject, vocabulary_mark);
            if (quad.predicate == sub_class_of) take_vocabulary(quad);
            if (take_provenance(subject, quad)) return;
        }
        if (quad.object.is_iri() && quad.graph.value.empty()) return keep_object(subject, predicate, quad.object.value);
        const Link link{subject, predicate, text_of(quad.object)};
        const TextId graph = quad.graph.value.empty() ? no_text : text_of(quad.graph);
        others_.push_back({link, datatype_of(quad.object), graph});
    }

    void keep_object(TextId subject, TextId predicate, const std::string& object) {
        Kept& kept = kept_[kept_count_++];
        kept = {subject, predicate, TextPool::hash_of(object), kept_texts_.size(), object.size()};
        kept_texts_ += object;
        builder_.texts.fetch_slot(kept.hash);
        if (kept_count_ == kept_.size()) take_objects();
    }

    /// Numbers the objects that were kept, whose places in memory have been asked for.
    void take_objects() {
        const auto all = std::span(kept_).first(kept_count_);
        for (const Kept& one : all) builder_.texts.fetch_text(one.hash);
        for (const Kept& one : all) {
            const std::string_view object = std::string_view(kept_texts_).substr(one.begin, one.size);
            links_.push_back({one.subject, one.predicate, builder_.texts.add(object, one.hash)});
        }
        kept_count_ = 0;
        kept_texts_.clear();
    }

    /// Told by its number, as few predicates are different.
    bool is_special(TextId predicate) {
        const auto [at, is_new] = predicates_.try_emplace(predicate, false);
        if (is_new) {
            constexpr std::array special{terms::type,       sub_class_of,  terms::subject,
                                         terms::predicate,  terms::object, terms::was_derived_from,
                                         terms::confidence, terms::status, terms::nif_anchor_of,
                                         terms::nif_context};
            at->second = is_one_of(builder_.texts[predicate], special);
        }
        return at->second;
    }

    void take_type(TextId subject, std::string_view type) {
        if (type == terms::news_article || type == terms::quotation) mark(subject, record_mark);
        if (type == terms::statement || type == terms::activity || type.starts_with(nif_space)) {
            mark(subject, provenance_mark);
        } else if (type.starts_with(owl_space) || type.starts_with(rdf_space) || type.starts_with(rdfs_space)) {
            mark(subject, vocabulary_mark);
        }
    }

    /// Keeps what belongs to a source of a statement, and tells if it did.
    bool take_provenance(TextId subject, const Quad& quad) {
        const std::string_view predicate = quad.predicate;
        if (predicate == terms::subject) {
            reifications_[subject].subject = text_of(quad.object);
        } else if (predicate == terms::predicate) {
            reifications_[subject].predicate = builder_.texts.add(quad.object.value);
        } else if (predicate == terms::object) {
            reifications_[subject].object = text_of(quad.object);
            reifications_[subject].datatype = datatype_of(quad.object);
        } else if (predicate == terms::was_derived_from) {
            reifications_[subject].sentence = text_of(quad.object);
        } else if (predicate == terms::confidence) {
            reifications_[subject].confidence = builder_.texts.add(quad.object.value);
        } else if (predicate == terms::status) {
            reifications_[subject].asserted = false;
        } else if (predicate == terms::nif_anchor_of) {
            sentences_[subject].text = builder_.texts.add(quad.object.value);
        } else if (predicate == terms::nif_context) {
            sentences_[subject].article = text_of(quad.object);
        } else {
            return false;
        }
        return true;
    }

    void add_link(const Link& link, const SourceRow* where) {
        if (is(link.subject, vocabulary_mark | provenance_mark)) return;
        if (is(link.subject, record_mark)) builder_.mark_record(link.subject);
        if (builder_.texts[link.predicate] == terms::type) {
            builder_.add_type(link.subject, link.object);
        } else if (!is(link.object, provenance_mark)) {
            builder_.add_edge(link.subject, link.predicate, link.object, where);
        }
    }

    void add(const Waiting& one) {
        // A graph is the article that says so, or what a foreign file groups by.
        const SourceRow source{empty_, one.graph, empty_};
        const SourceRow* where = one.graph == no_text ? nullptr : &source;
        if (one.datatype == no_text) return add_link(one.link, where);
        const auto [subject, property, object] = one.link;
        const std::string_view predicate = builder_.texts[property];
        if (is(subject, vocabulary_mark)) {
            const std::string_view language = builder_.texts[one.datatype];
            if (predicate == terms::label && (language.empty() || language == "@en"))
                builder_.add_label(builder_.texts[subject], builder_.texts[object]);
            return;
        }
        if (is(subject, provenance_mark)) return;
        if (is(subject, record_mark)) builder_.mark_record(subject);
        if (is_one_of(predicate, name_properties) || is_name_of_record(subject, predicate)) {
            builder_.add_name(subject, object);
        } else if (is_one_of(predicate, alias_properties)) {
            builder_.add_alias(subject, object);
        } else {
            builder_.add_attribute(subject, {property, object, one.datatype}, where);
        }
    }

    /// An article is called by its headline, a quotation by its words.
    bool is_name_of_record(TextId subject, std::string_view property) const {
        return (property == terms::headline || property == terms::text) && is(subject, record_mark);
    }

    TextId or_empty(TextId id) const { return id == no_text ? empty_ : id; }

    void add_source(const Reification& reification) {
        const bool whole =
            reification.object != no_text && reification.subject != no_text && reification.predicate != no_text;
        if (!reification.asserted || !whole) return;
        SourceRow source{empty_, empty_, or_empty(reification.confidence)};
        if (const auto at = sentences_.find(reification.sentence); at != sentences_.end()) {
            source.sentence = or_empty(at->second.text);
            source.article = or_empty(at->second.article);
        }
        if (reification.datatype == no_text) {
            builder_.add_source(reification.subject, reification.predicate, reification.object, source);
        } else {
            builder_.add_source(reification.subject, {reification.predicate, reification.object, reification.datatype},
                                source);
        }
    }
};

}  // namespace

KnowledgeGraph read_graph(const std::vector<std::string>& files, const std::vector<std::string>& vocabularies,
                          const StatementCounter& counter) {
    if (files.size() == 1 && is_graph_file(files.front())) return open_graph_file(files.front());
    Reader reader(counter);
    for (std::size_t at = 0; at < files.size(); ++at) reader.read(files[at], at + 1);
    for (const std::string& path : vocabularies) reader.read_vocabulary(path);
    return reader.build();
}

}  // namespace lede
