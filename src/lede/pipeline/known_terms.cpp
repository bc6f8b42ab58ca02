#include <algorithm>
#include <array>
#include <numeric>

#include <lede/base/utf8.hpp>
#include <lede/ontology/vocabulary.hpp>
#include <lede/pipeline/known_terms.hpp>
#include <lede/rdf/iri.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

constexpr std::array own_properties{terms::name,
                                    terms::alternate_name,
                                    terms::headline,
                                    terms::date_published,
                                    terms::author,
                                    terms::publisher,
                                    terms::in_language,
                                    terms::url,
                                    terms::mentions,
                                    terms::text,
                                    terms::creator,
                                    terms::is_part_of,
                                    terms::position,
                                    terms::software_version,
                                    terms::confidence,
                                    terms::support,
                                    terms::status,
                                    terms::options,
                                    terms::model,
                                    vocabulary::noun,
                                    vocabulary::example,
                                    vocabulary::counter_example,
                                    vocabulary::extracted,
                                    vocabulary::shares_names,
                                    vocabulary::from_model,
                                    vocabulary::has_term,
                                    vocabulary::domain_includes,
                                    vocabulary::range_includes};
constexpr std::array own_classes{terms::news_article, terms::quotation, terms::open_property};

std::string other_scheme(const std::string& iri) {
    if (iri.starts_with("https://")) return "http://" + iri.substr(8);
    return iri.starts_with("http://") ? "https://" + iri.substr(7) : iri;
}

}  // namespace

std::string short_iri(std::string_view iri) {
    for (const auto& [prefix, space] : terms::prefixes) {
        if (iri.size() > space.size() && iri.starts_with(space))
            return std::string(prefix) + ":" + std::string(iri.substr(space.size()));
    }
    return "<" + std::string(iri) + ">";
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

KnownTerms::KnownTerms(const Ontology& ontology) {
    for (const OntologyClass& one : ontology.classes()) classes_.insert(one.iri);
    for (const Property& one : ontology.properties()) properties_.insert(one.iri);
    for (const auto& terms : {classes_, properties_}) {
        for (const std::string& iri : terms) {
            const std::string space = iri.substr(0, iri.size() - local_name(iri).size());
            namespaces_.insert({space, other_scheme(space)});
        }
    }
    classes_.insert(own_classes.begin(), own_classes.end());
    properties_.insert(own_properties.begin(), own_properties.end());
}

bool KnownTerms::is_described(std::string_view iri) const {
    return namespaces_.contains(iri.substr(0, iri.size() - local_name(iri).size()));
}

std::string KnownTerms::nearest(const std::set<std::string, std::less<>>& terms, std::string_view iri) {
    const std::string name = to_lower(local_name(iri));
    const std::string* best = nullptr;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string& term : terms) {
        const std::size_t distance = edit_distance(name, to_lower(local_name(term)));
        if (distance >= least) continue;
        least = distance;
        best = &term;
    }
    return best ? *best : std::string();
}

}  // namespace lede
