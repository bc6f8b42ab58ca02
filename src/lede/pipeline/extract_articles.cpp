#include <memory>
#include <utility>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/base/hash_set.hpp>
#include <lede/pipeline/extract_articles.hpp>
#include <lede/pipeline/ordered_workers.hpp>

namespace lede {

namespace {

/// One run over the articles. All members but `extract_` and `prepare_` are touched in order only.
class Run {
  public:
    Run(const RunOptions& options, const ArticleExtractor& extract,
        const std::function<std::function<void()>(ArticleFacts&&)>& prepare, const DiagnosticSink& diagnostics)
        : options_(options), extract_(extract), prepare_(prepare), diagnostics_(diagnostics), workers_(options.jobs) {}

    RunCounts over(const std::vector<std::string>& inputs) {
        ReadOptions reading = options_.reading;
        if (!reading.progress) reading.progress = &progress_;
        for_each_article(
            inputs, reading, [&](Article&& article) { submit(std::move(article), reading.progress->share()); },
            [&](const Diagnostic& diagnostic) {
                workers_.submit([this, diagnostic] { return [this, diagnostic] { report(diagnostic); }; });
            });
        workers_.finish();
        return counts_;
    }

  private:
    const RunOptions& options_;
    const ArticleExtractor& extract_;
    const std::function<std::function<void()>(ArticleFacts&&)>& prepare_;
    const DiagnosticSink& diagnostics_;
    RunCounts counts_;
    ReadProgress progress_;
    HashSet ids_;             // hashes: an id may be a long URL, and there may be millions
    OrderedWorkers workers_;  // last, so that its threads end first

    void report(const Diagnostic& diagnostic) {
        if (diagnostic.severity == Severity::error) ++counts_.errors;
        if (diagnostics_) diagnostics_(diagnostic);
    }

    void submit(Article&& read, double share) {
        auto article = std::make_shared<const Article>(std::move(read));
        if (!ids_.insert(hash_of(article->info.id))) return refuse_duplicate(article->info);
        workers_.submit([this, article, share] { return work_on(*article, share); });
    }

    void refuse_duplicate(const ArticleInfo& info) {
        const std::string message = "an article with the id \"" + info.id + "\" was read before; this one is left out";
        if (options_.reading.fail_fast) throw InputError(info.source, message);
        workers_.submit([this, where = info.source, message] {
            return [this, where, message] { report({Severity::error, where, message}); };
        });
    }

    std::function<void()> work_on(const Article& article, double share) {
        try {
            ArticleFacts facts = extract_(article);
            const std::size_t fact_count = facts.facts.size();
            const std::size_t quotation_count = facts.quotations.size();
            return [this, fact_count, quotation_count, share, bytes = article.text.size(),
                    then = prepare_(std::move(facts))] {
                if (then) then();
                ++counts_.articles;
                counts_.facts += fact_count;
                counts_.quotations += quotation_count;
                counts_.bytes += bytes;
                if (options_.on_article) options_.on_article(share);
            };
        } catch (const std::exception& error) {
            if (options_.reading.fail_fast) throw;
            return [this, where = article.info.source, message = std::string(error.what())] {
                report({Severity::error, where, "could not be extracted: " + message});
            };
        }
    }
};

}  // namespace

RunCounts extract_articles(const std::vector<std::string>& inputs, const RunOptions& options,
                           const ArticleExtractor& extract,
                           const std::function<std::function<void()>(ArticleFacts&&)>& prepare,
                           const DiagnosticSink& diagnostics) {
    return Run(options, extract, prepare, diagnostics).over(inputs);
}

}  // namespace lede
