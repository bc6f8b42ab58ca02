#include <algorithm>
#include <unordered_set>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/ontology/ontology.hpp>

namespace lede {
namespace {

/// Up to so many, looking through a list is faster than a set.
constexpr std::size_t few_ancestors = 32;

template <class Item>
void merge_into(std::vector<Item>& items, std::vector<Item>&& more) {
    for (Item& item : more) {
        if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
    }
}

bool same_example(const Example& a, const Example& b) {
    return a.text == b.text && a.subject == b.subject && a.object == b.object && a.positive == b.positive;
}

void merge_examples(std::vector<Example>& items, std::vector<Example>&& more) {
    for (Example& example : more) {
        auto is_same = [&](const Example& other) { return same_example(example, other); };
        if (std::none_of(items.begin(), items.end(), is_same)) items.push_back(std::move(example));
    }
}

void merge_text(std::string& text, std::string&& other) {
    if (text.empty()) text = std::move(other);
}

[[noreturn]] void fail_meaning(const std::string& iri, const char* is, const char* already) {
    throw Error("<" + iri + "> is described as " + is + ", but it is already " + already +
                "; give one of the two another IRI");
}

}  // namespace

std::string Example::marked() const {
    if (subject.empty() && object.empty()) return text;
    struct Insert {
        std::uint32_t at;
        const char* text;
    };
    // In the order of writing: where one mark ends at the byte at which the next begins, the end comes first.
    Insert inserts[] = {
        {subject.begin, "{"}, {subject.end, "|subject}"}, {object.begin, "{"}, {object.end, "|object}"}};
    if (object.begin < subject.begin) std::rotate(inserts, inserts + 2, inserts + 4);
    std::string result;
    std::uint32_t done = 0;
    for (const Insert& insert : inserts) {
        result.append(text, done, insert.at - done).append(insert.text);
        done = insert.at;
    }
    return result.append(text, done, std::string::npos);
}

void Ontology::add(OntologyClass item) {
    if (individual_index_.contains(item.iri)) fail_meaning(item.iri, "a class", "a known thing");
    auto [at, is_new] = class_index_.try_emplace(item.iri, static_cast<std::uint32_t>(classes_.size()));
    if (is_new) {
        classes_.push_back(std::move(item));
        return;
    }
    OntologyClass& known = classes_[at->second];
    merge_text(known.label, std::move(item.label));
    merge_into(known.parents, std::move(item.parents));
    merge_into(known.nouns, std::move(item.nouns));
    merge_into(known.disjoint, std::move(item.disjoint));
    known.extracted = known.extracted && item.extracted;
    known.shares_names = known.shares_names || item.shares_names;
}

void Ontology::add(Property item) {
    if (individual_index_.contains(item.iri)) fail_meaning(item.iri, "a property", "a known thing");
    link_inverse(item);
    auto [at, is_new] = property_index_.try_emplace(item.iri, static_cast<std::uint32_t>(properties_.size()));
    if (is_new) {
        if (item.inverse.empty()) {
            auto names_it = [&](const Property& other) { return other.inverse == item.iri; };
            auto other = std::find_if(properties_.begin(), properties_.end(), names_it);
            if (other != properties_.end()) item.inverse = other->iri;
        }
        properties_.push_back(std::move(item));
        return;
    }
    Property& known = properties_[at->second];
    if (item.datatype && known.datatype != item.datatype) {
        throw Error("<" + item.iri + "> has a range that differs from the one it already has; keep one rdfs:range");
    }
    merge_text(known.label, std::move(item.label));
    merge_text(known.inverse, std::move(item.inverse));
    merge_into(known.domain, std::move(item.domain));
    merge_into(known.range, std::move(item.range));
    merge_into(known.super, std::move(item.super));
    merge_examples(known.examples, std::move(item.examples));
    known.symmetric = known.symmetric || item.symmetric;
    known.functional = known.functional || item.functional;
    if (!known.minimum) known.minimum = item.minimum;
    known.has_term = known.has_term || item.has_term;
    known.from_model = known.from_model || item.from_model;
    known.extracted = known.extracted && item.extracted;
}

void Ontology::add(Individual item) {
    if (find_class(item.iri)) fail_meaning(item.iri, "a known thing", "a class");
    if (find_property(item.iri)) fail_meaning(item.iri, "a known thing", "a property");
    auto [at, is_new] = individual_index_.try_emplace(item.iri, static_cast<std::uint32_t>(individuals_.size()));
    if (is_new) {
        individuals_.push_back(std::move(item));
        return;
    }
    Individual& known = individuals_[at->second];
    merge_text(known.class_iri, std::move(item.class_iri));
    if (!known.name.empty() && !item.name.empty() && known.name != item.name) item.aliases.push_back(item.name);
    merge_text(known.name, std::move(item.name));
    merge_into(known.aliases, std::move(item.aliases));
}

void Ontology::link_inverse(const Property& item) {
    auto at = property_index_.find(item.inverse);
    if (at != property_index_.end()) merge_text(properties_[at->second].inverse, std::string(item.iri));
}

const OntologyClass* Ontology::find_class(std::string_view iri) const {
    auto at = class_index_.find(iri);
    return at == class_index_.end() ? nullptr : &classes_[at->second];
}

const Property* Ontology::find_property(std::string_view iri) const {
    auto at = property_index_.find(iri);
    return at == property_index_.end() ? nullptr : &properties_[at->second];
}

std::vector<std::string> Ontology::ancestors(std::string_view iri) const {
    std::vector<std::string> result{std::string(iri)};
    for (std::size_t at = 0; at < result.size(); ++at) {
        const OntologyClass* item = find_class(result[at]);
        if (!item) continue;
        for (const std::string& parent : item->parents) {
            if (std::find(result.begin(), result.end(), parent) == result.end()) result.push_back(parent);
        }
    }
    return result;
}

bool Ontology::is_a(std::string_view iri, std::string_view ancestor) const {
    if (iri == ancestor) return true;
    // Called for every candidate pair, so without the strings of ancestors(); a tree of classes is shallow.
    std::vector<const OntologyClass*> open{find_class(iri)};
    std::unordered_set<const OntologyClass*> seen;  // only for a tall tree
    const auto is_new = [&](const OntologyClass* item) {
        if (open.size() < few_ancestors) return std::find(open.begin(), open.end(), item) == open.end();
        if (seen.empty()) seen.insert(open.begin(), open.end());
        return seen.insert(item).second;
    };
    for (std::size_t at = 0; at < open.size(); ++at) {
        if (!open[at]) continue;
        for (const std::string& parent : open[at]->parents) {
            if (parent == ancestor) return true;
            if (const OntologyClass* next = find_class(parent); is_new(next)) open.push_back(next);
        }
    }
    return false;
}

int Ontology::depth(std::string_view iri) const {
    // Level by level upwards; a class that is reached on two ways counts by the longer one. A circle ends at the number
    // of classes.
    std::vector<std::string_view> level{iri};
    for (int steps = 0; static_cast<std::size_t>(steps) <= classes_.size(); ++steps) {
        std::vector<std::string_view> above;
        for (std::string_view one : level) {
            const OntologyClass* item = find_class(one);
            if (item) above.insert(above.end(), item->parents.begin(), item->parents.end());
        }
        if (above.empty()) return steps;
        std::sort(above.begin(), above.end());
        above.erase(std::unique(above.begin(), above.end()), above.end());
        level = std::move(above);
    }
    return static_cast<int>(classes_.size());
}

bool Ontology::are_disjoint(std::string_view a, std::string_view b) const {
    auto declares = [this](const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
        for (const std::string& one : ours) {
            const OntologyClass* item = find_class(one);
            if (!item) continue;
            for (const std::string& other : item->disjoint) {
                if (std::find(theirs.begin(), theirs.end(), other) != theirs.end()) return true;
            }
        }
        return false;
    };
    const std::vector<std::string> above_a = ancestors(a);
    const std::vector<std::string> above_b = ancestors(b);
    return declares(above_a, above_b) || declares(above_b, above_a);
}

bool Ontology::admits(const std::vector<std::string>& admitted, std::string_view iri) const {
    if (admitted.empty()) return true;
    return std::any_of(admitted.begin(), admitted.end(),
                       [&](const std::string& one) { return is_a(iri, one) || is_a(one, iri); });
}

}  // namespace lede
