#include <algorithm>
#include <optional>

#include <lede/pipeline/namesake_candidates.hpp>
#include <lede/pipeline/unit_clusters.hpp>
#include <lede/rdf/iri.hpp>

namespace lede {

namespace {

/// The IRI without a number and the hyphen before it at its end; empty if there is none.
std::string_view without_number(std::string_view iri) {
    const auto last = iri.find_last_not_of("0123456789");
    const bool has_number = last != std::string_view::npos && last + 1 < iri.size();
    return has_number && iri[last] == '-' ? iri.substr(0, last) : std::string_view();
}

bool is_named(const NamedThing& thing, std::string_view slug) {
    return std::any_of(thing.names.begin(), thing.names.end(),
                       [&](const std::string& name) { return name_slug(plain_text(name)) == slug; });
}

/// The plain IRI of a thing that was told apart from another of its name.
std::optional<std::string> find_plain(const NamedThing& thing) {
    const std::vector<std::string_view> possible = possible_plain(thing.iri);
    if (possible.empty() || is_named(thing, local_name(thing.iri))) return std::nullopt;
    for (const std::string_view plain : possible) {
        if (is_named(thing, local_name(plain))) return std::string(plain);
    }
    return std::nullopt;
}

bool is_date(Datatype type) {
    return type == Datatype::date || type == Datatype::year_month || type == Datatype::year;
}

}  // namespace

std::vector<std::string_view> possible_plain(std::string_view iri) {
    std::vector<std::string_view> result;
    for (int i = 0; i < 2; ++i) {
        iri = without_number(iri);
        if (iri.empty()) break;
        result.push_back(iri);
    }
    return result;
}

NamesakeCandidates::NamesakeCandidates(const Ontology& ontology,
                                       const std::vector<std::pair<std::string, std::string>>& same_as, Which which)
    : ontology_(ontology), which_(which) {
    for (const Property& property : ontology.properties()) {
        if (!property.functional || !property.extracted) continue;
        functional_.insert(property.iri);
        if (property.datatype && is_date(*property.datatype)) dates_.insert(property.iri);
    }
    for (const Individual& one : ontology.individuals()) individuals_.insert(one.iri);
    for (const auto& [front, back] : same_as) {
        for (const std::string* iri : {&front, &back}) {
            linked_.insert(*iri);
            for (const std::string_view plain : possible_plain(*iri)) linked_.emplace(plain);
        }
    }
}

bool NamesakeCandidates::shares_names(const std::string& class_iri) {
    const auto [at, is_new] = shares_names_.try_emplace(class_iri, false);
    if (is_new) {
        const std::vector<std::string> above = ontology_.ancestors(class_iri);
        at->second = std::any_of(above.begin(), above.end(), [&](const std::string& one) {
            const OntologyClass* known = ontology_.find_class(one);
            return known && known->shares_names;
        });
    }
    return at->second;
}

bool NamesakeCandidates::may_be_several(const NamedThing& thing) const {
    if (thing.values.size() < 2) return false;
    UnitValues values;
    for (const auto& [property, value] : thing.values) values[property].insert(value);
    return may_differ(values, dates_) && is_named(thing, local_name(thing.iri));
}

void NamesakeCandidates::consider(const NamedThing& thing) {
    const bool is_shared = std::any_of(thing.classes.begin(), thing.classes.end(),
                                       [&](const std::string& one) { return shares_names(one); });
    if (!is_shared || individuals_.contains(thing.iri) || linked_.contains(thing.iri)) return;
    if (const auto plain = find_plain(thing)) {
        if (linked_.contains(*plain) || individuals_.contains(*plain)) return;
        plain_.emplace(thing.iri, *plain);
        plain_.emplace(*plain, *plain);
    } else if (which_ == Which::all && may_be_several(thing)) {
        plain_.emplace(thing.iri, thing.iri);
    }
}

}  // namespace lede
