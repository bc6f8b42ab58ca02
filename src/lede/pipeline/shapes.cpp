#include <map>
#include <set>
#include <vector>

#include <lede/model/literal.hpp>
#include <lede/ontology/vocabulary.hpp>
#include <lede/pipeline/known_terms.hpp>
#include <lede/pipeline/shapes.hpp>
#include <lede/pipeline/validate_graph.hpp>
#include <lede/rdf/iri.hpp>
#include <lede/rdf/record_rules.hpp>
#include <lede/rdf/term.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

constexpr std::string_view head =
    R"(# SHACL shapes of the graphs that lede writes. This file is made of the ontology: change that, and then
#
#     lede validate --shapes > ontology/shapes.ttl
#
# The validator needs the ontology, too: its class tree, so that a schema:TVSeries counts as a schema:CreativeWork, and its terms.
#
#     cat ontology/{lede,people,works,organisations,events-places}.ttl > all.ttl
#     pyshacl -s ontology/shapes.ttl -e all.ttl graph.ttl
#
# The shapes say the same as `lede validate`, and each message begins with the word that it has for the offence.

)";

/// The name of a property in a shape, if it can be written as prefix:name; else the whole IRI.
std::string in_turtle(std::string_view iri) {
    const std::string name = short_iri(iri);
    if (name.front() != '<' &&
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:-") ==
            std::string::npos)
        return name;
    std::string term;
    append_iri(term, iri);
    return term;
}

std::string turtle_string(std::string_view text) {
    std::string result;
    append_quoted(result, text);
    return result;
}

/// As a regular expression that matches this text alone.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view("\\.[]{}()*+?^$|").find(c) != std::string_view::npos) result += "\\\\";
        result += c;
    }
    return result;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

std::string any_of(const std::vector<std::string>& constraints) {
    if (constraints.size() == 1) return constraints.front();
    std::string text = "sh:or (";
    for (const std::string& one : constraints) text += " [ " + one + " ]";
    return text + " )";
}

std::string classes(const std::vector<std::string>& iris) {
    std::vector<std::string> constraints;
    for (const std::string& iri : iris) constraints.push_back("sh:class " + in_turtle(iri));
    return any_of(constraints);
}

std::string message(const char* kind, const std::string& words) {
    return "sh:message " + turtle_string(std::string(kind) + ": " + words);
}

std::string in_words(const std::vector<std::string>& iris) {
    std::vector<std::string> names;
    for (const std::string& iri : iris) names.push_back(short_iri(iri));
    return join(names, " or ");
}

/// Engines check the form of a datatype's values (SHACL, section 4.1.2), but some do not know that of two of XML
/// Schema, and none that of amounts.
std::string pattern_of(Datatype type) {
    const std::string year = "^-?([1-9][0-9]{3,}|0[0-9]{3})";
    const std::string zone = "(Z|[+-][0-9]{2}:[0-9]{2})?$";
    if (type == Datatype::amount_of_money)
        return " ; sh:pattern " + turtle_string("^[A-Z]{3} (0|[1-9][0-9]*)(\\.[0-9]*[1-9])?$");
    if (type == Datatype::year_month) return " ; sh:pattern " + turtle_string(year + "-(0[1-9]|1[0-2])" + zone);
    return type == Datatype::year ? " ; sh:pattern " + turtle_string(year + zone) : std::string();
}

std::string datatypes(Datatype type) {
    std::vector<Datatype> all{type};
    if (type == Datatype::date) all = {Datatype::date, Datatype::year_month, Datatype::year};
    std::vector<std::string> constraints;
    for (const Datatype one : all)
        constraints.push_back("sh:datatype " + in_turtle(lede::iri_of(one)) + pattern_of(one));
    return any_of(constraints);
}

/// Two values of which neither is a date in the other.
std::string functional(const std::string& iri) {
    const std::string property = "<" + iri + ">";
    return "sh:sparql [ " + message(offences::functional, short_iri(iri) + " has one value") +
           " ;\n        sh:select \"\"\"SELECT DISTINCT $this (" + property + " AS ?path) ?value WHERE { $this " +
           property +
           " ?value , ?other . FILTER ( STR(?value) != STR(?other) && !STRSTARTS(STR(?value), CONCAT(STR(?other), "
           "\"-\")) && "
           "!STRSTARTS(STR(?other), CONCAT(STR(?value), \"-\")) ) }\"\"\" ]";
}

class ShapeWriter {
  public:
    explicit ShapeWriter(const Ontology& ontology) : ontology_(ontology), terms_(ontology) {}

    std::string run() {
        text_ = head;
        std::map<std::string, std::string> prefixes;
        for (const auto& [prefix, space] : terms::prefixes) prefixes[std::string(prefix)] = space;
        prefixes["sh"] = "http://www.w3.org/ns/shacl#";
        prefixes["shape"] = "https://w3id.org/lede/shapes#";
        for (const auto& [prefix, space] : prefixes) text_ += "@prefix " + prefix + ": <" + space + "> .\n";
        section("things");
        add_things();
        add_disjoint();
        add_unknown();
        section("articles, quotations and provenance");
        add_records();
        section("properties");
        for (const Property& property : ontology_.properties()) add(property);
        return std::move(text_);
    }

  private:
    const Ontology& ontology_;
    KnownTerms terms_;
    std::set<std::string> names_;
    std::string text_;

    void section(std::string_view name) {
        text_.append("\n\n# ---------------------------------------------------------------- ")
            .append(name)
            .append("\n");
    }

    void shape(std::string_view name, const std::vector<std::string>& lines) {
        std::string unique(name);
        for (int number = 2; !names_.insert(unique).second; ++number)
            unique = std::string(name) + "-" + std::to_string(number);
        text_ += "\nshape:" + unique + " a sh:NodeShape";
        for (const std::string& line : lines) text_ += " ;\n    " + line;
        text_ += " .\n";
    }

    /// What an article's entity must have; its own records are of other classes.
    void add_things() {
        std::vector<std::string> targets;
        std::vector<std::string> named{"sh:property [ sh:path " + in_turtle(terms::name) + " ; sh:minCount 1 ]"};
        for (const OntologyClass& one : ontology_.classes()) {
            if (one.extracted) {
                targets.push_back(in_turtle(one.iri));
            } else {
                named.push_back("sh:class " + in_turtle(one.iri));
            }
        }
        if (targets.empty()) return;
        shape("Thing", {"sh:targetClass " + join(targets, " , "), any_of(named),
                        message(offences::missing, "a thing has a name")});
        shape("ThingWithIri", {"sh:targetClass " + join(targets, " , "), "sh:nodeKind sh:IRI",
                               message(offences::blank, "a thing has an IRI")});
    }

    void add_disjoint() {
        for (const OntologyClass& one : ontology_.classes()) {
            if (one.disjoint.empty()) continue;
            std::vector<std::string> others;
            for (const std::string& other : one.disjoint) others.push_back("[ sh:class " + in_turtle(other) + " ]");
            shape("Disjoint" + std::string(local_name(one.iri)),
                  {"sh:targetClass " + in_turtle(one.iri), "sh:not " + join(others, " , "),
                   message(offences::disjoint, "no " + short_iri(one.iri) + " is " + in_words(one.disjoint))});
        }
    }

    /// Every term of a namespace that the ontology describes must be one of its own: those have a type there.
    void add_unknown() {
        std::vector<std::string> spaces;
        for (const std::string& space : terms_.namespaces()) spaces.push_back(escaped(space));
        const std::string described = "FILTER ( REGEX(STR(?term), \"^(" + join(spaces, "|") + ")[^#/:]*$\") )";
        const auto select = [&](const char* kind, const char* what, const std::string& pattern) {
            return "sh:sparql [ " + message(kind, what) + " ;\n        sh:select " +
                   turtle_string("SELECT DISTINCT $this ?path ?value WHERE { " + pattern + " " + described +
                                 " FILTER NOT EXISTS { ?term a ?kind } }") +
                   " ]";
        };
        const std::string own =
            "<" + std::string(vocabulary::domain_includes) + "> , <" + std::string(vocabulary::range_includes) + ">";
        shape("Terms", {"sh:targetSubjectsOf rdf:type",
                        select(offences::unknown_property, "a property of the vocabulary",
                               "$this ?path ?value . BIND ( ?path AS ?term ) FILTER ( ?path NOT IN ( " + own + " ) )"),
                        select(offences::unknown_class, "a class of the vocabulary",
                               "$this <" + std::string(terms::type) + "> ?value . BIND ( ?value AS ?term ) BIND ( <" +
                                   std::string(terms::type) + "> AS ?path )")});
    }

    void add_records() {
        std::map<std::string_view, std::vector<std::string>> by_class;
        for (const RecordRule& rule : record_rules) {
            const std::string path = "sh:property [ sh:path " + in_turtle(rule.property) + " ; ";
            const std::string name = short_iri(rule.property);
            auto& lines = by_class[rule.class_iri];
            if (rule.least > 0)
                lines.push_back(path + "sh:minCount " + std::to_string(rule.least) + " ; " +
                                message(offences::missing, name) + " ]");
            if (rule.most > 0)
                lines.push_back(path + "sh:maxCount " + std::to_string(rule.most) + " ; " +
                                message(offences::too_many, name) + " ]");
        }
        for (auto& [class_iri, lines] : by_class) {
            lines.insert(lines.begin(), "sh:targetClass " + in_turtle(class_iri));
            shape(local_name(class_iri), lines);
        }
    }

    void add(const Property& property) {
        const std::string iri = in_turtle(property.iri);
        const std::string name = short_iri(property.iri);
        std::vector<std::string> lines{"sh:targetSubjectsOf " + iri};
        const auto on_value = [&](const std::string& constraint, const std::string& words) {
            lines.push_back("sh:property [ sh:path " + iri + " ; " + constraint + " ; " + words + " ]");
        };
        if (!property.domain.empty()) {
            std::vector<std::string> domain = property.domain;
            // Of the statement of a post, too; what reifies in RDF 1.2 has no class, nor do engines read it.
            if (property.iri == terms::start_date || property.iri == terms::end_date)
                domain.emplace_back(terms::statement);
            lines.push_back(classes(domain));
            lines.push_back(message(offences::domain, name + " is said of " + in_words(property.domain)));
        }
        if (!property.range.empty())
            on_value(classes(property.range),
                     message(offences::range, name + " has as its value " + in_words(property.range)));
        if (property.datatype) {
            on_value(datatypes(*property.datatype), message(offences::datatype, name + " has another datatype"));
            if (property.datatype == Datatype::string)
                on_value("sh:minLength 1", message(offences::empty, name + " is not empty"));
            if (property.minimum) {
                on_value("sh:or ( [ sh:not [ " + datatypes(*property.datatype) + " ] ] [ sh:minInclusive " +
                             std::to_string(*property.minimum) + " ] )",
                         message(offences::minimum, name + " is not less than " + std::to_string(*property.minimum)));
            }
        }
        if (property.functional) lines.push_back(functional(property.iri));
        if (lines.size() > 1) shape(local_name(property.iri), lines);
    }
};

}  // namespace

std::string shapes_of(const Ontology& ontology) {
    return ShapeWriter(ontology).run();
}

}  // namespace lede
