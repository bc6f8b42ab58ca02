#include <lede/extraction/annotated_article.hpp>

#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/text/read_articles.hpp>

namespace lede {
namespace {

using Json = nlohmann::json;

std::string literal_text(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

AnnotatedFact read_fact(const Json& row, const std::unordered_map<std::string, std::uint32_t>& ids) {
    AnnotatedFact fact;
    fact.subject = ids.at(row.at(0).get<std::string>());
    fact.property_iri = expand_annotation_curie(row.at(1).get<std::string>());
    const Json& object = row.at(2);
    const auto entity = object.is_string() ? ids.find(object.get<std::string>()) : ids.end();
    if (entity != ids.end()) fact.object = entity->second;
    else fact.literal = literal_text(object);
    if (row.size() > 3) fact.evidence = row.at(3).get<std::string>();
    return fact;
}

void fill(const Json& json, AnnotatedArticle& result) {
    std::unordered_map<std::string, std::uint32_t> ids;
    for (const Json& item : json.at("entities")) {
        Entity entity;
        entity.name = item.at("name").get<std::string>();
        entity.aliases = item.value("aliases", std::vector<std::string>());
        entity.class_iri = expand_annotation_curie(item.at("type").get<std::string>());
        ids[item.at("id").get<std::string>()] = static_cast<std::uint32_t>(result.entities.size());
        result.entities.push_back(std::move(entity));
    }
    for (const Json& row : json.at("triples")) result.facts.push_back(read_fact(row, ids));
    if (json.contains("more")) result.more.emplace();
    const Json more = json.value("more", Json::array());
    for (const Json& row : more) {
        result.facts.push_back(read_fact(row, ids));
        result.more->insert(result.facts.back().property_iri);
    }
    const Json optional = json.value("optional", Json::array());
    for (const Json& row : optional) result.optional.push_back(read_fact(row, ids));
    // Named, as items() does not keep a temporary alive.
    const Json descriptions = json.value("descriptions", Json::object());
    for (const auto& [id, phrases] : descriptions.items())
        for (const Json& phrase : phrases) result.descriptions[phrase.get<std::string>()].push_back(ids.at(id));
    const Json quotes = json.value("quotes", Json::array());
    for (const Json& row : quotes) {
        const auto speaker = ids.find(row.at(0).get<std::string>());
        if (speaker != ids.end()) result.quotes.emplace_back(speaker->second, row.at(1).get<std::string>());
    }
}

/// Whoever annotated an article without further properties did not look for them.
void set_unknown(std::vector<AnnotatedArticle>& articles) {
    std::set<std::string> further;
    for (const AnnotatedArticle& article : articles)
        if (article.more) further.insert(article.more->begin(), article.more->end());
    for (AnnotatedArticle& article : articles)
        if (!article.more) article.unknown = further;
}

}  // namespace

std::string expand_annotation_curie(const std::string& curie) {
    static const std::pair<std::string_view, std::string_view> prefixes[] = {{"schema:", "https://schema.org/"},
                                                                             {"lede:", "https://w3id.org/lede#"}};
    for (const auto& [prefix, base] : prefixes)
        if (curie.starts_with(prefix)) return std::string(base) + curie.substr(prefix.size());
    return curie;
}

AnnotatedArticle read_annotated_article(const std::filesystem::path& json_file) {
    AnnotatedArticle result;
    std::filesystem::path text_file = json_file;
    text_file.replace_extension(".txt");
    for_each_article({text_file.string()}, {}, [&](Article&& article) { result.article = std::move(article); },
                     [&](const Diagnostic& diagnostic) { throw InputError(text_file.string(), diagnostic.message); });
    try {
        fill(Json::parse(read_file(json_file)), result);
    } catch (const std::exception& error) {
        throw InputError(json_file.string(), std::string("not an annotated article: ") + error.what());
    }
    return result;
}

std::vector<AnnotatedArticle> read_annotated_articles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    if (files.empty()) throw InputError(folder.string(), "no annotated articles (NAME.json beside NAME.txt) in this folder");
    std::sort(files.begin(), files.end());
    std::vector<AnnotatedArticle> articles;
    for (const auto& file : files) articles.push_back(read_annotated_article(file));
    set_unknown(articles);
    return articles;
}

DocumentEntities find_annotated_names(const Document& document, const std::vector<Entity>& entities) {
    struct Form { std::string_view text; std::uint32_t entity; };
    std::vector<Form> forms;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        forms.push_back({entities[i].name, i});
        for (const std::string& alias : entities[i].aliases) forms.push_back({alias, i});
    }
    std::stable_sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) { return a.text.size() > b.text.size(); });

    DocumentEntities result;
    result.entities = entities;
    result.coarse.resize(entities.size());
    std::unordered_map<std::uint32_t, std::uint32_t> begins, ends;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        begins[document.tokens[i].span.begin] = i;
        ends[document.tokens[i].span.end] = i + 1;
    }
    std::vector<bool> taken(document.tokens.size(), false);
    for (const Form& form : forms) {
        for (std::size_t at = document.text().find(form.text); at != std::string_view::npos; at = document.text().find(form.text, at + 1)) {
            const auto first = begins.find(static_cast<std::uint32_t>(at));
            const auto last = ends.find(static_cast<std::uint32_t>(at + form.text.size()));
            if (first == begins.end() || last == ends.end() || first->second >= last->second) continue;
            if (std::find(taken.begin() + first->second, taken.begin() + last->second, true) != taken.begin() + last->second) continue;
            std::fill(taken.begin() + first->second, taken.begin() + last->second, true);
            result.mentions.push_back({first->second, last->second, form.entity});
        }
    }
    std::sort(result.mentions.begin(), result.mentions.end(), [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
    return result;
}

}  // namespace lede
