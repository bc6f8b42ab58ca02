#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include <lede/base/byte_source.hpp>
#include <lede/base/hash_set.hpp>
#include <lede/text/article.hpp>
#include <lede/text/read_articles.hpp>

namespace lede {

/// What became of the records of a web archive.
struct WarcCounts {
    std::size_t records = 0;
    std::size_t articles = 0;
    std::size_t repeated = 0;       ///< pages of an address that was read before
    std::size_t other_records = 0;  ///< requests, pictures, redirections, and all else that is no page
    std::size_t other_language = 0;
    std::size_t without_text = 0;
    std::size_t bad = 0;  ///< damaged, or too large
};

/// For people: "1,204 records: 310 articles, 12 seen before, 882 that are no pages".
std::string to_string(const WarcCounts& counts);

/// The number of a record, and the article read there, or, if it could not be read, what is wrong and where.
using WarcArticleSink =
    std::function<void(std::size_t record, std::optional<Article> article, const std::string& problem)>;

/// Reads the articles of web archives (WARC 1.0 and 1.1, ISO 28500), as crawls of news sites are: the pages of
/// `response` records of status 200 whose media type is HTML or XHTML, in the charset that the server told, the packing
/// of HTTP undone; `resource` records of HTML or plain text; and the plain text of `conversion` records (WET). The
/// address is the article's id; its date is what the page says, else that of the crawl. Of the pages of one address the
/// first that is an article counts, in all archives that one object reads.
class WarcArticles {
  public:
    /// The options must outlive the object.
    explicit WarcArticles(const ReadOptions& options) : options_(options) {}

    /// Memory is bounded by the largest article, however large a record is. What is damaged is handed to the sink as a
    /// problem, and reading goes on at the next record that can be found; if the source cannot be read on, that is one
    /// too. Throws what the sink throws.
    WarcCounts read(ByteSource& source, const WarcArticleSink& sink);

  private:
    const ReadOptions& options_;
    HashSet seen_;

    class Reading;
};

}  // namespace lede
