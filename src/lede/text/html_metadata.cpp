#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <lede/base/utf8.hpp>
#include <lede/text/html_metadata.hpp>
#include <lede/text/plain_text.hpp>

namespace lede {

namespace {

using nlohmann::json;

bool is_article_type(const json& type) {
    if (type.is_array())
        return std::any_of(type.begin(), type.end(), [](const json& t) { return t.is_string() && is_article_type(t); });
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("BlogPosting");
}

/// The first article among a JSON-LD value and what it lists or holds in @graph or mainEntity; null if there is none.
/// The values are visited with a list of our own, so that depth costs no stack.
const json* find_article(const json& value) {
    std::vector<const json*> waiting{&value};
    for (std::size_t next = 0; next < waiting.size(); ++next) {
        const json& item = *waiting[next];
        if (item.is_array()) {
            for (const auto& part : item) waiting.push_back(&part);
        } else if (item.is_object()) {
            if (item.contains("@type") && is_article_type(item["@type"])) return &item;
            for (const auto* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
                if (item.contains(key)) waiting.push_back(&item[key]);
            }
        }
    }
    return nullptr;
}

/// The article's description in JSON-LD; null if there is none that can be read.
json find_description(const Page& page) {
    for (const auto& script : page.linked_data) {
        const json value = json::parse(script, nullptr, false);
        if (value.is_discarded()) continue;
        if (const json* article = find_article(value)) return *article;
    }
    return {};
}

/// A text, or the name (or @id) of an object, or that of the first in a list; empty if there is none.
std::string text_of(const json& item, const char* field) {
    if (!item.is_object() || !item.contains(field)) return {};
    const json* value = &item[field];
    if (value->is_array() && !value->empty()) value = &value->front();
    for (const auto* key : {"name", "@value", "@id"}) {
        if (value->is_object() && value->contains(key)) value = &(*value)[key];
    }
    return value->is_string() ? std::string(trim(value->get_ref<const std::string&>())) : std::string();
}

bool is_url(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

/// The first of these <meta> names that the page gives.
std::string find_meta(const Page& page, std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        for (const auto& [given, content] : page.meta) {
            if (given == name && !content.empty()) return content;
        }
    }
    return {};
}

std::string first_of(std::initializer_list<std::string> values) {
    for (const auto& value : values) {
        if (!value.empty()) return value;
    }
    return {};
}

/// The text as a page would show it: houses put entities and tags even into JSON-LD.
std::string as_shown(const std::string& text) {
    const auto blocks = parse_page("<p>" + text, {}).blocks;
    return blocks.empty() ? std::string() : blocks.front().text;
}

/// "Headline | The Daily News" without the name of the paper.
std::string without_publisher(std::string_view title) {
    constexpr std::size_t longest_name = 40;
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: "}) {
        const auto at = title.rfind(mark);
        if (at == std::string_view::npos || at < longest_name / 2 || title.size() - at > longest_name) continue;
        return std::string(trim(title.substr(0, at)));
    }
    return std::string(title);
}

/// The text of the page's <h1> if it has just one.
std::string single_heading(const Page& page) {
    std::string heading;
    for (const auto& block : page.blocks) {
        if (block.tag != "h1") continue;
        if (!heading.empty() && heading != block.text) return {};
        heading = block.text;
    }
    return heading;
}

std::optional<Date> find_date(const Page& page, const json& description) {
    const std::string meta = find_meta(
        page, {"article:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
               "dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate", "date"});
    for (const auto& text : {text_of(description, "datePublished"), meta, text_of(description, "dateCreated")}) {
        if (const auto date = parse_date(text)) return date;
    }
    for (const auto& time : page.times) {
        if (const auto date = parse_date(time); date && date->day != 0) return date;
    }
    return std::nullopt;
}

std::string find_author(const Page& page, const json& description) {
    for (const auto& name :
         {text_of(description, "author"), find_meta(page, {"author", "dc.creator", "parsely-author"}),
          find_meta(page, {"article:author"})}) {
        if (!name.empty() && !is_url(name)) return name;
    }
    return {};
}

std::string find_url(const Page& page, const json& description) {
    for (const auto& url : {page.canonical_url, find_meta(page, {"og:url"}), text_of(description, "url"),
                            text_of(description, "mainEntityOfPage")}) {
        if (is_url(url)) return url;
    }
    return {};
}

}  // namespace

ArticleInfo read_page_info(const Page& page) {
    const json description = find_description(page);
    ArticleInfo info;
    info.url = find_url(page, description);
    info.headline = as_shown(first_of({text_of(description, "headline"), single_heading(page),
                                       find_meta(page, {"og:title", "twitter:title", "dc.title"}),
                                       without_publisher(as_shown(page.title))}));
    info.author = as_shown(find_author(page, description));
    info.publisher =
        as_shown(first_of({text_of(description, "publisher"), find_meta(page, {"og:site_name", "dc.publisher"})}));
    const std::string language = first_of(
        {page.language, text_of(description, "inLanguage"), find_meta(page, {"og:locale", "dc.language", "language"})});
    info.language = to_lower(language.substr(0, language.find_first_of("-_")));
    info.date = find_date(page, description);
    return info;
}

std::string find_declared_text(const Page& page) {
    return text_of(find_description(page), "articleBody");
}

}  // namespace lede
