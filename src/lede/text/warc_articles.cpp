#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include <lede/base/hash.hpp>
#include <lede/base/number_text.hpp>
#include <lede/text/charset.hpp>
#include <lede/text/html_article.hpp>
#include <lede/text/http_response.hpp>
#include <lede/text/plain_text.hpp>
#include <lede/text/warc_articles.hpp>
#include <lede/text/warc_reader.hpp>

namespace lede {

namespace {

// The fields in front of a page: some 500 bytes, more where a site sets many cookies.
constexpr std::size_t largest_head = std::size_t{1} << 18;
constexpr std::size_t head_step = std::size_t{1} << 14;

bool is_page(std::string_view media_type) {
    return media_type == "text/html" || media_type == "application/xhtml+xml";
}

/// Whether a text of these languages, the first the chief one, is in the language asked for. Both codes of ISO 639 are
/// in use: "en" and "eng".
bool is_in(std::string_view languages, std::string_view wanted) {
    const std::string_view chief = languages.substr(0, languages.find_first_of(",-_ "));
    return wanted.empty() || chief.empty() || chief == wanted || (chief.size() == 3 && chief.starts_with(wanted));
}

std::string without_fragment(const std::string& url) {
    return url.substr(0, url.find('#'));
}

}  // namespace

std::string to_string(const WarcCounts& counts) {
    const std::array<std::pair<std::size_t, const char*>, 5> others{{{counts.repeated, "seen before"},
                                                                     {counts.other_language, "in another language"},
                                                                     {counts.without_text, "without an article's text"},
                                                                     {counts.other_records, "that are no pages"},
                                                                     {counts.bad, "damaged or too large"}}};
    std::string text = grouped(counts.records) + (counts.records == 1 ? " record: " : " records: ") +
                       grouped(counts.articles) + (counts.articles == 1 ? " article" : " articles");
    for (const auto& [count, words] : others)
        if (count > 0) text += ", " + grouped(count) + " " + words;
    return text;
}

/// One archive.
class WarcArticles::Reading {
  public:
    Reading(WarcArticles& articles, ByteSource& source, const WarcArticleSink& sink)
        : options_(articles.options_),
          seen_(articles.seen_),
          sink_(sink),
          reader_(source, [&](const std::string& problem) {
              ++counts_.bad;
              sink_(reader_.count(), std::nullopt, problem);
          }) {}

    WarcCounts read() {
        while (reader_.next()) read_record();
        counts_.records = reader_.count();
        return counts_;
    }

  private:
    const ReadOptions& options_;
    HashSet& seen_;
    const WarcArticleSink& sink_;
    WarcReader reader_;
    WarcCounts counts_;

    void read_record();
    bool read_head(std::string& block, std::optional<HttpHead>& head);
    bool read_rest(std::string& block);
    void read_response();
    void read_text(bool page, const std::string& charset);
    void refuse(const std::string& problem);
    void finish(Article&& article);
};

void WarcArticles::Reading::read_record() {
    const WarcHeader& header = reader_.header();
    std::string media_type, charset;
    parse_media_type(header.content_type, media_type, charset);
    const bool plain = media_type == "text/plain" || (media_type.empty() && header.type == "conversion");
    if (header.segmented) {
        ++counts_.other_records;  // a part of a page
    } else if (header.type == "response" && media_type == "application/http") {
        read_response();
    } else if ((header.type == "resource" && (plain || is_page(media_type))) ||
               (header.type == "conversion" && plain)) {
        read_text(!plain, charset);
    } else {
        ++counts_.other_records;
    }
}

/// A problem of a record that is whole.
void WarcArticles::Reading::refuse(const std::string& problem) {
    ++counts_.bad;
    const WarcHeader& header = reader_.header();
    sink_(header.number, std::nullopt,
          "record " + std::to_string(header.number) + " at byte " + std::to_string(header.offset) + " (" +
              header.target_uri + "): " + problem + "; it is left out");
}

/// Reads so much of the block that the head is in it. False if the record is damaged, which was told; no head if it has
/// none.
bool WarcArticles::Reading::read_head(std::string& block, std::optional<HttpHead>& head) {
    while (!head && block.size() < std::min<std::uint64_t>(largest_head, reader_.header().size)) {
        if (!reader_.append(block, head_step)) return false;
        head = parse_http_head(block);
    }
    return true;
}

/// Reads the rest of a block that is not too large. False if it is, or damaged, which was told.
bool WarcArticles::Reading::read_rest(std::string& block) {
    const std::uint64_t size = reader_.header().size;
    if (size > options_.largest_article + largest_head) {
        refuse("has " + grouped(size >> 20) + " MiB, too much for one article");
        return false;
    }
    return reader_.append(block, static_cast<std::size_t>(size)) && reader_.finish(block);
}

void WarcArticles::Reading::read_response() {
    std::string block;
    std::optional<HttpHead> head;
    if (!read_head(block, head)) return;
    if (!head || head->status != 200 || !is_page(head->media_type)) {
        ++counts_.other_records;
        return;
    }
    if (!read_rest(block)) return;
    block.erase(0, head->size);
    std::string problem;
    const auto body =
        decode_http_body(std::move(block), *head, reader_.header().truncated, options_.largest_article, problem);
    if (!body) return refuse("the page cannot be read: " + problem);
    finish(parse_html_article(decode_page(*body, head->charset), options_.suspicious_words));
}

void WarcArticles::Reading::read_text(bool page, const std::string& charset) {
    std::string block;
    if (!read_rest(block)) return;
    finish(page ? parse_html_article(decode_page(block, charset), options_.suspicious_words)
                : parse_plain_text(decode_text(block)));
}

void WarcArticles::Reading::finish(Article&& article) {
    const WarcHeader& header = reader_.header();
    const std::string languages = article.info.language.empty() ? header.languages : article.info.language;
    if (article.text.empty()) {
        ++counts_.without_text;
    } else if (!is_in(languages, options_.crawl_language)) {
        ++counts_.other_language;
    } else if (!header.target_uri.empty() && !seen_.insert(hash_of(without_fragment(header.target_uri)))) {
        ++counts_.repeated;
    } else {
        ++counts_.articles;
        if (!header.target_uri.empty()) article.info.url = without_fragment(header.target_uri);
        article.info.id = article.info.url;
        if (!article.info.date) article.info.date = parse_date(header.date);
        sink_(header.number, std::move(article), {});
    }
}

WarcCounts WarcArticles::read(ByteSource& source, const WarcArticleSink& sink) {
    return Reading(*this, source, sink).read();
}

}  // namespace lede
