#include <filesystem>
#include <memory>
#include <string>

#include <lede/base/file.hpp>
#include <lede/language/language_model.hpp>
#include <lede/language/name_corpus.hpp>
#include <lede/pipeline/data_folder.hpp>

#include "cli_support.hpp"
#include "commands.hpp"

namespace lede::cli {

namespace {

struct NamesOptions {
    std::string input;
    std::filesystem::path model;
    std::string output = "-";
    bool overwrite = false;
};

/// `token TAB tag` lines, with an empty line behind each sentence.
std::string to_bio(const Document& document) {
    std::vector<std::string> tags(document.tokens.size(), "O");
    for (const Name& name : document.names)
        for (std::uint32_t i = name.first; i < name.last; ++i) tags[i] = (i == name.first ? "B-" : "I-") + name.label;
    std::string text;
    for (const Sentence& sentence : document.sentences) {
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) text.append(document.form(i)).append("\t").append(tags[i]) += '\n';
        text += '\n';
    }
    return text;
}

int run_names(const NamesOptions& options) {
    const LanguageModel model(options.model.empty() ? find_data_folder().language_model() : options.model);
    AtomicOutput output(options.output, options.overwrite);
    for (NamedDocument& named : read_name_corpus({options.input, {}, {}}, {}, NameTags())) {
        model.annotate(named.document);
        output.write(to_bio(named.document));
    }
    output.commit();
    return exit_good;
}

}  // namespace

void add_names(CLI::App& app, std::function<int()>& run) {
    CLI::App* command = app.add_subcommand("names", "Find the names in text whose tokens are given, a token a line, and write them in BIO");
    auto options = std::make_shared<NamesOptions>();
    command->add_option("FILE", options->input, "A token a line (what stands behind a tab is not looked at), an empty line behind each sentence; -DOCSTART- begins a document")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--model", options->model, "Language model; by default the program's own for English")->check(CLI::ExistingFile);
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command->footer(
        "Examples:\n"
        "  lede names tokens.txt > names.bio\n"
        "  lede names wikigold-dev.bio --model mine.model -o names.bio");
    command->callback([options, &run] { run = [options] { return run_names(*options); }; });
}

}  // namespace lede::cli
