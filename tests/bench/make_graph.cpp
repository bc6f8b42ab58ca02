// Writes a made-up graph of the shape that graphs of news have, as N-Triples in the order of its lines.
// Usage: make_graph RELATIONS [SEED] >graph.nt
// There are a fifth as many entities, each with its class and name; a few thousand of them are in a third of the
// relations, and most in a handful.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <lede/neural/random.hpp>

namespace {

class Random : public lede::Random {
  public:
    using lede::Random::Random;
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }
};

struct Kind {
    const char* slug;
    const char* type;
    std::uint64_t parts;  // of a hundred entities
};
constexpr std::array kinds{Kind{"city", "City", 8}, Kind{"corporation", "Corporation", 17}, Kind{"movie", "Movie", 9},
                           Kind{"organization", "Organization", 16}, Kind{"person", "Person", 50}};
constexpr std::array properties{"actor",        "affiliation", "author",   "creator", "director",           "founder",
                                "homeLocation", "knows",       "location", "member",  "parentOrganization", "spouse",
                                "worksFor"};
constexpr std::array syllables{"ba",  "chen", "dor", "el",  "fi", "gra", "hol",  "is",  "jun",
                               "kar", "lin",  "mo",  "nor", "os", "pra", "quin", "ros", "sten",
                               "tu",  "ul",   "ver", "wen", "xa", "yor", "zim"};

struct Entity {
    const Kind* kind;
    std::string name;  // words in small letters, divided by "-"
    std::uint64_t number;
};

std::string make_word(Random& random) {
    std::string word;
    for (std::uint64_t count = 2 + random.below(2); count > 0; --count)
        word += syllables[random.below(syllables.size())];
    return word;
}

std::vector<Entity> make_entities(std::size_t count, Random& random) {
    std::vector<Entity> entities;
    for (std::size_t number = 0; number < count; ++number) {
        std::uint64_t part = random.below(100);
        const Kind* kind = kinds.data();
        for (; part >= kind->parts; ++kind) part -= kind->parts;
        entities.push_back({kind, make_word(random) + "-" + make_word(random), number});
    }
    return entities;
}

/// The rank of an entity in a relation: degrees fall with the rank by a power law. With the exponent 0.75 the first of
/// 2 million entities takes part in 5 % of the relations, the first 2,000 in 33 %, and half of all have at most 4.
std::size_t draw_rank(std::size_t count, Random& random) {
    constexpr double exponent = 0.75;
    const double rank = std::pow(random.share(), 1 / (1 - exponent)) * static_cast<double>(count);
    return std::min(count - 1, static_cast<std::size_t>(rank));
}

void append_iri(std::string& line, const Entity& entity) {
    line.append("<https://example.org/").append(entity.kind->slug).append("/").append(entity.name);
    line.append("-").append(std::to_string(entity.number)).append(">");
}

void append_name(std::string& line, const Entity& entity) {
    bool begins = true;
    for (const char c : entity.name) {
        line += c == '-' ? ' ' : begins ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == '-';
    }
    line.append(" ").append(std::to_string(entity.number));
}

struct Relation {
    std::uint32_t from, property, to;
    auto operator<=>(const Relation&) const = default;
};

std::vector<Relation> make_relations(std::size_t count, std::size_t entities, Random& random) {
    // Which entity has which rank must not follow from its number.
    std::vector<std::uint32_t> by_rank(entities);
    for (std::uint32_t at = 0; at < entities; ++at) by_rank[at] = at;
    for (std::size_t at = entities; at > 1; --at) std::swap(by_rank[at - 1], by_rank[random.below(at)]);
    std::vector<Relation> relations;
    while (true) {
        while (relations.size() < count) {
            const std::uint32_t from = by_rank[draw_rank(entities, random)];
            const std::uint32_t to = by_rank[draw_rank(entities, random)];
            if (from == to) continue;
            relations.push_back({from, static_cast<std::uint32_t>(random.below(properties.size())), to});
        }
        std::sort(relations.begin(), relations.end());
        relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
        if (relations.size() == count) return relations;
    }
}

void write_out(std::string& text, bool all) {
    constexpr std::size_t enough = std::size_t{1} << 20;
    if (text.size() < enough && !all) return;
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) std::exit(1);
    text.clear();
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t wanted = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0;
    if (wanted == 0) {
        std::fprintf(stderr, "usage: make_graph RELATIONS [SEED] >graph.nt\n");
        return 2;
    }
    Random random(count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
    std::vector<Entity> entities = make_entities(std::max<std::size_t>(8, wanted / 5), random);
    // In the order of the IRIs, so that the lines come sorted.
    std::sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) {
        std::string x;
        std::string y;
        append_iri(x, a);
        append_iri(y, b);
        return x < y;
    });
    const std::vector<Relation> relations = make_relations(wanted, entities.size(), random);
    std::string text;
    auto at = relations.begin();
    for (std::uint32_t id = 0; id < entities.size(); ++id) {
        std::string subject;
        append_iri(subject, entities[id]);
        text.append(subject).append(" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/");
        text.append(entities[id].kind->type).append("> .\n");
        std::vector<std::string> lines;
        for (; at != relations.end() && at->from == id; ++at) {
            std::string& line = lines.emplace_back(subject);
            append_iri(line.append(" <https://schema.org/").append(properties[at->property]).append("> "),
                       entities[at->to]);
            line += " .\n";
        }
        append_name(lines.emplace_back(subject).append(" <https://schema.org/name> \""), entities[id]);
        lines.back() += "\" .\n";
        std::sort(lines.begin(), lines.end());
        for (const std::string& line : lines) text += line;
        write_out(text, false);
    }
    write_out(text, true);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
