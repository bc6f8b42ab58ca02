#include "cli_support.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <thread>
#include <unistd.h>
#include <utility>

#include <lede/base/file.hpp>
#include <lede/base/hash.hpp>
#include <lede/base/number_text.hpp>

#include <lede/graph/words.hpp>

namespace lede::cli {

namespace {

constexpr std::size_t worth_telling = 200;  // examples; they take a third of a second

std::string counted(std::size_t count, const char* thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

/// Where programs keep what they can make anew (XDG Base Directory Specification); empty if there is no such place.
std::filesystem::path find_cache_folder() {
    for (const auto& [variable, below] : {std::pair("XDG_CACHE_HOME", "lede"), std::pair("HOME", ".cache/lede")}) {
        const char* folder = std::getenv(variable);
        if (folder && *folder == '/') return std::filesystem::path(folder) / below;
    }
    return {};
}

/// The version and a hash of the program's own bytes, which tells a build from the next.
std::string name_of_program() {
    try {
        return LEDE_VERSION " " + std::to_string(hash_of(MappedFile("/proc/self/exe").bytes()));
    } catch (const InputError&) {
        return LEDE_VERSION;
    }
}

}  // namespace

PipelineOptions ArticleOptions::pipeline(bool explain, Console& console) const {
    PipelineOptions result;
    result.data = data;
    result.core = !no_core;
    result.ontologies.assign(ontologies.begin(), ontologies.end());
    result.extraction.min_confidence = min_confidence;
    result.extraction.explain = explain;
    result.extraction.open = open;
    result.extraction.before_examples = [&console](std::size_t count) {
        if (count >= worth_telling) console.tell("reading " + grouped(count) + " examples");
    };
    if (!no_cache && !ontologies.empty()) {
        result.cache = find_cache_folder();
        result.program = name_of_program();
    }
    if (no_core && ontologies.empty()) throw UsageError("--no-core leaves no ontology; name one with --ontology FILE");
    return result;
}

RunOptions ArticleOptions::run(const Pipeline& pipeline, Console& console) const {
    RunOptions result;
    result.reading.fail_fast = fail_fast;
    result.reading.suspicious_words = pipeline.suspicious_words();
    result.jobs = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    if (data.empty()) result.reading.crawl_language = "en";  // the language of the program's own data
    console.start("articles");
    result.on_article = [&console](double share) { console.advance(share); };
    return result;
}

void add_article_options(CLI::App& command, ArticleOptions& options) {
    command
        .add_option("FILE", options.inputs,
                    "Articles: text, HTML, JSON Lines or WARC, also packed (.gz, .zst); folders; - for standard input")
        ->required();
    command
        .add_option("--ontology", options.ontologies,
                    "A Turtle file added to the built-in ontology")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command.add_flag("--no-core", options.no_core, "Leave out the built-in ontology");
    command.add_flag(
        "--no-cache", options.no_cache,
        "Learn an ontology's examples anew; else what was learned from many is kept in $XDG_CACHE_HOME/lede "
        "(~/.cache/lede)");
    command.add_flag("--open", options.open,
                     "Add open facts, whose property is the text's own phrase, as in \"has been chairman of\"");
    command.add_option("--min-confidence", options.min_confidence, "Leave out facts below this score")
        ->type_name("0..1")
        ->check(CLI::Range(0.0, 1.0).description(""));
    command.add_option("--jobs", options.jobs, "Threads; by default as many as there are cores")
        ->type_name("N")
        ->check(CLI::Range(1, 1024).description(""));
    command.add_flag("--fail-fast", options.fail_fast,
                     "Stop at the first article that cannot be read, and write nothing");
    command.add_option("--data", options.data, "Folder with the language data, instead of the program's own")
        ->type_name("DIR");
}

bool wants_colour(int descriptor) {
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return ::isatty(descriptor) && !(no_colour && *no_colour) && !(terminal && std::string_view(terminal) == "dumb");
}

namespace {

/// The message as a terminal may show it, its own line ends apart: names of files and articles may hold anything.
std::string safe_lines(std::string_view text) {
    std::string safe;
    while (true) {
        const std::size_t end = text.find('\n');
        safe += to_printable(text.substr(0, end));
        if (end == std::string_view::npos) return safe;
        safe += '\n';
        text.remove_prefix(end + 1);
    }
}

}  // namespace

void print_message(Severity severity, std::string_view text, bool colour) {
    const char* name = severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
    const char* paint = severity == Severity::error     ? "\033[31m"
                        : severity == Severity::warning ? "\033[33m"
                                                        : "\033[36m";
    std::fprintf(stderr, "lede: %s%s:%s %s\n", colour ? paint : "", name, colour ? "\033[0m" : "",
                 safe_lines(text).c_str());
}

Console::Console() : colour_(wants_colour(STDERR_FILENO)) {}

void Console::make_room_for(const std::string& output) {
    if (output == "-" && ::isatty(STDOUT_FILENO)) bar_.mute();
}

void Console::report(const Diagnostic& diagnostic) {
    bar_.clear();
    const std::string text =
        diagnostic.where.empty() ? diagnostic.message : diagnostic.where + ": " + diagnostic.message;
    print_message(diagnostic.severity, text, colour_);
}

void Console::summarise(const RunCounts& counts) {
    bar_.clear();
    std::string text = counted(counts.articles, "article") + ", " + counted(counts.facts, "fact") + ", " +
                       counted(counts.quotations, "quotation");
    if (counts.errors > 0) text += ", " + counted(counts.errors, "error");
    std::fprintf(stderr, "lede: %s\n", text.c_str());
}

}  // namespace lede::cli
