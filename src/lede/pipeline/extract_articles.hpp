#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/model/facts.hpp>
#include <lede/text/read_articles.hpp>

namespace lede {

struct RunOptions {
    ReadOptions reading;
    unsigned jobs = 1;
    /// Called after each article that is done, in order, with the share of the inputs' bytes that was read when it was
    /// handed out, 0 to 1 (0 if that cannot be known, as with standard input); may be empty.
    std::function<void(double share)> on_article = {};
};

/// What a run did.
struct RunCounts {
    std::size_t articles = 0;
    std::size_t facts = 0;
    std::size_t quotations = 0;
    std::size_t bytes = 0;   ///< of text
    std::size_t errors = 0;  ///< articles that were left out
};

/// Reads an article into facts; called from several threads at once.
using ArticleExtractor = std::function<ArticleFacts(const Article&)>;

/// Reads the articles of the inputs into facts on several threads. `prepare` is called on those threads with each
/// article's facts, and what it returns is called in the order of the articles, one at a time; so are the diagnostics.
/// An article that cannot be read, that fails in extraction, or whose id was there before, is an error diagnostic and
/// is left out; with `fail_fast` it is an exception.
RunCounts extract_articles(const std::vector<std::string>& inputs, const RunOptions& options,
                           const ArticleExtractor& extract,
                           const std::function<std::function<void()>(ArticleFacts&&)>& prepare,
                           const DiagnosticSink& diagnostics);

}  // namespace lede
