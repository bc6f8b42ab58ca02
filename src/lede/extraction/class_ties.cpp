#include <lede/extraction/class_ties.hpp>

#include <lede/base/hash.hpp>

namespace lede {

ClassTies::ClassTies(const Ontology& ontology) {
    const auto& classes = ontology.classes();
    for (const OntologyClass& item : classes) {
        index_.emplace(item.iri, static_cast<std::uint32_t>(index_.size()));
        const auto above = ontology.ancestors(item.iri);
        hashes_.push_back(hash_of(item.iri));
        roots_.push_back(hash_of(above.empty() ? item.iri : above.back()));
    }
    for (std::size_t thing = 0; thing < classes.size(); ++thing)
        for (std::size_t noun = 0; noun < classes.size(); ++noun) {
            ClassTie tie = roots_[thing] == roots_[noun] ? ClassTie::same_root : ClassTie::none;
            if (ontology.is_a(classes[noun].iri, classes[thing].iri)) tie = ClassTie::above;
            if (ontology.is_a(classes[thing].iri, classes[noun].iri)) tie = ClassTie::below;
            ties_.push_back(thing == noun ? ClassTie::same : tie);
        }
}

std::uint32_t ClassTies::find(const std::string& iri) const {
    const auto found = index_.find(iri);
    return found == index_.end() ? no_class : found->second;
}

ClassTie ClassTies::tie(std::uint32_t of_thing, std::uint32_t of_noun) const {
    if (of_thing == no_class || of_noun == no_class) return ClassTie::none;
    return ties_[of_thing * hashes_.size() + of_noun];
}

}  // namespace lede
