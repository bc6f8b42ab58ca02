#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/text/article.hpp>

namespace lede {

/// How much of the inputs was read. May be looked at from any thread.
struct ReadProgress {
    std::atomic<std::uint64_t> read{0};   ///< bytes of the files as they lie there, packed or not
    std::atomic<std::uint64_t> total{0};  ///< of all files; 0 if that is not known, as with standard input

    /// 0 to 1; 0 if it is not known.
    double share() const {
        const std::uint64_t all = total;
        return all == 0 ? 0 : static_cast<double>(read) / static_cast<double>(all);
    }
};

struct ReadOptions {
    /// Stop at the first article that cannot be read, instead of reporting it.
    bool fail_fast = false;
    /// An article, or a line of JSON, with more bytes is refused: a thousand pages of a book have about 3 MiB.
    std::size_t largest_article = std::size_t{16} << 20;
    /// Words of class and id attributes that mark what is not the article in a web page; lower case, sorted.
    std::vector<std::string> suspicious_words;
    /// Pages of web archives that say to be in another language are passed over; ISO 639-1; empty for none.
    std::string crawl_language = {};
    /// Kept up to date while reading; may be null.
    ReadProgress* progress = nullptr;
};

/// Reads the articles of files, of folders with all that is below them, and of standard input ("-"), one after the
/// other, in the order of the file names, whatever the order of the arguments. Plain text, HTML, JSON and web archives
/// (WARC), each also packed with gzip or Zstandard, are told apart by suffix, else by content. A folder's files count
/// if their suffix is known. What cannot be read is an error diagnostic, and reading goes on; with `fail_fast` it is an
/// InputError. What became of the records of a web archive is a note at its end. Each article has a text and an id.
void for_each_article(const std::vector<std::string>& inputs, const ReadOptions& options,
                      const std::function<void(Article&&)>& sink, const DiagnosticSink& diagnostics);

}  // namespace lede
