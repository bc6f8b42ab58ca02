#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <tuple>

#include <lede/model/date.hpp>
#include <lede/pipeline/identities.hpp>
#include <lede/pipeline/named_things.hpp>
#include <lede/pipeline/unit_clusters.hpp>

namespace lede {

namespace {

/// A slip or another way of counting moves a year by one or two.
constexpr int years_apart = 3;
/// Pairs of units are compared, so that their number must not grow with the graph.
constexpr std::size_t most_kinds = 200;
constexpr std::size_t most_values = 8;  // of one unit and property
constexpr int far = std::numeric_limits<int>::max();

std::optional<int> year_of(std::string_view term) {
    const std::optional<Date> date = parse_date(text_of_literal(term));
    return date ? std::optional<int>(date->year) : std::nullopt;
}

/// 0 if both may hold, else one more than the years between them; `far` if they are no dates.
int distance_between(const std::string& a, const std::string& b, bool are_dates) {
    if (!are_conflicting(a, b)) return 0;
    const std::optional<int> year_a = are_dates ? year_of(a) : std::nullopt;
    const std::optional<int> year_b = are_dates ? year_of(b) : std::nullopt;
    return year_a && year_b ? 1 + std::abs(*year_a - *year_b) : far;
}

/// How two units stand to each other.
struct Comparison {
    int nearest = far;                            ///< the least distance of values of one property
    bool different = false;                       ///< cannot mean one thing
    std::vector<std::string_view> contradicting;  ///< properties
};

Comparison compare(const UnitValues& a, const UnitValues& b, const std::set<std::string>& dates) {
    Comparison result;
    for (const auto& [property, values] : a) {
        const auto others = b.find(property);
        if (others == b.end()) continue;
        const bool are_dates = dates.contains(property);
        int distance = far;
        for (const std::string& value : values) {
            for (const std::string& other : others->second)
                distance = std::min(distance, distance_between(value, other, are_dates));
        }
        result.nearest = std::min(result.nearest, distance);
        if (distance > 0) result.contradicting.push_back(property);
        result.different |= are_dates && distance != far && distance > years_apart;
    }
    result.different |= result.contradicting.size() > 1;
    return result;
}

/// Units of the same values are one kind; kinds are linked to clusters.
class Clusters {
  public:
    Clusters(std::vector<const UnitValues*> kinds, const std::set<std::string>& dates)
        : kinds_(std::move(kinds)),
          dates_(dates),
          root_(kinds_.size()),
          apart_(kinds_.size()),
          deciding_(kinds_.size()) {
        for (std::size_t i = 0; i < kinds_.size(); ++i) root_[i] = i;
        compare_all();
        for (const auto& [distance, a, b] : links_) link(root_[a], root_[b]);
    }

    /// The clusters that are different from another, by their first kind.
    std::vector<std::vector<std::size_t>> different() const {
        std::vector<std::vector<std::size_t>> result;
        for (std::size_t root = 0; root < kinds_.size(); ++root) {
            if (root_[root] != root || apart_[root].empty()) continue;
            result.emplace_back();
            for (std::size_t i = 0; i < kinds_.size(); ++i) {
                if (root_[i] == root) result.back().push_back(i);
            }
        }
        return result;
    }

    /// What sets the cluster apart: the earliest date, else the least value.
    void describe(const std::vector<std::size_t>& kinds, UnitCluster& cluster) const {
        std::set<std::string_view> deciding;
        for (const std::size_t kind : kinds) deciding.insert(deciding_[kind].begin(), deciding_[kind].end());
        auto best = std::tuple(far, std::string(), std::string());
        for (const std::size_t kind : kinds) {
            for (const auto& [property, values] : *kinds_[kind]) {
                if (!deciding.contains(property)) continue;
                for (const std::string& value : values) {
                    const std::optional<int> year = dates_.contains(property) ? year_of(value) : std::nullopt;
                    best = std::min(best, std::tuple(year.value_or(far - 1), property, value));
                }
            }
        }
        std::tie(cluster.year, cluster.property, cluster.value) = best;
        if (cluster.year >= far - 1) cluster.year = 0;
    }

  private:
    std::vector<const UnitValues*> kinds_;
    const std::set<std::string>& dates_;
    std::vector<std::size_t> root_;                                 ///< of each kind
    std::vector<std::set<std::size_t>> apart_;                      ///< of each root: roots that are different
    std::vector<std::set<std::string_view>> deciding_;              ///< of each kind
    std::vector<std::tuple<int, std::size_t, std::size_t>> links_;  ///< distance and two kinds

    void compare_all() {
        for (std::size_t a = 0; a < kinds_.size(); ++a) {
            for (std::size_t b = a + 1; b < kinds_.size(); ++b) {
                const Comparison both = compare(*kinds_[a], *kinds_[b], dates_);
                if (!both.different && both.nearest <= years_apart) links_.emplace_back(both.nearest, a, b);
                if (!both.different) continue;
                apart_[a].insert(b);
                apart_[b].insert(a);
                for (const std::size_t one : {a, b})
                    deciding_[one].insert(both.contradicting.begin(), both.contradicting.end());
            }
        }
        std::sort(links_.begin(), links_.end());
    }

    void link(std::size_t a, std::size_t b) {
        if (a == b || apart_[a].contains(b)) return;
        for (std::size_t& root : root_) {
            if (root == b) root = a;
        }
        for (const std::size_t other : apart_[b]) {
            apart_[other].erase(b);
            apart_[other].insert(a);
            apart_[a].insert(other);
        }
        apart_[b].clear();
    }
};

bool has_too_many(const UnitValues& values) {
    return std::any_of(values.begin(), values.end(), [](const auto& one) { return one.second.size() > most_values; });
}

}  // namespace

std::vector<UnitCluster> cluster_units(const std::vector<UnitValues>& units, const std::set<std::string>& dates) {
    std::map<UnitValues, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units[i].empty()) places[units[i]].push_back(i);
    }
    std::vector<const UnitValues*> kinds;
    std::vector<const std::vector<std::size_t>*> units_of;
    for (const auto& [values, its_units] : places) {
        if (has_too_many(values)) return {};
        kinds.push_back(&values);
        units_of.push_back(&its_units);
    }
    if (kinds.size() > most_kinds) return {};
    const Clusters clusters(kinds, dates);
    std::vector<UnitCluster> result;
    for (const std::vector<std::size_t>& one : clusters.different()) {
        UnitCluster& cluster = result.emplace_back();
        for (const std::size_t kind : one)
            cluster.units.insert(cluster.units.end(), units_of[kind]->begin(), units_of[kind]->end());
        std::sort(cluster.units.begin(), cluster.units.end());
        clusters.describe(one, cluster);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const UnitCluster& a, const UnitCluster& b) { return a.year < b.year; });
    return result;
}

bool may_differ(const UnitValues& values, const std::set<std::string>& dates) {
    std::size_t several = 0;
    for (const auto& [property, terms] : values) {
        several += terms.size() > 1 ? 1 : 0;
        if (!dates.contains(property)) continue;
        int first = far;
        int last = 0;
        for (const std::string& term : terms) {
            const std::optional<int> year = year_of(term);
            if (!year) continue;
            first = std::min(first, *year);
            last = std::max(last, *year);
        }
        if (first != far && last - first >= years_apart) return true;
    }
    return several > 1;
}

}  // namespace lede
