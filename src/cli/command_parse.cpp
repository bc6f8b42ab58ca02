#include "cli_support.hpp"
#include "commands.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/language/conllu.hpp>
#include <lede/language/language_model.hpp>
#include <lede/pipeline/data_folder.hpp>
#include <lede/text/read_articles.hpp>

namespace lede::cli {

namespace {

struct ParseOptions {
    std::vector<std::string> inputs;
    std::filesystem::path model;
    std::string output = "-";
    bool overwrite = false;
    bool tokens_only = false;
    bool fail_fast = false;
};

int run_parse(const ParseOptions& options) {
    const LanguageModel model(options.model.empty() ? find_data_folder().language_model() : options.model);
    AtomicOutput output(options.output, options.overwrite);
    bool failed = false;
    ReadOptions reading;
    reading.fail_fast = options.fail_fast;
    const auto write = [&](Article&& article) {
        const Document document = options.tokens_only ? model.tokenise(article) : model.analyse(article);
        output.write(to_conllu(document));
    };
    Console console;
    for_each_article(options.inputs, reading, write, [&](const Diagnostic& diagnostic) {
        failed |= diagnostic.severity == Severity::error;
        console.report(diagnostic);
    });
    output.commit();
    return failed ? exit_failed : exit_good;
}

}  // namespace

void add_parse(CLI::App& app, std::function<int()>& run) {
    CLI::App* command = app.add_subcommand("parse", "Write the words, tags, trees and names of articles as CoNLL-U");
    auto options = std::make_shared<ParseOptions>();
    command
        ->add_option("FILE", options->inputs,
                     "Articles: text, HTML or JSON, packed or not; folders; - for standard input")
        ->required();
    command->add_option("--model", options->model, "Language model; by default the program's own for English")->check(CLI::ExistingFile);
    command->add_option("-o,--output", options->output, "File to write; - for standard output")->capture_default_str();
    command->add_flag("--overwrite", options->overwrite, "Replace an existing output");
    command->add_flag("--tokens", options->tokens_only, "Only tokens and sentences");
    command->add_flag("--fail-fast", options->fail_fast, "Stop at the first article that cannot be read");
    command->footer(
        "Examples:\n"
        "  lede parse article.txt > article.conllu\n"
        "  lede parse --tokens news.jsonl.gz -o news.conllu");
    command->callback([options, &run] { run = [options] { return run_parse(*options); }; });
}

}  // namespace lede::cli
