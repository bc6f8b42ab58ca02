#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <lede/base/word_list.hpp>
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
    std::string leave_out;
    std::vector<std::string> ontologies;
    int folds = 5;
};

/// "FILE=MAPPING" or "FILE=MAPPING=TREEBANK"; a mapping without a folder is one of the data folder's.
NameCorpus parse_corpus(const std::string& text, const std::string& data) {
    const std::size_t first = text.find('='), second = text.find('=', first + 1);
    if (first == std::string::npos) throw UsageError("--bio needs FILE=MAPPING, such as news.bio=wikigold: " + text);
    std::filesystem::path mapping = text.substr(first + 1, second - first - 1);
    if (!mapping.has_parent_path() && !mapping.has_extension()) mapping = std::filesystem::path(data) / "names" / (mapping.string() + ".tsv");
    return {text.substr(0, first), mapping, second == std::string::npos ? "" : text.substr(second + 1)};
}

NameTrainingData make_data(const TrainNamesOptions& options) {
    NameTrainingData data;
    const std::filesystem::path folder = options.data;
    for (const std::string& corpus : options.corpora) data.corpora.push_back(parse_corpus(corpus, options.data));
    if (!options.leave_out.empty()) {
        const WordList list(options.leave_out);
        for (const WordList::Row& row : list.rows()) data.leave_out.insert(row[0]);
    }
    data.articles = read_annotated_articles(options.articles);
    data.article_mapping = folder / "names" / "articles.tsv";
    data.gazetteers = {folder / "gazetteer/places.tsv", folder / "gazetteer/organisations.tsv", folder / "gazetteer/awards.tsv", folder / "gazetteer/events.tsv"};
    data.given_names = folder / "gazetteer/given_names.tsv";
    data.folds = options.folds;
    data.progress = [](const std::string& line) { std::cerr << line << "\n"; };
    return data;
}

void print(const std::map<std::string, NameScore>& scores) {
    for (const auto& [label, score] : scores)
        std::cerr << "held out: " << label << " F1 " << score.f1() << " of " << score.annotated << "\n";
}

int run_train_names(TrainNamesOptions options) {
    if (options.data.empty()) options.data = find_data_folder().language.string();
    NameTrainingData data = make_data(options);
    const Ontology ontology = read_ontologies(options.ontologies);
    ModelFileWriter writer;
    {
        const LanguageModel language(options.model);
        const ModelFile old(options.model);
        data.vectors = WordVectors(old);
        NameTrainingReader reader;
        reader.annotate = [&](Document& document) {
            Matrix encoded;
            language.annotate(document, &encoded);
            return encoded;
        };
        reader.read = [&](const Article& article) { return language.tokenise(article); };
        print(train_names(data, ontology, reader, writer));
        // What is in the model besides is kept; add() after add_all() would replace it.
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
    command->add_option("--bio", options->corpora, "FILE=MAPPING or FILE=MAPPING=TREEBANK: names in BIO, how its labels are called here, and the same sentences in CoNLL-U where that tells the documents")->type_name("FILE=MAPPING");
    command->add_option("--leave-out", options->leave_out, "List of document ids not to train on, one a line")->check(CLI::ExistingFile);
    command->add_option("--model", options->model, "Model with the language parts; its names are replaced")->required()->check(CLI::ExistingFile);
    command->add_option("--data", options->data, "Folder with names/ and gazetteer/; by default the program's own")->check(CLI::ExistingDirectory);
    command->add_option("--ontology", options->ontologies, "Turtle file or folder with the classes; by default the built-in ontology")->check(CLI::ExistingPath);
    command->add_option("--folds", options->folds, "Parts of the cross-validation")->check(CLI::Range(2, 100))->capture_default_str();
    command->footer(
        "Examples:\n"
        "  lede train names --articles annotated/ --model english.model\n"
        "  lede train names --articles annotated/ --bio wikigold.bio=wikigold --bio gum.bio=gum=gum.conllu --model english.model");
    command->callback([options, &run] { run = [options] { return run_train_names(*options); }; });
}

}  // namespace lede::cli
