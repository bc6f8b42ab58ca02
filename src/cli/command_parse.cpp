#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include <lede/base/byte_source.hpp>
#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/conllu.hpp>
#include <lede/language/language_model.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/text/charset.hpp>
#include <lede/text/read_articles.hpp>

#include "cli_support.hpp"
#include "commands.hpp"

namespace lede::cli {

namespace {

struct ParseOptions {
    std::vector<std::string> inputs;
    std::filesystem::path model;
    std::string from = "articles";
    std::string output = "-";
    bool overwrite = false;
    bool tokens_only = false;
    bool fail_fast = false;
};

std::string bytes_of(const std::string& path) {
    return read_all(*open_source(path), path, std::numeric_limits<std::uint32_t>::max());
}

/// A file whose every byte is text, nothing of it a date, a headline or a line end to be mended.
Article article_of_bytes(const std::string& path, const DiagnosticSink& diagnostics) {
    Article article;
    article.info.id = path == "-" ? "stdin" : std::filesystem::path(path).filename().string();
    article.info.source = path;
    article.text = bytes_of(path);
    bool changed = false;
    std::string valid = to_valid_utf8(article.text, &changed);
    if (!changed) return article;
    article.text = decode_text(article.text, &changed);
    if (changed)
        diagnostics({Severity::warning, path, "holds bytes that are not UTF-8 text; they were replaced by U+FFFD"});
    return article;
}

class ParseRun {
  public:
    explicit ParseRun(const ParseOptions& options)
        : options_(options),
          model_(options.model.empty() ? find_data_folder().language_model() : options.model),
          output_(options.output, options.overwrite) {}

    int run() {
        console_.make_room_for(options_.output);
        const DiagnosticSink diagnostics = [this](const Diagnostic& diagnostic) {
            failed_ |= diagnostic.severity == Severity::error;
            console_.report(diagnostic);
        };
        if (options_.from == "articles") {
            ReadProgress progress;
            ReadOptions reading;
            reading.fail_fast = options_.fail_fast;
            if (options_.model.empty()) reading.crawl_language = "en";  // the language of the program's own model
            reading.progress = &progress;
            console_.start("articles");
            for_each_article(
                options_.inputs, reading,
                [&](Article&& article) {
                    write(article);
                    console_.advance(progress.share());
                },
                diagnostics);
        } else {
            for (const std::string& path : options_.inputs) read_one(path, diagnostics);
        }
        output_.commit();
        return failed_ ? exit_failed : exit_good;
    }

  private:
    void write(const Article& article) {
        output_.write(to_conllu(options_.tokens_only ? model_.tokenise(article) : model_.analyse(article)));
    }

    void read_one(const std::string& path, const DiagnosticSink& diagnostics) try {
        if (options_.from == "text") return write(article_of_bytes(path, diagnostics));
        for (TreebankArticle& given : parse_conllu(bytes_of(path), path)) {
            model_.annotate(given.document);
            output_.write(to_conllu(given.document));
        }
    } catch (const InputError& error) {
        if (options_.fail_fast) throw;
        diagnostics({Severity::error, "", error.what()});
    }

    const ParseOptions& options_;
    LanguageModel model_;
    AtomicOutput output_;
    Console console_;
    bool failed_ = false;
};

int run_parse(const ParseOptions& options) {
    if (options.from == "conllu" && options.tokens_only)
        throw UsageError("--tokens has nothing to do with --from conllu, whose tokens are given; leave one out");
    return ParseRun(options).run();
}

}  // namespace

void add_parse(CLI::App& app, std::function<int()>& run) {
    CLI::App* command = app.add_subcommand("parse", "Write the words, tags, trees and names of articles as CoNLL-U");
    auto options = std::make_shared<ParseOptions>();
    command
        ->add_option("FILE", options->inputs,
                     "Articles: text, HTML, JSON or WARC, packed or not; folders; - for standard input")
        ->required();
    command->add_option("--model", options->model, "Language model; by default the program's own for English")
        ->check(CLI::ExistingFile);
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command
        ->add_option("--from", options->from,
                     "How FILE is read: as articles; as text, every byte as it is; or as conllu, whose tokens and "
                     "sentences are kept and get new tags, lemmas, trees and names")
        ->capture_default_str()
        ->check(CLI::IsMember({"articles", "text", "conllu"}));
    command->add_flag("--tokens", options->tokens_only, "Only tokens and sentences");
    command->add_flag("--fail-fast", options->fail_fast, "Stop at the first article that cannot be read");
    command->footer(
        "Examples:\n"
        "  lede parse article.txt > article.conllu\n"
        "  lede parse --tokens news.jsonl.gz -o news.conllu\n"
        "  lede parse --from conllu treebank.conllu -o parsed.conllu");
    command->callback([options, &run] { run = [options] { return run_parse(*options); }; });
}

}  // namespace lede::cli
