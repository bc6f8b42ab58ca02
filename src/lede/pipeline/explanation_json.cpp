#include <vector>

#include <nlohmann/json.hpp>

#include <lede/graph/words.hpp>
#include <lede/pipeline/explanation.hpp>

namespace lede {

namespace {

using nlohmann::ordered_json;

/// Turns byte positions of a text into code points: one pass over the text, then a look-up each.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text) : before_(text.size() + 1) {
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            before_[i] = count;
            if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) before_[i] = count++;
        }
        before_[text.size()] = count;
    }
    ordered_json operator()(Span span) const { return {before_.at(span.begin), before_.at(span.end)}; }

  private:
    std::vector<std::uint32_t> before_;
};

ordered_json to_json(const ArticleInfo& info) {
    ordered_json result{{"id", info.id}};
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) result[key] = value;
    };
    add("url", info.url);
    add("headline", info.headline);
    if (info.date) result["date"] = to_string(*info.date);
    add("author", info.author);
    add("publisher", info.publisher);
    add("language", info.language);
    return result;
}

ordered_json to_json(const Entity& entity, const CodePoints& places) {
    ordered_json result{{"name", entity.name}, {"class", entity.class_iri}, {"aliases", entity.aliases}};
    if (!entity.iri.empty()) result["iri"] = entity.iri;
    result["mentions"] = ordered_json::array();
    for (const Span mention : entity.mentions) result["mentions"].push_back(places(mention));
    result["references"] = ordered_json::array();
    for (const Span reference : entity.references) result["references"].push_back(places(reference));
    return result;
}

ordered_json to_json(const Evidence& evidence, const std::string& text, const CodePoints& places) {
    ordered_json result{{"sentence", slice(text, evidence.sentence)},
                        {"position", places(evidence.sentence)},
                        {"subject", places(evidence.subject)},
                        {"object", places(evidence.object)},
                        {"confidence", evidence.confidence}};
    if (!evidence.matched.empty()) result["matched"] = evidence.matched;
    return result;
}

ordered_json to_json(const Fact& fact, const ArticleFacts& article, const Ontology& ontology,
                     const CodePoints& places) {
    ordered_json result{{"subject", article.entities.at(fact.subject).name}};
    const bool open = !fact.phrase.empty();
    result[open ? "phrase" : "property"] = open ? fact.phrase : fact.property_iri;
    if (const Property* property = ontology.find_property(fact.property_iri)) result["label"] = property->label;
    if (const auto* entity = std::get_if<EntityId>(&fact.object)) {
        result["object"] = article.entities.at(*entity).name;
    } else {
        const auto& literal = std::get<Literal>(fact.object);
        result["value"] = literal.lexical;
        result["datatype"] = iri_of(literal.datatype);
    }
    result["status"] = to_string(fact.status);
    result["confidence"] = fact.confidence();
    result["evidence"] = ordered_json::array();
    for (const auto& evidence : fact.evidence) result["evidence"].push_back(to_json(evidence, article.text, places));
    return result;
}

}  // namespace

std::string explain_json(const ArticleFacts& article, const Ontology& ontology) {
    const CodePoints places(article.text);
    ordered_json result = to_json(article.article);
    for (const auto* key : {"entities", "facts", "quotations"}) result[key] = ordered_json::array();
    for (const auto& entity : article.entities) result["entities"].push_back(to_json(entity, places));
    for (const auto& fact : article.facts) result["facts"].push_back(to_json(fact, article, ontology, places));
    for (const auto& quotation : article.quotations) {
        ordered_json item{{"text", quotation.text}, {"position", places(quotation.span)}};
        if (quotation.speaker) item["speaker"] = article.entities.at(*quotation.speaker).name;
        result["quotations"].push_back(std::move(item));
    }
    return escape_controls(result.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace lede
