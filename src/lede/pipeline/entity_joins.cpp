#include <algorithm>
#include <map>
#include <utility>

#include <lede/base/hash.hpp>
#include <lede/pipeline/entity_joins.hpp>
#include <lede/rdf/join_entities.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

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
    const auto join_classes = [&] {
        if (classes.size() < 2) return;
        for (const auto& [general, special] : join_general_entities(classes, base_, is_below)) join(general, special);
    };
    entities_.merge([&](std::string_view line) {
        const auto first = line.find(part_end);
        const auto second = line.find(part_end, first + 1);
        if (line.substr(0, first) != name) {
            join_classes();
            classes.clear();
            name = line.substr(0, first);
        }
        classes.emplace(line.substr(first + 1, second - first - 1), line.substr(second + 1));
    });
    join_classes();
    std::sort(special_.begin(), special_.end());
    return !special_.empty();
}

void EntityJoins::join(std::string_view general, std::string_view special) {
    const std::string_view begin = special.substr(0, special.find('/', base_.size()));
    auto known = std::find(special_begins_.begin(), special_begins_.end(), begin);
    if (known == special_begins_.end()) known = special_begins_.emplace(known, begin);
    special_.emplace_back(hash_of(general), static_cast<std::uint32_t>(known - special_begins_.begin()));
}

std::string EntityJoins::apply(std::string_view nquad) const {
    return rename_iris(nquad, [&](std::string_view iri) {
        if (!iri.starts_with(base_) || iri.find('/', base_.size()) == std::string_view::npos) return std::string();
        const std::uint64_t hash = hash_of(iri);
        const auto found = std::lower_bound(special_.begin(), special_.end(), std::pair(hash, std::uint32_t{0}));
        if (found == special_.end() || found->first != hash) return std::string();
        return special_begins_[found->second] + std::string(iri.substr(iri.find('/', base_.size())));
    });
}

}  // namespace lede
