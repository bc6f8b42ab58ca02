#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <lede/extraction/entity_training.hpp>
#include <lede/language/language_model.hpp>
#include <lede/pipeline/data_folder.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "train_support.hpp"

namespace lede::cli {

namespace {

struct TrainNamesOptions {
    std::string articles;
    std::vector<std::string> corpora;
    std::string model;
    std::string data;  ///< empty for the program's own
    std::vector<std::string> ontologies;
    int folds = 5;
};

/// "FILE=MAPPING"; a mapping without a folder is one of the data folder's.
std::pair<std::filesystem::path, std::filesystem::path> parse_corpus(const std::string& text, const std::string& data) {
    const std::size_t at = text.rfind('=');
    if (at == std::string::npos) throw UsageError("--bio needs FILE=MAPPING, such as news.bio=wikigold: " + text);
    std::filesystem::path mapping = text.substr(at + 1);
    if (!mapping.has_parent_path() && !mapping.has_extension()) mapping = std::filesystem::path(data) / "names" / (mapping.string() + ".tsv");
    return {text.substr(0, at), mapping};
}

NameTrainingData make_data(const TrainNamesOptions& options) {
    NameTrainingData data;
    const std::filesystem::path folder = options.data;
    for (const std::string& corpus : options.corpora) data.corpora.push_back(parse_corpus(corpus, options.data));
    data.articles = read_annotated_articles(options.articles);
    data.article_mapping = folder / "names" / "articles.tsv";
    data.gazetteers = {folder / "gazetteer/places.tsv", folder / "gazetteer/organisations.tsv", folder / "gazetteer/awards.tsv", folder / "gazetteer/events.tsv"};
    data.given_names = folder / "gazetteer/given_names.tsv";
    data.folds = options.folds;
    return data;
}

void print(const std::map<std::string, NameScore>& scores) {
    for (const auto& [label, score] : scores)
        std::cerr << "held out: " << label << " F1 " << score.f1() << " of " << score.annotated << "\n";
}

int run_train_names(TrainNamesOptions options) {
    if (options.data.empty()) options.data = find_data_folder().language.string();
    const NameTrainingData data = make_data(options);
    const Ontology ontology = read_ontologies(options.ontologies);
    ModelFileWriter writer;
    {
        const LanguageModel language(options.model);
        NameTrainingReader reader;
        reader.annotate = [&](Document& document) { language.annotate(document); };
        reader.read = [&](const Article& article) { return language.analyse(article); };
        print(train_names(data, ontology, reader, writer));
        // What is in the model besides is kept; add() after add_all() would replace it.
        const ModelFile old(options.model);
        for (const std::string& name : old.section_names())
            if (!name.starts_with("names.") && !name.starts_with("entities.")) writer.add(name, std::string(old.section(name)));
    }
    writer.write(options.model);
    std::cerr << "wrote " << options.model << "\n";
    return exit_good;
}

}  // namespace

void add_train_names(CLI::App& app, std::function<int()>& run) {
    CLI::App* command = train_command(app).add_subcommand("names", "Train names and entities from annotated articles");
    auto options = std::make_shared<TrainNamesOptions>();
    command->add_option("--articles", options->articles, "Folder of annotated articles: NAME.txt with NAME.json")->required()->check(CLI::ExistingDirectory);
    command->add_option("--bio", options->corpora, "FILE=MAPPING: names in BIO, and how its labels are called here (repeatable)");
    command->add_option("--model", options->model, "Model with the language parts; its names are replaced")->required()->check(CLI::ExistingFile);
    command->add_option("--data", options->data, "Folder with names/ and gazetteer/; by default the program's own")->check(CLI::ExistingDirectory);
    command->add_option("--ontology", options->ontologies, "Turtle file or folder with the classes (repeatable); by default the built-in ontology")->check(CLI::ExistingPath);
    command->add_option("--folds", options->folds, "Parts of the cross-validation")->check(CLI::Range(2, 100))->capture_default_str();
    command->footer(
        "Examples:\n"
        "  lede train names --articles annotated/ --model english.model\n"
        "  lede train names --articles annotated/ --bio wikigold.bio=wikigold --bio gum.bio=gum --model english.model");
    command->callback([options, &run] { run = [options] { return run_train_names(*options); }; });
}

}  // namespace lede::cli
