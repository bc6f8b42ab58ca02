#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include <lede/base/diagnostic.hpp>
#include <lede/base/error.hpp>
#include <lede/pipeline/extract_articles.hpp>
#include <lede/pipeline/pipeline.hpp>

#include "progress_bar.hpp"

namespace lede::cli {

/// The command line asks for something that cannot be: exit code 2. Nothing has been read or written.
class UsageError : public Error {
  public:
    using Error::Error;
};

constexpr int exit_good = 0;
constexpr int exit_failed = 1;
constexpr int exit_usage = 2;

class Console;

/// What the commands that read articles have in common.
struct ArticleOptions {
    std::vector<std::string> inputs;
    std::vector<std::string> ontologies;
    bool no_core = false;
    std::string data;
    double min_confidence = 0;
    unsigned jobs = 0;
    bool fail_fast = false;
    bool open = false;
    bool no_cache = false;

    /// The console tells what takes long.
    PipelineOptions pipeline(bool explain, Console& console) const;
    /// The console shows the progress and must outlive the run.
    RunOptions run(const Pipeline& pipeline, Console& console) const;
};

/// Adds FILE… and the options of ArticleOptions.
void add_article_options(CLI::App& command, ArticleOptions& options);

/// Whether colours are welcome on this descriptor: a terminal, and NO_COLOR (no-color.org) is not set.
bool wants_colour(int descriptor);

/// Words for people, on standard error: diagnostics, and a line of progress that is there only on a terminal.
class Console {
  public:
    Console();

    void report(const Diagnostic& diagnostic);
    DiagnosticSink sink() {
        return [this](const Diagnostic& diagnostic) { report(diagnostic); };
    }
    /// Counting begins: what is counted, in the plural, and how many, if that is known.
    void start(std::string unit, std::uint64_t total = 0) { bar_.restart(std::move(unit), total); }
    /// Counts one, and shows the count, the rate and, as far as `share` of the whole work is known, the remaining time.
    void advance(double share = 0) { bar_.advance_to(share); }
    /// To be called with the name of the output: no progress is shown among data that goes to the same terminal.
    void make_room_for(const std::string& output);
    /// Work begins whose progress is not counted.
    void tell(const std::string& words) { bar_.tell(words); }
    /// A last word: "12 articles, 340 facts, 1 error".
    void summarise(const RunCounts& counts);

  private:
    bool colour_;
    ProgressBar bar_{"articles"};
};

/// Writes a message as the program does: "lede: error: …".
void print_message(Severity severity, std::string_view text, bool colour);

}  // namespace lede::cli
