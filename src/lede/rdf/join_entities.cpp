#include <algorithm>
#include <vector>

#include <lede/rdf/join_entities.hpp>

namespace lede {
namespace {

using Named = std::pair<const std::string, std::string>;  // IRI and class
using IsBelow = std::function<bool(const std::string&, const std::string&)>;

/// The most special of the things below this one, if the others below it all are above that.
const Named* find_special(const Named& general, const std::vector<const Named*>& same_name, const IsBelow& is_below) {
    const Named* best = nullptr;
    for (const Named* one : same_name) {
        if (is_below(one->second, general.second) && (!best || is_below(one->second, best->second))) best = one;
    }
    const bool unique =
        best && std::all_of(same_name.begin(), same_name.end(), [&](const Named* one) {
            return one == best || !is_below(one->second, general.second) || is_below(best->second, one->second);
        });
    return unique ? best : nullptr;
}

}  // namespace

std::map<std::string, std::string> join_general_entities(const std::map<std::string, std::string>& classes,
                                                         std::string_view base, const IsBelow& is_below) {
    std::map<std::string_view, std::vector<const Named*>> by_name;
    for (const Named& one : classes) {
        const std::string_view iri = one.first;
        // The IRIs that the ontology gave to its individuals are theirs and join nothing.
        if (iri.starts_with(base) && iri.find('/', base.size()) != std::string_view::npos) {
            by_name[iri.substr(iri.find('/', base.size()))].push_back(&one);
        }
    }
    std::map<std::string, std::string> result;
    for (const auto& [name, same_name] : by_name) {
        for (const Named* one : same_name) {
            if (const Named* special = find_special(*one, same_name, is_below)) result[one->first] = special->first;
        }
    }
    return result;
}

}  // namespace lede
