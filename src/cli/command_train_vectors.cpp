#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include <lede/language/model_file.hpp>
#include <lede/language/word_vectors_trainer.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "train_support.hpp"

namespace lede::cli {

namespace {

struct TrainVectorsOptions {
    WordVectorsTraining training;
    std::string model;
};

int run_train_vectors(const TrainVectorsOptions& options) {
    const WordVectorsParts parts =
        train_word_vectors(options.training, [](const std::string& line) { std::cerr << line << "\n"; });
    ModelFileWriter writer;
    if (std::filesystem::exists(options.model)) writer.add_all(ModelFile(options.model));
    add_word_vectors(parts, writer);
    writer.write(options.model);
    std::cerr << "wrote " << options.model << "\n";
    return exit_good;
}

}  // namespace

void add_train_vectors(CLI::App& app, std::function<int()>& run) {
    CLI::App* command = train_command(app).add_subcommand("vectors", "Put word vectors, and clusters of similar words, into a model");
    auto options = std::make_shared<TrainVectorsOptions>();
    WordVectorsTraining& training = options->training;
    command->add_option("--vectors", training.vectors, "Text with a word and its vector a line, commonest first, as GloVe writes it")->required()->check(CLI::ExistingFile);
    command->add_option("--words", training.words, "Take at most so many words")->check(CLI::Range(1, 10'000'000))->capture_default_str();
    command->add_option("--dimensions", training.dimension, "Keep so many principal components; 0 for all dimensions as they are")->check(CLI::Range(0, 4096))->capture_default_str();
    command->add_option("--clusters", training.cluster_counts, "Numbers of clusters, the smallest first")->check(CLI::Range(1, 65535))->capture_default_str();
    command->add_option("--data-name", training.data_name, "Name of the vectors, for the meta data; by default the file's");
    command->add_option("--licence", training.licence, "Licence of the vectors, for the meta data");
    command->add_option("--model", options->model, "Model that gets the vectors; an existing one keeps its other parts")->type_name("FILE")->required();
    command->footer(
        "Examples:\n"
        "  lede train vectors --vectors glove.6B.100d.txt --licence PDDL-1.0 --model english.model\n"
        "  lede train vectors --vectors mine.txt --words 20000 --dimensions 50 --clusters 256 --model english.model");
    command->callback([options, &run] { run = [options] { return run_train_vectors(*options); }; });
}

}  // namespace lede::cli
