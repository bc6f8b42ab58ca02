#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <lede/extraction/fact_trainer.hpp>
#include <lede/language/language_model.hpp>
#include <lede/pipeline/data_folder.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "train_support.hpp"

namespace lede::cli {

namespace {

struct TrainFactsOptions {
    FactTrainingData data;
    std::vector<std::string> ontologies;
    std::string licence;
    std::filesystem::path output;
};

void print(const FactTrainingReport& report) {
    const auto line = [](const std::string& name, const FactScore& score) {
        std::fprintf(stderr, "%-44s P %.3f R %.3f F1 %.3f of %zu\n", name.c_str(), score.precision(), score.recall(), score.f1(),
                     score.right + score.missed);
    };
    for (const auto& [iri, score] : report.properties) line(iri, score);
    line("held out, all", report.total);
}

int run_train_facts(TrainFactsOptions options) {
    if (options.data.data_folder.empty()) options.data.data_folder = find_data_folder().language;
    const Ontology ontology = read_ontologies(options.ontologies);
    const std::filesystem::path model = options.data.data_folder / "english.model";
    const LanguageModel language(model);
    const ModelFile sections(model);
    const EntityBuilder entities(ontology, sections);
    FactTrainingReport report;
    const WordVectors vectors(sections);
    FactModelParts parts = train_facts(options.data, ontology, language, entities, vectors, report,
                                       [](const std::string& line) { std::cerr << line << "\n"; });
    print(report);
    parts.meta = {"licence " + options.licence, "articles " + options.data.articles.filename().string(), "language model " + language.checksum()};
    write_fact_model(parts, options.output);
    std::cerr << "wrote " << options.output.string() << "\n";
    return exit_good;
}

}  // namespace

void add_train_facts(CLI::App& app, std::function<int()>& run) {
    CLI::App* command = train_command(app).add_subcommand("facts", "Train the facts from annotated articles and example sentences");
    auto options = std::make_shared<TrainFactsOptions>();
    command->add_option("--articles", options->data.articles, "Folder of annotated articles: NAME.txt with NAME.json")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--sentences", options->data.sentences, "Example sentences: property TAB + or - TAB marked sentence")
        ->check(CLI::ExistingFile);
    command->add_option("--data", options->data.data_folder, "Folder with english.model, lists/ and gazetteer/; by default the program's own")
        ->check(CLI::ExistingDirectory);
    command->add_option("--ontology", options->ontologies, "Turtle file or folder with the properties; by default the built-in ontology")
        ->check(CLI::ExistingPath);
    command->add_option("--folds", options->data.folds, "Parts of the cross-validation that sets the thresholds")
        ->check(CLI::Range(2, 100))
        ->capture_default_str();
    command->add_option("--epochs", options->data.learner.epochs, "Rounds over the data")->check(CLI::Range(1, 1000))->capture_default_str();
    command->add_option("--network-epochs", options->data.network.epochs, "Rounds of the network over the data")->check(CLI::Range(1, 1000))->capture_default_str();
    command->add_option("--licence", options->licence, "Licence of the model, for its meta data");
    command->add_option("-o,--output", options->output, "Model file to write")->type_name("FILE")->required();
    command->footer(
        "Examples:\n"
        "  lede train facts --articles annotated/ -o facts.model\n"
        "  lede train facts --articles annotated/ --sentences works.tsv --ontology mine.ttl -o facts.model");
    command->callback([options, &run] { run = [options] { return run_train_facts(*options); }; });
}

}  // namespace lede::cli
