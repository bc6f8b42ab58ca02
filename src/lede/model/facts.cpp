#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include <lede/model/facts.hpp>

namespace lede {

namespace {

std::string shorten(std::string_view iri) {
    constexpr std::array<std::pair<std::string_view, const char*>, 2> prefixes{
        {{"https://schema.org/", "schema:"}, {"https://w3id.org/lede#", "lede:"}}};
    for (const auto& [space, prefix] : prefixes) {
        if (iri.starts_with(space)) return prefix + std::string(iri.substr(space.size()));
    }
    return "<" + std::string(iri) + ">";
}

std::string name_of(const ArticleFacts& article, EntityId id) {
    return id < article.entities.size() ? article.entities[id].name : "entity " + std::to_string(id);
}

}  // namespace

const char* to_string(Status status) {
    switch (status) {
        case Status::asserted: return "asserted";
        case Status::denied: return "denied";
        case Status::uncertain: return "uncertain";
        case Status::claimed: return "claimed";
    }
    return "";
}

std::string to_string(const ArticleFacts& article, const Fact& fact) {
    const auto* entity = std::get_if<EntityId>(&fact.object);
    const std::string object = entity ? name_of(article, *entity) : std::get<Literal>(fact.object).lexical;
    std::array<char, 16> score{};
    std::snprintf(score.data(), score.size(), " (%.2f)", fact.confidence());
    const std::string property = fact.phrase.empty() ? shorten(fact.property_iri) : "“" + fact.phrase + "”";
    return name_of(article, fact.subject) + " | " + property + " | " + object + score.data() +
           (fact.status == Status::asserted ? "" : std::string(" ") + to_string(fact.status));
}

}  // namespace lede
