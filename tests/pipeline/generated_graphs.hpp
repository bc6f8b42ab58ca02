#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <support/temporary_folder.hpp>
#include <utility>
#include <vector>

#include <lede/pipeline/merge_graphs.hpp>
#include <lede/rdf/article_quads.hpp>

namespace lede {

/// Numbers that are the same on every machine.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
    /// Below `sides`.
    std::uint32_t throw_one(std::uint32_t sides) {
        state_ = state_ * 1664525 + 1013904223;
        return (state_ >> 16) % sides;
    }

  private:
    std::uint32_t state_;
};

/// An article that states some facts of a handful of people and organisations, which others state, too. Another
/// version states others.
inline ArticleFacts make_article(std::uint32_t number, std::uint32_t version) {
    Dice dice(number * 100 + version);
    ArticleFacts facts;
    facts.article.id = "a" + std::to_string(number);
    facts.article.headline = "News " + std::to_string(number) + " of day " + std::to_string(version);
    facts.text = "One said it. Another wrote it. A third denied it.";
    const std::vector<Span> sentences{{0, 12}, {13, 30}, {31, 49}};
    const std::string schema = "https://schema.org/";
    std::vector<std::string> names{"Ann Lee", "Bo Ray", "Cy Fox", "Mill", "Forge"};
    const std::uint32_t first = dice.throw_one(2);
    for (std::uint32_t i = first; i < names.size() - dice.throw_one(2); ++i)
        facts.entities.push_back({names[i], {}, schema + (i < 3 ? "Person" : "Organization"), {}, {}});
    const auto count = static_cast<std::uint32_t>(facts.entities.size());
    for (int i = 0; i < 4; ++i) {
        Fact fact;
        fact.subject = dice.throw_one(count);
        const EntityId object = dice.throw_one(count);
        const bool is_date = dice.throw_one(3) == 0;
        fact.property_iri = schema + (is_date ? "birthDate" : dice.throw_one(2) ? "knows" : "worksFor");
        if (is_date) {
            fact.object = to_literal(Date{static_cast<std::int16_t>(1970 + dice.throw_one(2)), 0, 0});
        } else {
            fact.object = object;
        }
        fact.status = dice.throw_one(5) == 0 ? Status::denied : Status::asserted;
        fact.evidence = {{sentences[dice.throw_one(3)], {}, {}, {}, 0.75}};
        facts.facts.push_back(fact);
    }
    return facts;
}

/// Writes articles, given by number and version, into one file.
inline std::string write_articles(const TemporaryFolder& folder, const std::string& name,
                                  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& articles,
                                  Provenance provenance) {
    RdfOptions options;
    options.provenance = provenance;
    options.activity = {"1.0", "", "m"};
    std::string lines;
    for (const auto& [number, version] : articles) {
        for (const std::string& line : to_nquads(make_article(number, version), options)) lines += line + "\n";
    }
    return folder.write(name, lines);
}

inline std::string merge(const std::vector<std::string>& files, MergeGraphsOptions options = {}) {
    std::string result;
    MergedGraph(files, std::move(options)).write(Syntax::nquads, [&](std::string_view text) { result += text; });
    return result;
}

}  // namespace lede
