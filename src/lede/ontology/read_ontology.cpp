#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/utf8.hpp>
#include <lede/ontology/read_ontology.hpp>
#include <lede/ontology/vocabulary.hpp>

namespace lede {
namespace {

using Statements = std::vector<OntologyStatement>;

/// All that a file says of one subject, in the order of the file.
struct Description {
    std::string iri;
    Statements statements;

    std::size_t line() const { return statements.front().line; }
};

std::vector<Description> read_descriptions(const std::filesystem::path& path, const StatementReader& reader) {
    std::vector<Description> result;
    std::unordered_map<std::string, std::size_t> index;
    reader(path, [&](const OntologyStatement& statement) {
        // A blank node is a restriction or a list of OWL, which says nothing that is used here.
        if (statement.subject.starts_with("_:")) return;
        const auto [at, is_new] = index.try_emplace(statement.subject, result.size());
        if (is_new) result.push_back({statement.subject, {}});
        result[at->second].statements.push_back(statement);
    });
    return result;
}

bool is_english(const OntologyStatement& statement) {
    return statement.language.empty() || statement.language == "en" || statement.language.starts_with("en-");
}

/// What a subject's types make of it.
struct Kinds {
    bool ontology_class = false;
    bool property = false;
    bool symmetric = false;
    bool functional = false;
    bool datatype = false;
    bool object = false;
    bool described = false;  ///< typed with any word of OWL, RDF or RDFS
    std::string individual_of;
};

Kinds find_kinds(const Description& description) {
    using namespace vocabulary;
    Kinds kinds;
    for (const OntologyStatement& statement : description.statements) {
        if (statement.predicate != type || !statement.object_is_iri) continue;
        const std::string_view object = statement.object;
        auto is = [&](std::string_view space, std::string_view name) {
            return object.starts_with(space) && object.substr(space.size()) == name;
        };
        kinds.ontology_class |= is(owl, "Class") || is(rdfs, "Class");
        kinds.symmetric |= is(owl, "SymmetricProperty");
        kinds.functional |= is(owl, "FunctionalProperty");
        kinds.object |= is(owl, "ObjectProperty") || is(owl, "SymmetricProperty");
        kinds.datatype |= is(owl, "DatatypeProperty");
        kinds.property |= is(rdf, "Property") || kinds.functional;
        const bool words = object.starts_with(owl) || object.starts_with(rdf) || object.starts_with(rdfs);
        kinds.described |= words;
        if (!words && kinds.individual_of.empty()) kinds.individual_of = object;
    }
    return kinds;
}

bool describes_property(const Description& description) {
    using namespace vocabulary;
    static constexpr std::array says{domain,          range,   domain_includes, range_includes,
                                     sub_property_of, example, counter_example};
    return std::any_of(description.statements.begin(), description.statements.end(),
                       [](const OntologyStatement& statement) {
                           return std::find(says.begin(), says.end(), statement.predicate) != says.end();
                       });
}

std::optional<Datatype> find_datatype(std::string_view iri) {
    if (iri == "http://www.w3.org/2000/01/rdf-schema#Literal") return Datatype::string;
    for (Datatype one : {Datatype::string, Datatype::integer, Datatype::decimal, Datatype::date, Datatype::year_month,
                         Datatype::year, Datatype::boolean, Datatype::any_uri, Datatype::amount_of_money}) {
        if (iri == iri_of(one)) return one;
    }
    return std::nullopt;
}

void append_unique(std::vector<std::string>& items, const std::string& item) {
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

/// Turns the descriptions of one file into items of the ontology.
class FileReader {
  public:
    FileReader(const std::filesystem::path& path, Ontology& ontology, const DiagnosticSink& sink)
        : path_(path.string()), ontology_(ontology), sink_(sink) {}

    void read(const Description& description) {
        const Kinds kinds = find_kinds(description);
        try {
            const bool is_class = kinds.ontology_class || (!kinds.described && ontology_.find_class(description.iri));
            const bool called_property = kinds.property || kinds.object || kinds.datatype;
            const bool is_property =
                called_property || (!is_class && (ontology_.find_property(description.iri) ||
                                                  (!kinds.described && describes_property(description))));
            // One IRI may name a class and a property, which have nothing in common then ("punning" of OWL 2).
            if (is_class) read_class(description);
            if (is_property) {
                read_property(description, kinds);
            } else if (is_class) {
                return;
            } else if (!kinds.individual_of.empty()) {
                read_individual(description, kinds.individual_of);
            } else if (!kinds.described) {
                warn(description.line(), "<" + description.iri + "> has no rdf:type and is left out; give it a class");
            }
        } catch (const InputError&) {
            throw;
        } catch (const Error& error) {
            fail(description.line(), error.what());
        }
    }

  private:
    std::string path_;
    Ontology& ontology_;
    const DiagnosticSink& sink_;

    [[noreturn]] void fail(std::size_t line, const std::string& what) const { throw InputError(path_, line, 0, what); }

    void warn(std::size_t line, const std::string& message) const {
        if (sink_) sink_({Severity::warning, line > 0 ? path_ + ":" + std::to_string(line) : path_, message});
    }

    void warn_unknown_term(const OntologyStatement& statement) const {
        using namespace vocabulary;
        if (!statement.predicate.starts_with(lede)) return;
        for (std::string_view term : {noun, example, counter_example, extracted, from_model, has_term, shares_names}) {
            if (statement.predicate == term) return;
        }
        if (ontology_.find_property(statement.predicate)) return;
        warn(statement.line, "<" + statement.predicate +
                                 "> is not a word of an ontology file; those are lede:noun, lede:example, "
                                 "lede:counterExample, lede:extracted, lede:fromModel, lede:hasTerm and lede:sharesNames");
    }

    bool read_boolean(const OntologyStatement& statement) const {
        if (statement.object == "true" || statement.object == "1") return true;
        if (statement.object == "false" || statement.object == "0") return false;
        fail(statement.line, "lede:" + statement.predicate.substr(vocabulary::lede.size()) + " is \"" +
                                 statement.object + "\"; write true or false");
    }

    /// A noun or example in another language is of no use to the English models.
    bool is_usable(const OntologyStatement& statement) const {
        if (is_english(statement)) return true;
        warn(statement.line,
             "\"" + statement.object + "\"@" + statement.language + " is left out; the models read English (@en)");
        return false;
    }

    void read_class(const Description& description) {
        using namespace vocabulary;
        OntologyClass item;
        item.iri = description.iri;
        for (const OntologyStatement& statement : description.statements) {
            const std::string& predicate = statement.predicate;
            if (predicate == vocabulary::label) {
                if (is_english(statement) && item.label.empty()) item.label = statement.object;
            } else if (predicate == sub_class_of) {
                if (statement.object_is_iri) append_unique(item.parents, statement.object);
            } else if (predicate == disjoint_with) {
                if (statement.object_is_iri) append_unique(item.disjoint, statement.object);
            } else if (predicate == noun) {
                if (is_usable(statement)) append_unique(item.nouns, to_lower(statement.object));
            } else if (predicate == vocabulary::extracted) {
                item.extracted = read_boolean(statement);
            } else if (predicate == vocabulary::shares_names) {
                item.shares_names = read_boolean(statement);
            } else {
                warn_unknown_term(statement);
            }
        }
        ontology_.add(std::move(item));
    }

    void read_property(const Description& description, const Kinds& kinds) {
        Property item;
        item.iri = description.iri;
        item.symmetric = kinds.symmetric;
        item.functional = kinds.functional;
        for (const OntologyStatement& statement : description.statements) read_property_statement(statement, item);
        const Property* known = ontology_.find_property(item.iri);
        if (kinds.datatype && item.range.empty() && !item.datatype && !known) item.datatype = Datatype::string;
        const bool has_kind = kinds.object || kinds.datatype || item.datatype || !item.range.empty() || known;
        if (!has_kind) {
            fail(description.line(),
                 "<" + item.iri + "> has no kind; make it an owl:ObjectProperty or an owl:DatatypeProperty");
        }
        if (item.datatype && (kinds.object || !item.range.empty())) {
            fail(description.line(),
                 "<" + item.iri + "> has both classes and a datatype as its range; make two properties of it");
        }
        if (kinds.datatype && !item.range.empty()) {
            fail(description.line(), "<" + item.iri + "> is an owl:DatatypeProperty, but its range <" +
                                         item.range.front() +
                                         "> is no datatype of XML Schema; make it an owl:ObjectProperty");
        }
        ontology_.add(std::move(item));
    }

    void read_property_statement(const OntologyStatement& statement, Property& item) {
        using namespace vocabulary;
        const std::string& predicate = statement.predicate;
        if (predicate == vocabulary::example || predicate == counter_example) {
            if (is_usable(statement)) item.examples.push_back(read_example(statement));
        } else if (predicate == vocabulary::domain || predicate == domain_includes) {
            if (!statement.object_is_iri)
                fail(statement.line, "the domain of <" + item.iri +
                                         "> must be the IRI of a class; "
                                         "give several classes with schema:domainIncludes");
            append_unique(item.domain, statement.object);
        } else if (predicate == vocabulary::range || predicate == range_includes) {
            read_range(statement, item);
        } else if (predicate == vocabulary::label) {
            if (is_english(statement) && item.label.empty()) item.label = statement.object;
        } else if (predicate == sub_property_of) {
            if (statement.object_is_iri) append_unique(item.super, statement.object);
        } else if (predicate == inverse_of) {
            if (statement.object_is_iri) item.inverse = statement.object;
        } else if (predicate == vocabulary::extracted) {
            item.extracted = read_boolean(statement);
        } else if (predicate == vocabulary::from_model) {
            item.from_model = read_boolean(statement);
        } else if (predicate == vocabulary::has_term) {
            item.has_term = read_boolean(statement);
        } else if (predicate == min_inclusive) {
            item.minimum = read_whole_number(statement);
        } else {
            warn_unknown_term(statement);
        }
    }

    long long read_whole_number(const OntologyStatement& statement) const {
        long long number = 0;
        const char* end = statement.object.data() + statement.object.size();
        const auto [stop, problem] = std::from_chars(statement.object.data(), end, number);
        if (problem != std::errc() || stop != end)
            fail(statement.line, "sh:minInclusive is \"" + statement.object + "\"; write a whole number");
        return number;
    }

    void read_range(const OntologyStatement& statement, Property& item) const {
        const std::optional<Datatype> datatype = find_datatype(statement.object);
        if (!statement.object_is_iri || (!datatype && statement.object.starts_with(vocabulary::xsd))) {
            fail(statement.line, "the range " + statement.object + " of <" + item.iri +
                                     "> is neither a class nor one of xsd:string, "
                                     "xsd:integer, xsd:decimal, xsd:date, xsd:gYearMonth, xsd:gYear, xsd:boolean, "
                                     "xsd:anyURI, lede:amountOfMoney; give several classes with schema:rangeIncludes");
        }
        if (!datatype) return append_unique(item.range, statement.object);
        // Dates are as precise as the text, so that the three types of date beside each other mean the same as xsd:date
        // alone.
        item.datatype = item.datatype && *item.datatype != *datatype
                            ? merge_datatypes(*item.datatype, *datatype, statement)
                            : *datatype;
    }

    Datatype merge_datatypes(Datatype a, Datatype b, const OntologyStatement& statement) const {
        auto is_date = [](Datatype type) {
            return type == Datatype::date || type == Datatype::year_month || type == Datatype::year;
        };
        if (is_date(a) && is_date(b)) return Datatype::date;
        fail(statement.line, "<" + statement.subject + "> has two datatypes as its range; keep one");
    }

    Example read_example(const OntologyStatement& statement) const {
        std::string problem;
        const bool positive = statement.predicate == vocabulary::example;
        std::optional<Example> example = parse_example(statement.object, problem, positive);
        if (!example) fail(statement.line, "the example \"" + statement.object + "\" has " + problem);
        return *std::move(example);
    }

    void read_individual(const Description& description, const std::string& class_iri) {
        using namespace vocabulary;
        Individual item{description.iri, class_iri, {}, {}};
        for (const OntologyStatement& statement : description.statements) {
            const std::string& predicate = statement.predicate;
            if (statement.object_is_iri || statement.object.empty()) continue;
            const bool is_name = predicate == vocabulary::label || predicate == schema_name || predicate == pref_label;
            if (is_name && item.name.empty() && is_english(statement)) {
                item.name = statement.object;
            } else if (is_name || predicate == alt_label || predicate == schema_alternate_name) {
                append_unique(item.aliases, statement.object);
            }
        }
        if (item.name.empty() && !item.aliases.empty()) {
            item.name = item.aliases.front();
        }
        std::erase(item.aliases, item.name);
        if (item.name.empty()) {
            warn(description.line(),
                 "<" + item.iri + "> has no name and can not be found in a text; add an rdfs:label");
        } else {
            ontology_.add(std::move(item));
        }
    }
};

}  // namespace

void read_ontology(const std::filesystem::path& path, const StatementReader& reader, Ontology& ontology,
                   const DiagnosticSink& sink) {
    FileReader file(path, ontology, sink);
    for (const Description& description : read_descriptions(path, reader)) file.read(description);
}

}  // namespace lede
