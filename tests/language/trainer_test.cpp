#include <filesystem>
#include <fstream>
#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>
#include <lede/language/language_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/trainer.hpp>

using namespace lede;

namespace {

/// A folder that is removed at the end.
struct TemporaryFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "lede_trainer_test";
    TemporaryFolder() { std::filesystem::create_directories(path); }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

std::string small_treebank() {
    std::string result = "# newdoc id = small\n";
    for (const std::string name : {"Ann", "Bob", "Cy", "Dee", "Eve", "Flo"})
        result += "# text = " + name + " sees dogs.\n1\t" + name + "\t" + name +
                  "\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n" +
                  "2\tsees\tsee\tVERB\tVBZ\tTense=Pres\t0\troot\t_\t_\n3\tdogs\tdog\tNOUN\tNNS\tNumber=Plur\t2\tobj\t_"
                  "\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
    return result;
}

}  // namespace

TEST_CASE("A small treebank is learnt by heart, twice to the same bytes, and other sections are kept") {
    const TemporaryFolder folder;
    std::ofstream(folder.path / "small.conllu") << small_treebank();
    LanguageTraining training;
    training.treebanks = training.development = {folder.path / "small.conllu"};
    training.lists = LEDE_SOURCE_DIR "/src/data/english/lists";
    training.output = folder.path / "small.model";
    training.licence = "CC0";
    training.epochs = 60;
    training.hidden_size = 32;
    ModelFileWriter other;
    other.add("other", "kept");
    other.write(training.output);

    const auto silent = [](const std::string&) {};
    const LanguageScores scores = train_language(training, silent);
    CHECK(scores.trees == scores.gold_words);
    CHECK(scores.lemmas == scores.gold_words);
    CHECK(scores.sentences == scores.gold_sentences);
    const std::string first = read_file(training.output);
    train_language(training, silent);
    CHECK(first == read_file(training.output));

    training.only_tokens = true;
    training.licence = "another";
    const LanguageScores tokens = train_language(training, silent);
    CHECK(tokens.sentences == tokens.gold_sentences);
    CHECK(first == read_file(training.output));  // the same tokens, and all else kept

    const ModelFile file(training.output);
    CHECK(file.section("other") == "kept");
    CHECK(file.section("meta").find("licence\tCC0\n") != std::string_view::npos);
    CHECK(LanguageModel(training.output).language() == "en");
}

TEST_CASE("Another language is learnt without lists of its own") {
    const TemporaryFolder folder;
    std::string treebank = "# newdoc id = klein\n";
    for (const std::string name : {"Jürgen", "Äbtin", "Öse", "Michał", "Zoë"})
        treebank += "# text = " + name + " mag große Bäume.\n1\t" + name + "\t" + name +
                    "\tPROPN\tNE\tCase=Nom\t2\tnsubj\t_\t_\n2\tmag\tmögen\tVERB\tVVFIN\t_\t0\troot\t_\t_\n" +
                    "3\tgroße\tgroß\tADJ\tADJA\tCase=Acc\t4\tamod\t_\t_\n" +
                    "4\tBäume\tBaum\tNOUN\tNN\tCase=Acc\t2\tobj\t_\tSpaceAfter=No\n" +
                    "5\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_\n\n";
    std::ofstream(folder.path / "klein.conllu") << treebank;
    std::filesystem::create_directories(folder.path / "lists");
    LanguageTraining training;
    training.treebanks = training.development = {folder.path / "klein.conllu"};
    training.lists = folder.path / "lists";
    training.output = folder.path / "klein.model";
    training.language = "de";
    training.epochs = 60;
    training.hidden_size = 32;
    const LanguageScores scores = train_language(training, [](const std::string&) {});
    CHECK(scores.trees == scores.gold_words);
    CHECK(scores.lemmas == scores.gold_words);
    CHECK(LanguageModel(training.output).language() == "de");
}

TEST_CASE("Tokens alone are trained only into a model that is there") {
    const TemporaryFolder folder;
    std::ofstream(folder.path / "small.conllu") << small_treebank();
    LanguageTraining training;
    training.treebanks = training.development = {folder.path / "small.conllu"};
    training.lists = LEDE_SOURCE_DIR "/src/data/english/lists";
    training.output = folder.path / "none.model";
    training.only_tokens = true;
    CHECK_THROWS_AS(train_language(training, [](const std::string&) {}), InputError);
}
