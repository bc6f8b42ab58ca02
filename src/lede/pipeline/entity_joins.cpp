#include <map>
#include <utility>

#include <lede/pipeline/entity_joins.hpp>
#include <lede/rdf/join_entities.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

namespace {

// Parts a remembered line: the name, the IRI, the class. IRIs hold no white space.
constexpr char part_end = '\t';

}  // namespace

void EntityJoins::note(std::string_view iri, std::string_view class_iri) {
    if (!iri.starts_with(base_)) return;  // the ontology's own
    const auto name = iri.find('/', base_.size());
    if (name == std::string_view::npos) return;
    entities_.add(std::string(iri.substr(name)) + part_end + std::string(iri) + part_end + std::string(class_iri));
}

bool EntityJoins::find(const Ontology& ontology) {
    const auto is_below = [&](const std::string& a, const std::string& b) { return a != b && ontology.is_a(a, b); };
    std::string name;
    std::map<std::string, std::string> classes;  // of one name
    const auto join = [&] {
        if (classes.size() < 2) return;
        for (auto& [general, special] : join_general_entities(classes, base_, is_below)) special_[general] = special;
    };
    entities_.merge([&](std::string_view line) {
        const auto first = line.find(part_end);
        const auto second = line.find(part_end, first + 1);
        if (line.substr(0, first) != name) {
            join();
            classes.clear();
            name = line.substr(0, first);
        }
        classes.emplace(line.substr(first + 1, second - first - 1), line.substr(second + 1));
    });
    join();
    return !special_.empty();
}

std::string EntityJoins::apply(std::string_view nquad) const {
    return rename_iris(nquad, [&](std::string_view iri) {
        const auto found = special_.find(std::string(iri));
        return found == special_.end() ? std::string() : found->second;
    });
}

}  // namespace lede
