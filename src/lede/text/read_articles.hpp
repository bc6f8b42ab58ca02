#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/text/article.hpp>

namespace lede {

struct ReadOptions {
    /// Stop at the first article that cannot be read, instead of reporting it.
    bool fail_fast = false;
    /// An article, or a line of JSON, with more bytes is refused: a thousand pages of a book have about 3 MiB.
    std::size_t largest_article = std::size_t{16} << 20;
    /// Words of class and id attributes that mark what is not the article in a web page; lower case, sorted.
    std::vector<std::string> suspicious_words;
};

/// Reads the articles of files, of folders with all that is below them, and of standard input ("-"), one after the
/// other, in the order of the file names, whatever the order of the arguments. Plain text, HTML and JSON, each also
/// packed with gzip or Zstandard, are told apart by suffix, else by content. A folder's files count if their suffix is
/// known. What cannot be read is an error diagnostic, and reading goes on; with `fail_fast` it is an InputError. Each
/// article has a text and an id.
void for_each_article(const std::vector<std::string>& inputs, const ReadOptions& options,
                      const std::function<void(Article&&)>& sink, const DiagnosticSink& diagnostics);

}  // namespace lede
