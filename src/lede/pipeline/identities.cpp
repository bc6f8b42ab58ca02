#include <algorithm>
#include <optional>

#include <lede/model/lexical_form.hpp>
#include <lede/pipeline/identities.hpp>
#include <lede/rdf/join_entities.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

bool has_text(const std::vector<std::string>& literals, std::string_view text) {
    return std::any_of(literals.begin(), literals.end(),
                       [&](const std::string& one) { return text_of_literal(one) == text; });
}

std::string to_term(std::string_view iri) {
    return "<" + std::string(iri) + ">";
}

}  // namespace

bool are_conflicting(std::string_view a, std::string_view b) {
    if (a == b) return false;
    const bool literals = a.starts_with('"') && b.starts_with('"');
    return !literals || !is_same_date(text_of_literal(a), text_of_literal(b));
}

Identities::Identities(const Ontology& ontology, const std::vector<std::pair<std::string, std::string>>& same_as)
    : ontology_(ontology), things_(ontology) {
    add_same_as(same_as, sets_);
    for (const auto& [front, back] : same_as) given_.insert({front, back});
    for (const std::string& iri : given_) members_[std::string(sets_.find(iri))].push_back(iri);
}

const std::vector<RefusedJoin>& Identities::find(const std::function<void(const NamedThing&)>& see) {
    things_.each([&](const NamedThing& thing) {
        if (see) see(thing);
        if (given_.contains(thing.iri)) keep(thing);
    });
    things_.each_name([&](const std::vector<NamedThing>& things) { join_same_name(things); });
    things_.each_acronym(
        [&](std::string_view acronym, const std::vector<NamedThing>& things) { join_acronym(acronym, things); });
    describe();
    return refused_;
}

void Identities::join_same_name(const std::vector<NamedThing>& things) {
    std::map<std::string, std::string> classes;
    std::map<std::string_view, const NamedThing*> by_iri;
    for (const NamedThing& thing : things) {
        if (thing.classes.empty()) continue;
        const Joined own{{thing.classes.begin(), thing.classes.end()}, {}};
        classes[thing.iri] = best_class(own, thing.classes.front());
        by_iri[thing.iri] = &thing;
    }
    const auto is_below = [&](const std::string& a, const std::string& b) { return a != b && ontology_.is_a(a, b); };
    const std::string_view base = base_of_entity(things.front().iri);
    for (const auto& [general, special] : join_general_entities(classes, base, is_below))
        join(*by_iri.at(general), *by_iri.at(special));
}

void Identities::join_acronym(std::string_view acronym, const std::vector<NamedThing>& things) {
    std::set<std::string_view> owners;
    const NamedThing* owner = nullptr;
    for (const NamedThing& thing : things) {
        if (!has_text(thing.aliases, acronym)) continue;
        owners.insert(sets_.find(thing.iri));
        if (!owner) owner = &thing;
    }
    if (owners.size() != 1) return;
    const auto is_near = [&](const std::string& a) {
        return std::any_of(owner->classes.begin(), owner->classes.end(),
                           [&](const std::string& b) { return ontology_.is_a(a, b) || ontology_.is_a(b, a); });
    };
    for (const NamedThing& thing : things) {
        const bool is_named = has_text(thing.names, acronym) && !has_text(thing.aliases, acronym);
        if (is_named && std::any_of(thing.classes.begin(), thing.classes.end(), is_near)) join(thing, *owner);
    }
}

void Identities::keep(const NamedThing& thing) {
    known_.try_emplace(thing.iri, thing);
}

std::vector<std::string> Identities::members(std::string_view root) const {
    const auto at = members_.find(root);
    return at == members_.end() ? std::vector<std::string>{std::string(root)} : at->second;
}

void Identities::join(const NamedThing& from, const NamedThing& into) {
    const std::string a(sets_.find(from.iri));
    const std::string b(sets_.find(into.iri));
    if (a == b || !may_join(from, into)) return;
    keep(from);
    keep(into);
    std::vector<std::string> all = members(a);
    for (std::string& iri : members(b)) all.push_back(std::move(iri));
    members_.erase(a);
    members_.erase(b);
    sets_.join(a, b);
    members_[std::string(sets_.find(a))] = std::move(all);
}

/// Whether no two values of a functional property of what was joined so far and is to be joined now conflict.
bool Identities::may_join(const NamedThing& from, const NamedThing& into) {
    const auto things_of = [&](const NamedThing& thing) {
        std::vector<const NamedThing*> things{&thing};
        for (const std::string& iri : members(sets_.find(thing.iri))) {
            if (const auto at = known_.find(iri); at != known_.end()) things.push_back(&at->second);
        }
        return things;
    };
    const std::vector<const NamedThing*> others = things_of(into);
    for (const NamedThing* a : things_of(from)) {
        for (const NamedThing* b : others) {
            for (const auto& [property, value] : a->values) {
                for (const auto& [its_property, its_value] : b->values) {
                    if (property != its_property || !are_conflicting(value, its_value)) continue;
                    refused_.push_back({from.iri, into.iri, property, value, its_value});
                    return false;
                }
            }
        }
    }
    return true;
}

/// Settles the classes and names of the joined sets.
void Identities::describe() {
    for (const auto& [root, members] : members_) {
        Joined& joined = joined_[root];
        std::set<std::string> other_names;
        for (const std::string& iri : members) {
            const auto at = known_.find(iri);
            if (at == known_.end()) continue;
            joined.classes.insert(at->second.classes.begin(), at->second.classes.end());
            (iri == root ? joined.names : other_names).insert(at->second.names.begin(), at->second.names.end());
        }
        if (!joined.names.empty() || other_names.empty()) continue;
        // The fullest; the first of several by their bytes.
        joined.names.insert(*std::max_element(other_names.begin(), other_names.end(),
                                              [](const auto& a, const auto& b) { return a.size() < b.size(); }));
    }
}

std::string Identities::best_class(const Joined& joined, std::string_view class_iri) const {
    std::string best(class_iri);
    for (const std::string& one : joined.classes) {
        if (ontology_.is_a(one, best)) best = one;
    }
    const bool unique = std::all_of(joined.classes.begin(), joined.classes.end(), [&](const std::string& one) {
        return !ontology_.is_a(one, class_iri) || ontology_.is_a(best, one);
    });
    return unique ? best : std::string(class_iri);
}

std::string Identities::apply(std::string_view nquad) const {
    if (joined_.empty()) return std::string(nquad);
    const StatementParts parts = split_statement(nquad);
    const std::string_view subject = without_brackets(parts.subject);
    const std::string_view predicate = without_brackets(parts.predicate);
    const std::string_view root = sets_.find(subject);
    const bool is_iri = parts.object.starts_with('<');
    const std::string_view object = is_iri ? without_brackets(parts.object) : parts.object;
    std::string new_predicate(predicate);
    std::string new_object = is_iri ? to_term(sets_.find(object)) : std::string(object);
    if (const auto joined = joined_.find(root); joined != joined_.end()) {
        const bool is_name = joined->second.names.contains(std::string(object));
        if (predicate == terms::type) new_object = to_term(best_class(joined->second, object));
        if (predicate == terms::alternate_name && is_name) return {};
        if (predicate == terms::name && !is_name) new_predicate = terms::alternate_name;
    }
    std::string line = parts.subject.starts_with('<') ? to_term(root) : std::string(parts.subject);
    line.append(" <").append(new_predicate).append("> ").append(new_object);
    if (!parts.graph.empty()) line.append(" ").append(parts.graph);
    return line + " .";
}

}  // namespace lede
