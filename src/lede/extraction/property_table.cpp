#include <lede/extraction/property_table.hpp>

#include <algorithm>

namespace lede {
namespace {

bool is_date(Datatype datatype) {
    return datatype == Datatype::date || datatype == Datatype::year_month || datatype == Datatype::year;
}

const PropertySet& find_or(const std::unordered_map<std::string, PropertySet>& sets, const std::string& iri,
                           const PropertySet& otherwise) {
    const auto found = sets.find(iri);
    return found == sets.end() ? otherwise : found->second;
}

/// Whether something that was taken for one class may after all be of another, which the language model does not know.
class LooseClasses {
  public:
    LooseClasses(const Ontology& ontology, const std::vector<std::string>& recognised) : ontology_(ontology), recognised_(recognised) {}

    bool admit(const std::vector<std::string>& wanted, const std::string& taken_for) const {
        return ontology_.admits(wanted, taken_for) ||
               std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) { return may_be(one, taken_for); });
    }

  private:
    bool is_recognised(const std::string& iri) const {
        return recognised_.empty() || std::binary_search(recognised_.begin(), recognised_.end(), iri);
    }
    bool may_be(const std::string& wanted, const std::string& taken_for) const {
        if (is_recognised(wanted)) return false;
        bool placed = false;  // below a class that is recognised
        for (const std::string& above : ontology_.ancestors(wanted)) {
            if (!is_recognised(above)) continue;
            placed = true;
            if (ontology_.is_a(taken_for, above) || ontology_.is_a(above, taken_for)) return true;
        }
        return !placed && !ontology_.are_disjoint(wanted, taken_for);
    }

    const Ontology& ontology_;
    const std::vector<std::string>& recognised_;
};

}  // namespace

bool PropertySet::empty() const {
    return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
}

PropertySet PropertySet::operator|(const PropertySet& other) const {
    PropertySet result = *this;
    for (std::size_t i = 0; i < other.words_.size(); ++i) result.words_[i] |= other.words_[i];
    return result;
}

void PropertySet::remove(const PropertySet& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~others.words_[i];
}

PropertySet PropertySet::operator&(const PropertySet& other) const {
    PropertySet result = *this;
    for (std::size_t i = 0; i < words_.size(); ++i) result.words_[i] &= other.words_[i];
    return result;
}

PropertyTable::PropertyTable(const Ontology& ontology, const std::vector<std::string>& recognised) : ontology_(&ontology) {
    const LooseClasses loose(ontology, recognised);
    for (const Property& property : ontology.properties())
        if (property.extracted) properties_.push_back(&property);
    std::sort(properties_.begin(), properties_.end(), [](const Property* a, const Property* b) { return a->iri < b->iri; });
    const PropertySet empty(size());
    unknown_domain_ = unknown_range_ = numbers_ = amounts_ = dates_ = strings_ = things_ = none_ = empty;
    for (std::size_t i = 0; i < size(); ++i) {
        const Property& property = *properties_[i];
        if (property.domain.empty()) unknown_domain_.insert(i);
        if (!property.datatype && property.range.empty()) unknown_range_.insert(i);
        if (property.datatype == Datatype::integer || property.datatype == Datatype::decimal) numbers_.insert(i);
        if (property.datatype == Datatype::amount_of_money) amounts_.insert(i);
        if (property.datatype && is_date(*property.datatype)) dates_.insert(i);
        if (property.datatype == Datatype::string) strings_.insert(i);
        if (!property.datatype) things_.insert(i);
    }
    for (const OntologyClass& item : ontology.classes()) {
        PropertySet domain(size()), range(size());
        for (std::size_t i = 0; i < size(); ++i) {
            if (loose.admit(properties_[i]->domain, item.iri)) domain.insert(i);
            if (!properties_[i]->datatype && loose.admit(properties_[i]->range, item.iri)) range.insert(i);
        }
        domain_.emplace(item.iri, std::move(domain));
        range_.emplace(item.iri, std::move(range));
    }
}

std::size_t PropertyTable::find(const std::string& iri) const {
    const auto found = std::lower_bound(properties_.begin(), properties_.end(), iri,
                                        [](const Property* property, const std::string& key) { return property->iri < key; });
    if (found == properties_.end() || (*found)->iri != iri) return size();
    return static_cast<std::size_t>(found - properties_.begin());
}

const PropertySet& PropertyTable::with_domain(const std::string& class_iri) const {
    return find_or(domain_, class_iri, unknown_domain_);
}

const PropertySet& PropertyTable::with_range(const std::string& class_iri) const {
    return find_or(range_, class_iri, unknown_range_);
}

PropertyTable::Places& PropertyTable::supposed(SupposedClasses& classes, const std::string& class_iri) const {
    return classes.try_emplace(class_iri, Places{none_, none_}).first->second;
}

void PropertyTable::admit_unnamed(MentionKind kind, const PropertySet& domain, const PropertySet& range) {
    SupposedClasses& classes = unnamed_[kind];
    classes.clear();
    const auto first = [&](const std::vector<std::string>& iris) {
        return kind != MentionKind::pronoun || iris.empty() ? std::string() : iris.front();
    };
    for (std::size_t i = 0; i < size(); ++i) {
        if (domain.contains(i)) supposed(classes, first(properties_[i]->domain)).domain.insert(i);
        if (range.contains(i) && !properties_[i]->datatype) supposed(classes, first(properties_[i]->range)).range.insert(i);
    }
}

std::vector<std::string> PropertyTable::classes_of_unnamed(MentionKind kind, const PropertySet& wanted) const {
    std::vector<std::string> result;
    const auto found = unnamed_.find(kind);
    if (found == unnamed_.end()) return result;
    for (const auto& [iri, places] : found->second)
        if (!(places.domain & wanted).empty() || !(places.range & wanted).empty()) result.push_back(iri);
    return result;
}

PropertySet PropertyTable::all() const {
    PropertySet result(size());
    for (std::size_t i = 0; i < size(); ++i) result.insert(i);
    return result;
}

const PropertyTable::Places* PropertyTable::find_unnamed(const Mention& mention, const Entity& entity) const {
    const auto classes = unnamed_.find(mention.kind);
    if (classes == unnamed_.end()) return nullptr;
    const auto places = classes->second.find(entity.class_iri);
    return places == classes->second.end() ? nullptr : &places->second;
}

const PropertySet& PropertyTable::with_subject(const Mention& mention, const Entity& entity) const {
    if (entity.named) return with_domain(entity.class_iri);
    const Places* places = find_unnamed(mention, entity);
    return places ? places->domain : none_;
}

const PropertySet& PropertyTable::with_object(const Mention& mention, const Entity& entity) const {
    if (entity.named) return with_range(entity.class_iri);
    const Places* places = find_unnamed(mention, entity);
    return places ? places->range : none_;
}

const PropertySet& PropertyTable::with_literal(const Mention& mention) const {
    switch (mention.kind) {
        case MentionKind::date: return dates_;
        case MentionKind::phrase: return strings_;
        case MentionKind::number:
            return mention.value.datatype == Datatype::amount_of_money ? amounts_ : numbers_;
        default: return none_;
    }
}

}  // namespace lede
