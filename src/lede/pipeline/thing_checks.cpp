#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

#include <lede/model/lexical_form.hpp>
#include <lede/pipeline/identities.hpp>
#include <lede/pipeline/named_things.hpp>
#include <lede/pipeline/thing_checks.hpp>
#include <lede/rdf/record_rules.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

std::string in_words(const std::vector<std::string>& iris) {
    std::string words;
    for (const std::string& iri : iris) {
        if (!words.empty()) words += &iri == &iris.back() ? " or " : ", ";
        words += short_iri(iri);
    }
    return words;
}

constexpr std::array all_datatypes{Datatype::string,  Datatype::integer,    Datatype::decimal,
                                   Datatype::date,    Datatype::year_month, Datatype::year,
                                   Datatype::boolean, Datatype::any_uri,    Datatype::amount_of_money};

bool is_dated(Datatype type) {
    return type == Datatype::date || type == Datatype::year_month || type == Datatype::year;
}

/// The datatype of a literal of N-Quads; empty for text with a language and for others.
std::optional<Datatype> datatype_of(std::string_view literal) {
    const std::string_view rest = literal.substr(std::min(text_of_literal(literal).size() + 2, literal.size()));
    if (rest.empty()) return Datatype::string;
    if (!rest.starts_with("^^")) return std::nullopt;
    const auto found = std::find_if(all_datatypes.begin(), all_datatypes.end(), [&](Datatype one) {
        return without_brackets(rest.substr(2)) == lede::iri_of(one);
    });
    return found == all_datatypes.end() ? std::nullopt : std::optional(*found);
}

std::string name_of(Datatype type) {
    return is_dated(type) ? "xsd:date, xsd:gYearMonth or xsd:gYear" : short_iri(lede::iri_of(type));
}

bool is_less(std::string_view number, long long minimum) {
    if (number.starts_with('+')) number.remove_prefix(1);
    double value = 0;
    const auto [stop, problem] = std::from_chars(number.data(), number.data() + number.size(), value);
    return problem == std::errc() && value < static_cast<double>(minimum);
}

}  // namespace

ThingChecks::ThingChecks(const Ontology& ontology, Sink sink)
    : ontology_(ontology), terms_(ontology), sink_(std::move(sink)) {
    for (const Individual& one : ontology.individuals()) individuals_.emplace(one.iri, one.class_iri);
}

void ThingChecks::report(const char* kind, std::string_view subject, std::string_view property, std::string_view value,
                         std::string message) const {
    sink_({kind, std::string(subject), std::string(property), std::string(value), std::move(message), {}});
}

void ThingChecks::begin(std::string_view term) {
    subject_ = without_brackets(term);
    types_.clear();
    reifies_ = false;
    counts_.clear();
    if (const auto known = individuals_.find(subject_); known != individuals_.end()) types_.insert(known->second);
}

void ThingChecks::add_type(std::string_view class_iri) {
    types_.emplace(class_iri);
}

bool ThingChecks::has_range(std::string_view property) const {
    const Property* known = ontology_.find_property(property);
    return known && !known->range.empty();
}

bool ThingChecks::is_one_of(const std::vector<std::string>& classes) const {
    return std::any_of(types_.begin(), types_.end(), [&](const std::string& type) {
        return std::any_of(classes.begin(), classes.end(),
                           [&](const std::string& one) { return ontology_.is_a(type, one); });
    });
}

std::string ThingChecks::types_in_words() const {
    return types_.empty() ? "has no type" : "is " + in_words({types_.begin(), types_.end()});
}

bool ThingChecks::is_term_of_post(std::string_view predicate) const {
    const bool date = predicate == terms::start_date || predicate == terms::end_date;
    return date && (reifies_ || types_.contains(std::string(terms::statement)));
}

void ThingChecks::check_use(const StatementParts& parts) {
    const Property& property = *ontology_.find_property(without_brackets(parts.predicate));
    if (is_one_of(property.range)) return;
    report(offences::range, without_brackets(parts.subject), property.iri, parts.object,
           "the value " + types_in_words() + ", not " + in_words(property.range));
}

void ThingChecks::check_statement(const StatementParts& parts) {
    const std::string_view predicate = without_brackets(parts.predicate);
    reifies_ = reifies_ || predicate == terms::reifies || predicate == terms::predicate;
    if (predicate != property_) {
        end_property();
        property_ = predicate;
    }
    if (std::find(values_.begin(), values_.end(), parts.object) != values_.end()) return;  // in another graph
    values_.emplace_back(parts.object);
    const Property* property = ontology_.find_property(predicate);
    if (!property) {
        if (!terms_.is_unknown_property(predicate)) return;
        const std::string nearest = terms_.nearest_property(predicate);
        report(
            offences::unknown_property, subject_, predicate, parts.object,
            "is no property of the ontology" + (nearest.empty() ? "" : "; did you mean " + short_iri(nearest) + "?"));
        return;
    }
    if (!property->domain.empty() && !is_one_of(property->domain) && !is_term_of_post(predicate)) {
        report(offences::domain, subject_, predicate, parts.object,
               "the subject " + types_in_words() + ", not " + in_words(property->domain));
    }
    check_literal(*property, parts);
}

void ThingChecks::check_literal(const Property& property, const StatementParts& parts) const {
    const bool is_literal = parts.object.starts_with('"');
    if (!property.datatype) {
        if (is_literal && !property.range.empty())
            report(offences::range, subject_, property.iri, parts.object,
                   "the value is a literal, not " + in_words(property.range));
        return;
    }
    const std::optional<Datatype> type = is_literal ? datatype_of(parts.object) : std::nullopt;
    const bool fits =
        type && (*type == *property.datatype || (is_dated(*type) && *property.datatype == Datatype::date));
    const std::string_view text = is_literal ? text_of_literal(parts.object) : parts.object;
    if (!fits) {
        report(offences::datatype, subject_, property.iri, parts.object,
               "the value is no " + name_of(*property.datatype));
    } else if (!is_lexical_form(text, *type)) {
        report(offences::datatype, subject_, property.iri, parts.object,
               "the value cannot be read as " + short_iri(lede::iri_of(*type)));
    } else if (*type == Datatype::string && text.empty()) {
        report(offences::empty, subject_, property.iri, parts.object, "the value is empty");
    } else if (property.minimum && is_less(text, *property.minimum)) {
        report(offences::minimum, subject_, property.iri, parts.object,
               "the value is less than " + std::to_string(*property.minimum));
    }
}

void ThingChecks::end_property() {
    if (values_.empty()) return;
    counts_[property_] += values_.size();
    check_functional();
    values_.clear();
}

void ThingChecks::check_functional() {
    const Property* property = ontology_.find_property(property_);
    if (!property || !property->functional) return;
    for (const std::string& value : values_) {
        const auto other = std::find_if(values_.begin(), values_.end(),
                                        [&](const std::string& one) { return are_conflicting(value, one); });
        if (other == values_.end()) continue;
        report(offences::functional, subject_, property_, value, "the value contradicts " + *other);
    }
}

void ThingChecks::end() {
    end_property();
    property_.clear();
    check_types();
    check_counts();
}

void ThingChecks::check_types() {
    for (auto one = types_.begin(); one != types_.end(); ++one) {
        if (terms_.is_unknown_class(*one)) {
            const std::string nearest = terms_.nearest_class(*one);
            report(
                offences::unknown_class, subject_, terms::type, "<" + *one + ">",
                "is no class of the ontology" + (nearest.empty() ? "" : "; did you mean " + short_iri(nearest) + "?"));
        }
        for (auto other = std::next(one); other != types_.end(); ++other) {
            if (!ontology_.are_disjoint(*one, *other)) continue;
            report(offences::disjoint, subject_, terms::type, "<" + *other + ">",
                   short_iri(*one) + " and " + short_iri(*other) + " exclude each other");
        }
    }
}

void ThingChecks::check_counts() {
    const auto count_of = [&](std::string_view property) {
        const auto at = counts_.find(property);
        return at == counts_.end() ? std::size_t{0} : at->second;
    };
    const bool is_thing = std::any_of(types_.begin(), types_.end(), [&](const std::string& type) {
        const OntologyClass* known = ontology_.find_class(type);
        return known && known->extracted;
    });
    if (is_thing && counts_.size() > 0 && count_of(terms::name) == 0)
        report(offences::missing, subject_, terms::name, {}, "has no " + short_iri(terms::name));
    if (is_thing && subject_.starts_with("_:"))
        report(offences::blank, subject_, terms::type, {}, "is a blank node, not an IRI");
    for (const RecordRule& rule : record_rules) {
        if (!types_.contains(std::string(rule.class_iri))) continue;
        const std::size_t count = count_of(rule.property);
        if (count < rule.least)
            report(offences::missing, subject_, rule.property, {}, "has no " + short_iri(rule.property));
        if (rule.most > 0 && count > rule.most) {
            report(offences::too_many, subject_, rule.property, {},
                   "has " + std::to_string(count) + " values of " + short_iri(rule.property));
        }
    }
}

}  // namespace lede
