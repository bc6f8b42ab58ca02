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

/// What the IRI may have been before numbers were put behind it: "a-1956-2" may come of "a-1956" and of "a".
std::vector<std::string_view> possible_plain(std::string_view iri) {
    std::vector<std::string_view> result;
    for (int i = 0; i < 2; ++i) {
        iri = without_number(iri);
        if (iri.empty()) break;
        result.push_back(iri);
    }
    return result;
}

bool is_named(const NamedThing& thing, std::string_view slug) {
    return std::any_of(thing.names.begin(), thing.names.end(),
                       [&](const std::string& name) { return name_slug(plain_text(name)) == slug; });
}

/// The plain IRI of a thing that was told apart from another of its name.
std::optional<std::string_view> find_plain(const NamedThing& thing) {
    if (is_named(thing, local_name(thing.iri))) return std::nullopt;
    for (const std::string_view plain : possible_plain(thing.iri)) {
        if (is_named(thing, local_name(plain))) return plain;
    }
    return std::nullopt;
}

bool is_date(Datatype type) {
    return type == Datatype::date || type == Datatype::year_month || type == Datatype::year;
}

}  // namespace

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
    const bool has_number = !without_number(thing.iri).empty();
    const bool is_shared = std::any_of(thing.classes.begin(), thing.classes.end(),
                                       [&](const std::string& one) { return shares_names(one); });
    const bool is_left_out = !is_shared || individuals_.contains(thing.iri) || linked_.contains(thing.iri);
    if (has_number) {
        const auto plain = is_left_out ? std::nullopt : find_plain(thing);
        if (plain && !linked_.contains(std::string(*plain)) && !individuals_.contains(std::string(*plain))) {
            plain_.emplace(thing.iri, *plain);
            plain_.emplace(*plain, *plain);
            return;
        }
        taken_.insert(thing.iri);
    }
    if (which_ == Which::all && !is_left_out && may_be_several(thing)) plain_.emplace(thing.iri, thing.iri);
}

}  // namespace lede
