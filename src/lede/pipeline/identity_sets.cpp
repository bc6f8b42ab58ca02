#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/pipeline/identity_sets.hpp>
#include <lede/rdf/rdf_reader.hpp>

namespace lede {

namespace {

constexpr std::string_view same_as = "http://www.w3.org/2002/07/owl#sameAs";

/// The IRI for a set: sorted members, and those of them that stand in front of a link.
const std::string& choose(const std::set<std::string>& members, const std::set<std::string>& fronts) {
    const std::string* end = nullptr;
    for (const std::string& one : members) {
        if (fronts.contains(one)) continue;
        if (end) return *members.begin();
        end = &one;
    }
    return end ? *end : *members.begin();
}

/// As it stands between the brackets in a line of N-Quads.
std::string to_line_form(const Term& iri) {
    const std::string term = to_ntriples(iri);
    return term.substr(1, term.size() - 2);
}

}  // namespace

std::string_view IdentitySets::find(std::string_view iri) const {
    auto at = parent_.find(iri);
    while (at != parent_.end()) {
        iri = at->second;
        at = parent_.find(iri);
    }
    return iri;
}

void IdentitySets::join(std::string_view from, std::string_view into) {
    std::string a(find(from));
    std::string b(find(into));
    if (a == b) return;
    const bool a_fixed = fixed_.contains(a);
    const bool b_fixed = fixed_.contains(b);
    if ((a_fixed && !b_fixed) || (a_fixed && b_fixed && a < b)) std::swap(a, b);
    parent_.emplace(std::move(a), std::move(b));
}

std::vector<std::string> IdentitySets::replaced() const {
    std::vector<std::string> result;
    result.reserve(parent_.size());
    for (const auto& [iri, parent] : parent_) result.push_back(iri);
    std::sort(result.begin(), result.end());
    return result;
}

void add_same_as(const std::vector<std::pair<std::string, std::string>>& links, IdentitySets& sets) {
    IdentitySets plain;
    std::set<std::string> fronts;
    for (const auto& [front, back] : links) {
        plain.join(front, back);
        if (front != back) fronts.insert(front);
    }
    std::map<std::string, std::set<std::string>> members;
    for (const auto& [front, back] : links) {
        for (const std::string& iri : {std::cref(front), std::cref(back)})
            members[std::string(plain.find(iri))].insert(iri);
    }
    for (const auto& [root, all] : members) {
        const std::string& chosen = choose(all, fronts);
        for (const std::string& iri : all) sets.join(iri, chosen);
        sets.fix(chosen);
    }
}

std::vector<std::pair<std::string, std::string>> read_same_as(const std::vector<std::string>& files) {
    std::vector<std::pair<std::string, std::string>> links;
    for (const std::string& path : files) {
        const std::size_t before = links.size();
        read_rdf_file(path, [&](const Quad& quad, std::size_t line) {
            if (quad.predicate != same_as) return;
            if (!quad.subject.is_iri() || !quad.object.is_iri())
                throw InputError(path, line, 0, "owl:sameAs must stand between two IRIs");
            links.emplace_back(to_line_form(quad.subject), to_line_form(quad.object));
        });
        if (links.size() == before)
            throw InputError(
                path,
                "has no owl:sameAs; write lines such as <https://example.org/a> owl:sameAs <https://example.org/b> .");
    }
    return links;
}

}  // namespace lede
