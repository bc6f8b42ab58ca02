#include <filesystem>
#include <limits>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <lede/base/byte_source.hpp>
#include <lede/base/file.hpp>
#include <lede/extraction/open_extractor.hpp>
#include <lede/language/language_model.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/pipeline/token_lines.hpp>
#include <lede/text/read_articles.hpp>

#include "cli_support.hpp"
#include "commands.hpp"

namespace lede::cli {

namespace {

struct TuplesOptions {
    std::vector<std::string> inputs;
    std::filesystem::path model;
    std::string from = "articles";
    std::string output = "-";
    double min_confidence = 0;
    bool overwrite = false;
    bool fail_fast = false;
};

class TuplesRun {
  public:
    explicit TuplesRun(const TuplesOptions& options)
        : options_(options),
          folder_(find_data_folder()),
          model_(options.model.empty() ? folder_.language_model() : options.model),
          extractor_(folder_.language / "lists"),
          output_(options.output, options.overwrite) {}

    int run() {
        console_.make_room_for(options_.output);
        const DiagnosticSink diagnostics = [this](const Diagnostic& diagnostic) {
            failed_ |= diagnostic.severity == Severity::error;
            console_.report(diagnostic);
        };
        if (options_.from == "tokens") {
            for (const std::string& path : options_.inputs) read_tokens(path);
        } else {
            ReadProgress progress;
            ReadOptions reading;
            reading.fail_fast = options_.fail_fast;
            if (options_.model.empty()) reading.crawl_language = "en";  // the language of the program's own model
            reading.progress = &progress;
            console_.start("articles");
            for_each_article(
                options_.inputs, reading,
                [&](Article&& article) {
                    write_article(article);
                    console_.advance(progress.share());
                },
                diagnostics);
        }
        output_.commit();
        return failed_ ? exit_failed : exit_good;
    }

  private:
    const TuplesOptions& options_;
    DataFolder folder_;
    LanguageModel model_;
    OpenExtractor extractor_;
    AtomicOutput output_;
    Console console_;
    bool failed_ = false;

    void write(const Document& document, const Speller& spell) {
        for (const OpenTuple& tuple : extractor_.find(document))
            if (tuple.confidence >= options_.min_confidence) output_.write(to_line(document, tuple, spell));
    }
    void write_article(const Article& article) {
        const Document document = model_.analyse(article);
        write(document, [&](std::uint32_t i) { return document.form(i); });
    }
    void read_tokens(const std::string& path) {
        std::istringstream lines(read_all(*open_source(path), path, std::numeric_limits<std::uint32_t>::max()));
        for (std::string line; std::getline(lines, line);) {
            TokenLine sentence(line);
            if (sentence.document().tokens.empty()) continue;
            model_.annotate(sentence.document());
            write(sentence.document(), [&](std::uint32_t i) { return sentence.given(i); });
        }
    }
};

}  // namespace

void add_tuples(CLI::App& app, std::function<int()>& run) {
    CLI::App* command = app.add_subcommand(
        "tuples", "Write what each sentence states in its own words: a predicate with its arguments");
    auto options = std::make_shared<TuplesOptions>();
    command
        ->add_option("FILE", options->inputs,
                     "Articles: text, HTML, JSON or WARC, packed or not; folders; - for standard input")
        ->required();
    command->add_option("--model", options->model, "Language model; by default the program's own for English")
        ->check(CLI::ExistingFile);
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command
        ->add_option(
            "--from", options->from,
            "How FILE is read: as articles; or as tokens, one sentence a line with blanks between the tokens "
            "(-LRB-, `` and the like are read as the signs that they stand for, and written as they are given)")
        ->capture_default_str()
        ->check(CLI::IsMember({"articles", "tokens"}));
    command->add_option("--min-confidence", options->min_confidence, "Leave out tuples below this confidence")
        ->type_name("0..1")
        ->check(CLI::Range(0.0, 1.0).description(""));
    command->add_flag("--fail-fast", options->fail_fast, "Stop at the first article that cannot be read");
    command->footer(
        "One tuple a line, with a TAB between: sentence, confidence, predicate, subject, argument, further arguments.\n"
        "What the text denies is here with its \"not\"; `lede extract --open` asserts it not.\n\n"
        "Examples:\n"
        "  lede tuples article.txt\n"
        "  lede tuples --from tokens sentences.txt --min-confidence 0.4 -o tuples.tsv");
    command->callback([options, &run] { run = [options] { return TuplesRun(*options).run(); }; });
}

}  // namespace lede::cli
