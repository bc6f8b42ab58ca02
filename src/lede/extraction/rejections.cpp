#include <algorithm>
#include <cstdio>

#include <lede/extraction/rejections.hpp>

namespace lede {
namespace {

std::string to_text(double number) {
    char text[32];
    std::snprintf(text, sizeof(text), "%.2f", number);
    return text;
}

std::string label_of(const Ontology& ontology, const std::string& class_iri) {
    const OntologyClass* item = ontology.find_class(class_iri);
    return item && !item->label.empty() ? item->label : class_iri;
}

std::string list_of(const Ontology& ontology, const std::vector<std::string>& classes) {
    std::string list;
    for (const std::string& iri : classes) list += (list.empty() ? "" : " or ") + label_of(ontology, iri);
    return list;
}

}  // namespace

void Rejections::add_unlikely(const StatedCandidate& candidate, float probability, double least) {
    StatedCandidate judged = candidate;
    judged.probability = probability;
    add(to_fact(*reading_, *table_, judged), "less likely than " + to_text(least));
}

void Rejections::add_refused(const StatedCandidate& candidate) {
    const Property& property = (*table_)[candidate.property];
    const Ontology& ontology = table_->ontology();
    const auto refuse = [&](const char* role, const Mention& mention, const std::vector<std::string>& admitted) {
        const Entity& entity = reading_->entities[mention.entity];
        return std::string("the ") + role + " was taken for a thing of the class " +
               label_of(ontology, entity.class_iri) + ", not " + list_of(ontology, admitted);
    };
    const bool subject_fits = table_->with_subject(*candidate.subject, reading_->entities[candidate.subject->entity])
                                  .contains(candidate.property);
    add(to_fact(*reading_, *table_, candidate), subject_fits ? refuse("object", *candidate.object, property.range)
                                                             : refuse("subject", *candidate.subject, property.domain));
}

void Rejections::add(const Fact& fact, std::string reason) {
    const auto* thing = std::get_if<EntityId>(&fact.object);
    RejectedFact rejected{reading_->entities[fact.subject].name,
                          fact.property_iri,
                          thing ? reading_->entities[*thing].name : std::get<Literal>(fact.object).lexical,
                          fact.confidence(),
                          fact.evidence.front().sentence,
                          std::move(reason)};
    const auto is_same = [&](const RejectedFact& other) {
        return other.subject == rejected.subject && other.property_iri == rejected.property_iri &&
               other.object == rejected.object && other.sentence == rejected.sentence &&
               other.reason == rejected.reason;
    };
    if (std::none_of(rejected_.begin(), rejected_.end(), is_same)) rejected_.push_back(std::move(rejected));
}

}  // namespace lede
