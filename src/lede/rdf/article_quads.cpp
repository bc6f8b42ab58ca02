#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/iri.hpp>
#include <lede/rdf/term.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {
namespace {

constexpr std::array provenance_names{"none", "graph", "sentence", "rdf12"};

/// Number of code points before each byte of a text.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text) {
        before_.reserve(text.size() + 1);
        std::uint32_t count = 0;
        for (char c : text) {
            before_.push_back(count);
            // Bytes 10xxxxxx continue a code point.
            count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        }
        before_.push_back(count);
    }
    Span of(Span bytes) const { return {before_.at(bytes.begin), before_.at(bytes.end)}; }

  private:
    std::vector<std::uint32_t> before_;
};

/// "0.93": two digits are more than the score is good for, and a decimal point makes it an xsd:decimal in Turtle. The
/// canonical form ("0.9", not "0.90"), as some stores keep numbers in it and then do not find the other one again
/// (Jena's TDB2, issue 3404). By whole numbers, so that no locale changes the point.
std::string to_decimal(double confidence) {
    const long hundredths = std::lround(std::clamp(confidence, 0.0, 1.0) * 100);
    std::string digits = std::to_string(100 + hundredths % 100).substr(1);
    if (digits.back() == '0') digits.pop_back();
    return std::to_string(hundredths / 100) + "." + digits;
}

Term to_term(const Literal& literal) {
    return make_literal(literal.lexical, iri_of(literal.datatype));
}

/// Collects the statements of one article.
class Builder {
  public:
    Builder(const ArticleFacts& facts, const RdfOptions& options)
        : facts_(facts), options_(options), points_(facts.text), article_(iri_of(facts.article, options)) {
        if (options.provenance == Provenance::graph) graph_ = make_iri(article_);
        for (const Entity& entity : facts.entities) iris_.push_back(iri_of(entity, facts.article, options));
    }

    std::vector<std::string> run() {
        add_article();
        for (std::size_t i = 0; i < facts_.entities.size(); ++i) add_entity(facts_.entities[i], iris_[i]);
        for (std::size_t i = 0; i < facts_.quotations.size(); ++i) add_quotation(facts_.quotations[i], i + 1);
        for (const Fact& fact : facts_.facts) add_fact(fact);
        if (options_.provenance != Provenance::none) add_activity();
        std::sort(lines_.begin(), lines_.end());
        lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
        return std::move(lines_);
    }

  private:
    const ArticleFacts& facts_;
    const RdfOptions& options_;
    CodePoints points_;
    std::string article_;
    Term graph_;
    std::vector<std::string> iris_;
    std::vector<std::string> lines_;

    void add(const std::string& subject, std::string_view predicate, Term object) {
        lines_.push_back(to_nquad({make_iri(subject), std::string(predicate), std::move(object), graph_}));
    }
    void add_link(const std::string& subject, std::string_view predicate, std::string_view object) {
        add(subject, predicate, make_iri(object));
    }
    void add_text(const std::string& subject, std::string_view predicate, const std::string& text) {
        if (!text.empty()) add(subject, predicate, make_literal(text));
    }

    /// A part of the article: `#char=…` is RFC 5147. An IRI has but one fragment, so under a base with one the part is
    /// a path.
    std::string part(const char* what, const std::string& which) const {
        return article_ + (options_.base.find('#') == std::string::npos ? "#" : "/") + what + "=" + which;
    }

    std::string place(const char* what, Span bytes) const {
        const Span span = points_.of(bytes);
        return part(what, std::to_string(span.begin) + "," + std::to_string(span.end));
    }

    void add_article() {
        const ArticleInfo& info = facts_.article;
        add_link(article_, terms::type, terms::news_article);
        add_text(article_, terms::headline, info.headline);
        add_text(article_, terms::in_language, info.language);
        if (info.date) add(article_, terms::date_published, to_term(to_literal(*info.date)));
        if (!info.url.empty()) add(article_, terms::url, make_literal(info.url, lede::iri_of(Datatype::any_uri)));
        if (!info.author.empty()) add_link(article_, terms::author, named(info.author, terms::person));
        if (!info.publisher.empty()) add_link(article_, terms::publisher, named(info.publisher, terms::organization));
        for (const std::string& iri : iris_) add_link(article_, terms::mentions, iri);
    }

    /// The entity of that name in the text, or one of the given class made for it.
    std::string named(const std::string& name, std::string_view class_iri) {
        for (std::size_t i = 0; i < facts_.entities.size(); ++i) {
            const Entity& entity = facts_.entities[i];
            const bool is_alias = std::find(entity.aliases.begin(), entity.aliases.end(), name) != entity.aliases.end();
            if (entity.name == name || is_alias) return iris_[i];
        }
        const std::string iri = entity_iri(options_.base, class_iri, name);
        add_link(iri, terms::type, class_iri);
        add_text(iri, terms::name, name);
        return iri;
    }

    void add_entity(const Entity& entity, const std::string& iri) {
        if (!entity.class_iri.empty()) add_link(iri, terms::type, entity.class_iri);
        add_text(iri, terms::name, entity.name);
        for (const std::string& alias : entity.aliases) add_text(iri, terms::alternate_name, alias);
    }

    void add_quotation(const Quotation& quotation, std::size_t position) {
        const std::string iri = place("quotation", quotation.span);
        add_link(iri, terms::type, terms::quotation);
        add_text(iri, terms::text, quotation.text);
        add_link(iri, terms::is_part_of, article_);
        add(iri, terms::position, to_term(to_literal(static_cast<long long>(position))));
        if (quotation.speaker) add_link(iri, terms::creator, iris_.at(*quotation.speaker));
        if (has_sentences()) add_link(iri, terms::was_derived_from, add_sentence(quotation.sentence));
    }

    bool has_sentences() const {
        return options_.provenance == Provenance::sentence || options_.provenance == Provenance::rdf12;
    }

    /// Symmetric pairs stand in the order of their names: those of the classes may change when graphs are merged.
    bool is_swapped(const Fact& fact) const {
        const auto* object = std::get_if<EntityId>(&fact.object);
        if (!object || !options_.symmetric.contains(fact.property_iri)) return false;
        const std::string& a = iris_.at(fact.subject);
        const std::string& b = iris_.at(*object);
        return std::tuple(local_name(b), b) < std::tuple(local_name(a), a);
    }

    void add_fact(const Fact& fact) {
        if (fact.confidence() < options_.min_confidence) return;
        if (fact.status != Status::asserted && !has_sentences()) return;
        const auto* entity = std::get_if<EntityId>(&fact.object);
        Term subject = make_iri(iris_.at(fact.subject));
        Term object = entity ? make_iri(iris_.at(*entity)) : to_term(std::get<Literal>(fact.object));
        if (is_swapped(fact)) std::swap(subject, object);
        const std::string property = property_iri_of(fact, options_);
        if (!fact.phrase.empty()) add_property(property, fact.phrase);
        if (fact.status == Status::asserted) add(subject.value, property, object);
        if (has_sentences()) add_statement(fact, subject, property, object);
    }

    /// What an open property is, so that nobody takes it for one of the vocabulary. Its objects are things or words.
    void add_property(const std::string& iri, const std::string& phrase) {
        add_link(iri, terms::type, terms::property);
        add_link(iri, terms::type, terms::open_property);
        Term label = make_literal(phrase);
        label.language = "en";
        add(iri, terms::label, std::move(label));
    }

    /// The node that says where the fact is from: its sentence, how sure it is, and its status if it is not asserted.
    void add_statement(const Fact& fact, const Term& subject, const std::string& property, const Term& object) {
        std::string triple = to_ntriples(subject);
        append_iri(triple += ' ', property);
        append_ntriples(triple += ' ', object);
        // One sentence may both claim and deny the same, so the status is a part of what is named.
        const std::string name = triple + " " + to_string(fact.status);
        const std::string iri = part("fact", to_hex(hash_of(name)));
        if (options_.provenance == Provenance::rdf12) {
            std::string line = to_ntriples(make_iri(iri));
            append_iri(line += ' ', terms::reifies);
            lines_.push_back(line + " <<( " + triple + " )>> .");
        } else {
            add_link(iri, terms::type, terms::statement);
            add(iri, terms::subject, subject);
            add_link(iri, terms::predicate, property);
            add(iri, terms::object, object);
        }
        add(iri, terms::confidence, make_literal(to_decimal(fact.confidence()), lede::iri_of(Datatype::decimal)));
        if (!fact.evidence.empty())
            add_link(iri, terms::was_derived_from, add_sentence(fact.evidence.front().sentence));
        if (fact.start) add(iri, terms::start_date, to_term(*fact.start));
        if (fact.end) add(iri, terms::end_date, to_term(*fact.end));
        if (fact.status != Status::asserted) add_text(iri, terms::status, to_string(fact.status));
    }

    std::string add_sentence(Span bytes) {
        const std::string iri = place("char", bytes);
        const Span span = points_.of(bytes);
        add_link(iri, terms::type, terms::nif_sentence);
        add_text(iri, terms::nif_anchor_of, std::string(slice(facts_.text, bytes)));
        add(iri, terms::nif_begin, make_literal(std::to_string(span.begin), terms::non_negative_integer));
        add(iri, terms::nif_end, make_literal(std::to_string(span.end), terms::non_negative_integer));
        add_link(iri, terms::nif_context, article_);
        return iri;
    }

    /// Once a run: equal lines of all articles become one when they are merged.
    void add_activity() {
        const Activity& activity = options_.activity;
        const std::string made_of = activity.version + "\n" + activity.options + "\n" + activity.model;
        const std::string iri = options_.base + "activity/" + to_hex(hash_of(made_of));
        graph_ = {};
        add_link(iri, terms::type, terms::activity);
        add_text(iri, terms::label, "lede " + activity.version);
        add_text(iri, terms::software_version, activity.version);
        add_text(iri, terms::options, activity.options);
        add_text(iri, terms::model, activity.model);
        add_link(iri, terms::used, article_);
    }
};

}  // namespace

std::optional<Provenance> parse_provenance(std::string_view name) {
    const auto at = std::find(provenance_names.begin(), provenance_names.end(), name);
    if (at == provenance_names.end()) return std::nullopt;
    return static_cast<Provenance>(at - provenance_names.begin());
}

const char* to_string(Provenance provenance) {
    return provenance_names[static_cast<std::size_t>(provenance)];
}

Provenance usable_provenance(Provenance wanted, Syntax syntax, const DiagnosticSink& sink) {
    if (wanted != Provenance::graph || has_graphs(syntax)) return wanted;
    if (sink) {
        sink({Severity::warning,
              {},
              std::string(to_string(syntax)) + " has no named graphs, so the facts are written without their "
                                               "articles; use --to trig or nquads, or --provenance sentence"});
    }
    return Provenance::none;
}

std::string iri_of(const ArticleInfo& article, const RdfOptions& options) {
    return article_iri(options.base, article.id);
}

std::string iri_of(const Entity& entity, const ArticleInfo& article, const RdfOptions& options) {
    if (!entity.named) return iri_of(article, options) + "#" + name_slug(entity.name);
    return entity.iri.empty() ? entity_iri(options.base, entity.class_iri, entity.name) : entity.iri;
}

std::string property_iri_of(const Fact& fact, const RdfOptions& options) {
    return fact.phrase.empty() ? fact.property_iri : open_property_iri(options.base, fact.phrase);
}

std::vector<std::string> to_nquads(const ArticleFacts& facts, const RdfOptions& options) {
    return Builder(facts, options).run();
}

}  // namespace lede
