#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <lede/language/trainer.hpp>
#include <lede/pipeline/data_folder.hpp>

#include "commands.hpp"
#include "train_support.hpp"

namespace lede::cli {

namespace {

int run_train_language(LanguageTraining training) {
    if (training.lists.empty()) training.lists = find_data_folder().language / "lists";
    train_language(training, [](const std::string& line) { std::cerr << line << "\n"; });
    std::cerr << "wrote " << training.output.string() << "\n";
    return 0;
}

}  // namespace

void add_train_language(CLI::App& app, std::function<int()>& run) {
    CLI::App* command =
        train_command(app).add_subcommand("language", "Train tokens, sentences, tags, lemmas and trees from treebanks");
    auto training = std::make_shared<LanguageTraining>();
    command->add_option("--conllu", training->treebanks, "Treebank in CoNLL-U")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--dev", training->development, "Treebank to stop and to measure by")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("-o,--output", training->output, "Model file; an existing one keeps its other parts")
        ->type_name("FILE")
        ->required();
    command->add_option("--leave-out", training->leave_out, "List of document ids not to train on, one a line")
        ->check(CLI::ExistingFile);
    command
        ->add_option("--lists", training->lists,
                     "Folder with abbreviations.tsv, domains.tsv, emoticons.tsv and reporting_verbs.tsv")
        ->check(CLI::ExistingDirectory);
    command->add_option("--language", training->language, "Language of the model")->capture_default_str();
    command->add_option("--licence", training->licence, "Licence of the model, for its meta data");
    command->add_option("--data-name", training->data_names,
                        "Name of a data set trained on, for the meta data");
    command->add_option("--epochs", training->epochs, "Times to go over the data for tags and trees")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    command->add_option("--hidden-size", training->hidden_size, "Size of the network's layers, each direction")
        ->capture_default_str()
        ->check(CLI::Range(16, 1024));
    command->add_option("--layers", training->layers, "Number of the network's layers")
        ->capture_default_str()
        ->check(CLI::Range(1, 8));
    command->add_option("--seed", training->seed, "Seed of all that is random")->capture_default_str();
    command
        ->add_option_function<std::string>(
            "--only", [training](const std::string&) { training->only_tokens = true; },
            "Train only these parts of an existing model: tokens (with sentences)")
        ->check(CLI::IsMember({"tokens"}));
    command->footer(
        "Examples:\n"
        "  lede train language --conllu ewt/train.conllu --conllu gum/train.conllu --dev ewt/dev.conllu -o "
        "english.model\n"
        "  lede train language --conllu mine.conllu --dev mine-dev.conllu --epochs 30 -o mine.model");
    command->callback([training, &run] { run = [training] { return run_train_language(*training); }; });
}

}  // namespace lede::cli
