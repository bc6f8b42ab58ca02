#include <lede/extraction/entity_typer.hpp>

#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/extraction/entity_classifier.hpp>

namespace lede {

namespace {

/// A class must be at least so likely, its subclasses included, to be preferred to its superclass.
constexpr double least_likely = 0.5;

}  // namespace

EntityTyper::EntityTyper(const Ontology& ontology, const ModelFile& model) : ontology_(&ontology) {
    const std::string_view section = model.section("entities.types");
    if (section.empty()) return;
    classes_ = model.lines("entities.classes");
    model_ = LinearModel(section);
    index();
}

EntityTyper::EntityTyper(const Ontology& ontology, std::vector<std::string> classes, std::string_view section)
    : ontology_(&ontology), classes_(std::move(classes)), model_(section) {
    index();
}

void EntityTyper::index() {
    if (model_.label_count() != classes_.size()) throw Error("the entity model does not fit its classes; get or train the model again");
    for (const std::string& iri : classes_) {
        std::vector<std::string> line = ontology_->ancestors(iri);
        if (line.empty()) line.push_back(iri);
        std::reverse(line.begin(), line.end());
        lines_.push_back(std::move(line));
    }
}

std::string EntityTyper::choose(const std::vector<std::uint64_t>& features, const std::map<std::string, int>& named) const {
    const std::string known = choose_known(features);
    std::string best = known;
    int most = 0;
    for (const auto& [iri, count] : named) {
        if (std::find(classes_.begin(), classes_.end(), iri) != classes_.end()) continue;
        const bool fits = known.empty() || ontology_->is_a(iri, known) || !ontology_->are_disjoint(iri, known);
        // A class that no known class stands above is the user's own: its noun is all there is to tell it by.
        if (fits && count > most && ontology_->find_class(iri) != nullptr) most = count, best = iri;
    }
    return best;
}

std::string EntityTyper::choose_known(const std::vector<std::uint64_t>& features) const {
    if (model_.empty()) return {};
    const std::vector<double> probabilities = classify(model_, features);
    std::map<std::string, double> sums;
    for (std::size_t i = 0; i < classes_.size(); ++i)
        for (const std::string& iri : lines_[i]) sums[iri] += probabilities[i];
    // The likeliest root, then down as long as a subclass is likely enough.
    std::string chosen;
    double top = -1;
    for (const auto& line : lines_)
        if (sums[line.front()] > top) top = sums[line.front()], chosen = line.front();
    for (bool deeper = true; deeper;) {
        deeper = false;
        std::string child;
        double best = least_likely;
        for (const auto& line : lines_) {
            const auto at = std::find(line.begin(), line.end(), chosen);
            if (at == line.end() || at + 1 == line.end()) continue;
            if (sums[*(at + 1)] >= best) best = sums[*(at + 1)], child = *(at + 1);
        }
        if (!child.empty()) chosen = child, deeper = true;
    }
    return chosen;
}

}  // namespace lede
