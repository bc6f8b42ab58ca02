#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/pipeline/unit_clusters.hpp>

#include "generated_graphs.hpp"

using namespace lede;

namespace {

const std::set<std::string> dates{"born", "died"};

std::string literal(const std::string& text) {
    return "\"" + text + "\"";
}

UnitValues born(const std::string& birth, const std::string& death = {}) {
    UnitValues values{{"born", {literal(birth)}}};
    if (!death.empty()) values["died"] = {literal(death)};
    return values;
}

/// "0,2 1": the places of the units of each cluster.
std::string dump(const std::vector<UnitValues>& units) {
    std::string text;
    for (const UnitCluster& cluster : cluster_units(units, dates)) {
        if (!text.empty()) text += " ";
        text += std::to_string(cluster.year) + ":";
        for (std::size_t i = 0; i < cluster.units.size(); ++i)
            text += (i == 0 ? "" : ",") + std::to_string(cluster.units[i]);
    }
    return text;
}

}  // namespace

TEST_CASE("Dates of birth three years apart are those of two people, one or two years are a slip", "[namesakes]") {
    CHECK(dump({born("1931"), born("1984")}) == "1931:0 1984:1");
    CHECK(dump({born("1931"), born("1934")}) == "1931:0 1934:1");
    CHECK(dump({born("1931"), born("1933")}).empty());
    CHECK(dump({born("1931"), born("1931-05-02")}).empty());
    CHECK(dump({born("1931-12-31"), born("1934-01-01")}) == "1931:0 1934:1");
}

TEST_CASE("Equal and near values link what articles say, also a date and its year", "[namesakes]") {
    CHECK(dump({born("1931"), born("1984"), born("1931-05-02"), born("1985"), born("1932")}) == "1931:0,2,4 1984:1,3");
}

TEST_CASE("What lies between two people goes with the nearer one, and is no bridge", "[namesakes]") {
    CHECK(dump({born("1931"), born("1933"), born("1934")}) == "1931:0 1933:1,2");
    CHECK(dump({born("1931"), born("1932"), born("1934")}) == "1931:0,1 1934:2");
}

TEST_CASE("Two properties that contradict tell people apart, one of no dates does not", "[namesakes]") {
    CHECK(dump({born("1931", "2001"), born("1932", "2002")}) == "1931:0 1932:1");
    CHECK(dump({born("1931", "2001"), born("1931", "2002")}).empty());
    const UnitValues tall{{"height", {"\"190\""}}};
    const UnitValues small{{"height", {"\"160\""}}};
    CHECK(dump({tall, small}).empty());
    UnitValues tall_blond = tall;
    tall_blond["hair"] = {"\"blond\""};
    UnitValues small_dark = small;
    small_dark["hair"] = {"\"dark\""};
    CHECK(dump({tall_blond, small_dark}) == "0:0 0:1");
}

TEST_CASE("What says nothing that tells is in no cluster", "[namesakes]") {
    const UnitValues dead{{"died", {literal("2001")}}};
    CHECK(dump({born("1931"), dead, {}, born("1984")}) == "1931:0 1984:3");
    CHECK(dump({born("1931", "2001"), dead, born("1984")}) == "1931:0,1 1984:2");
}

TEST_CASE("An article that gives two dates agrees with both", "[namesakes]") {
    const UnitValues both{{"born", {literal("1931"), literal("1984")}}};
    CHECK(dump({both, both}).empty());
    CHECK(dump({both, born("1931")}).empty());
    CHECK(dump({born("1931"), born("1984"), both}).find("1931:0,2") == 0);
}

TEST_CASE("The order of the articles changes no cluster", "[namesakes]") {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        Dice dice(seed);
        std::vector<UnitValues> units;
        for (int i = 0; i < 7; ++i) {
            const auto year = [&] { return std::to_string(1950 + dice.throw_one(12)); };
            units.push_back(dice.throw_one(3) == 0 ? born(year(), year()) : born(year()));
        }
        const auto clusters_of = [&] {
            std::set<std::multiset<UnitValues>> result;
            for (const UnitCluster& one : cluster_units(units, dates)) {
                std::multiset<UnitValues> values;
                for (const std::size_t place : one.units) values.insert(units[place]);
                result.insert(values);
            }
            return result;
        };
        const auto once = clusters_of();
        for (int i = 0; i < 5; ++i) {
            std::rotate(units.begin(), units.begin() + 3, units.end());
            std::swap(units[0], units[dice.throw_one(7)]);
            CHECK(clusters_of() == once);
        }
    }
}

TEST_CASE("Thousands of dates under one name are no people of one name", "[namesakes]") {
    std::vector<UnitValues> units;
    for (int year = 1000; year < 3000; ++year) units.push_back(born(std::to_string(year)));
    CHECK(cluster_units(units, dates).empty());
}
