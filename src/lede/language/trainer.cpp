#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <set>

#include <lede/base/error.hpp>
#include <lede/base/word_list.hpp>
#include <lede/language/language_model.hpp>
#include <lede/language/lemmatizer.hpp>
#include <lede/language/sentence_splitter.hpp>
#include <lede/language/syntax_model.hpp>
#include <lede/language/syntax_trainer.hpp>
#include <lede/language/tokenizer.hpp>
#include <lede/language/trainer.hpp>
#include <lede/language/training_examples.hpp>

namespace lede {

namespace {

using Progress = std::function<void(const std::string&)>;

std::vector<TreebankArticle> read_all(const std::vector<std::filesystem::path>& paths,
                                      const std::set<std::string>& leave_out) {
    std::vector<TreebankArticle> result;
    for (const std::filesystem::path& path : paths)
        for (TreebankArticle& article : read_conllu(path))
            if (!leave_out.contains(article.article->info.id)) result.push_back(std::move(article));
    return result;
}

/// The first column; nothing for a list that the folder lacks.
std::vector<std::string> keys_of(const std::filesystem::path& path) {
    std::vector<std::string> keys;
    if (!std::filesystem::exists(path)) return keys;
    const WordList list(path);
    for (const WordList::Row& row : list.rows()) keys.push_back(row[0]);
    return keys;
}

std::set<std::string> read_leave_out(const std::filesystem::path& path) {
    if (path.empty()) return {};
    const std::vector<std::string> ids = keys_of(path);
    return {ids.begin(), ids.end()};
}

TokenLists read_lists(const std::filesystem::path& folder) {
    const auto set_of = [](const std::vector<std::string>& keys) {
        return std::unordered_set<std::string>(keys.begin(), keys.end());
    };
    TokenLists lists{set_of(keys_of(folder / "abbreviations.tsv")),
                     set_of(keys_of(folder / "domains.tsv")),
                     keys_of(folder / "emoticons.tsv"),
                     {},
                     {},
                     {}};
    if (!std::filesystem::exists(folder / "reporting_verbs.tsv")) return lists;
    const WordList verbs(folder / "reporting_verbs.tsv", 3);
    for (const WordList::Row& row : verbs.rows())
        if (row[2] == "speech" || row[2] == "address") lists.speech_verbs.insert(row[0]);
    return lists;
}

std::string decimal(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

std::size_t count_sentences(const std::vector<TreebankArticle>& articles) {
    std::size_t count = 0;
    for (const TreebankArticle& article : articles) count += article.document.sentences.size();
    return count;
}

LanguageScores score_model(const LanguageModel& model, const std::vector<TreebankArticle>& development, bool annotate) {
    LanguageScores scores;
    for (const TreebankArticle& article : development) {
        Document document = model.tokenise(*article.article);
        if (annotate) model.annotate(document);
        scores += compare(article.document, document);
    }
    return scores;
}

std::vector<std::string> meta_lines(const LanguageTraining& training) {
    std::vector<std::string> lines{"language\t" + training.language};
    for (const std::string& name : training.data_names) lines.push_back("trained on\t" + name);
    if (training.data_names.empty())
        for (const auto& path : training.treebanks)
            lines.push_back("trained on\t" + (path.parent_path().filename() / path.filename()).string());
    if (!training.licence.empty()) lines.push_back("licence\t" + training.licence);
    return lines;
}

/// A network in training as a model that reads, with what it knows besides the weights.
struct SyntaxInTraining {
    const TrainingExamples& examples;
    WordVectors vectors;
    std::string words;  ///< the section; must outlive the models
    SyntaxShape shape;

    SyntaxModel model(const SyntaxWeights& weights) const {
        return {examples.tags(), examples.features(), examples.labels(), weights, vectors, HashDictionary(words)};
    }
};

/// Tags, features and trees over given tokens and sentences.
LanguageScores score_syntax(const SyntaxModel& model, const std::vector<TreebankArticle>& development) {
    LanguageScores scores;
    for (const TreebankArticle& article : development) {
        Document document = article.document;
        annotate_syntax(model, document.sentences, document);
        scores += compare(article.document, document);
    }
    return scores;
}

SyntaxShape shape_of(const SyntaxInTraining& syntax, const LanguageTraining& training) {
    SyntaxShape shape;
    shape.vector_size = syntax.vectors.dimension();
    shape.word_rows = syntax.examples.word_rows();
    shape.tags = static_cast<std::uint32_t>(syntax.examples.tags().size());
    shape.features = static_cast<std::uint32_t>(syntax.examples.features().size());
    shape.labels = static_cast<std::uint32_t>(syntax.examples.labels().size());
    shape.h = training.hidden_size;
    shape.layers = training.layers;
    return shape;
}

std::string describe_epoch(int epoch, double loss, const LanguageScores& scores) {
    return "epoch " + std::to_string(epoch) + ": loss " + decimal(loss) + "; with given tokens UPOS " +
           decimal(scores.f1(scores.upos)) + " UFeats " + decimal(scores.f1(scores.features)) + " UAS " +
           decimal(scores.f1(scores.heads)) + " LAS " + decimal(scores.f1(scores.trees));
}

/// Tags, features and trees; the model file is written after each epoch that is better than those before, so that a
/// training that is stopped leaves a model to use.
void train_network(const TrainingExamples& examples, const std::vector<TreebankArticle>& development,
                   const LanguageTraining& training, ModelFileWriter& writer, const Progress& progress) {
    std::optional<ModelFile> before;
    if (std::filesystem::exists(training.output)) before.emplace(training.output);
    SyntaxInTraining syntax{examples, before ? WordVectors(*before) : WordVectors(), examples.words_section(), {}};
    syntax.shape = shape_of(syntax, training);
    const HashDictionary words(syntax.words);
    writer.add("syntax.words", syntax.words);
    writer.add_lines("syntax.tags", to_lines(examples.tags()));
    writer.add_lines("syntax.features", examples.features());
    writer.add_lines("syntax.labels", examples.labels());
    writer.add_lines("syntax.shape", to_lines(syntax.shape));

    SyntaxTraining settings;
    settings.epochs = training.epochs;
    settings.seed = training.seed;
    double best = -1;
    int best_epoch = 0;
    const auto after_epoch = [&](int epoch, double loss, SyntaxWeights& weights) {
        const LanguageScores scores = score_syntax(syntax.model(weights), development);
        progress(describe_epoch(epoch, loss, scores));
        const double sum = scores.f1(scores.trees) + scores.f1(scores.xpos) + scores.f1(scores.features);
        if (sum >= best) {
            best = sum;
            best_epoch = epoch;
            writer.add("syntax.weights", to_section(weights));
            writer.write(training.output);
        }
        const int patience = std::max(4, training.epochs / 2);  // epochs without gain
        return epoch - best_epoch < patience;
    };
    train_syntax(syntax.shape, syntax.vectors,
                 examples.syntax_sentences(syntax.vectors, words, syntax.shape.affix_rows), settings, after_epoch);
}

}  // namespace

LanguageScores train_language(const LanguageTraining& training, const Progress& progress) {
    const std::vector<TreebankArticle> articles = read_all(training.treebanks, read_leave_out(training.leave_out));
    const std::vector<TreebankArticle> development = read_all(training.development, {});
    const bool exists = std::filesystem::exists(training.output);
    if (training.only_tokens && !exists)
        throw InputError(training.output.string(), "is no model yet, so it has no other parts to keep; train them all");

    ModelFileWriter writer;
    if (exists) writer.add_all(ModelFile(training.output));
    if (!training.only_tokens) writer.add_lines("meta", meta_lines(training));
    const TokenLists lists = read_lists(training.lists);
    train_tokenizer(articles, lists, writer);
    train_sentence_splitter(articles, TokenRules(lists), writer);
    progress("tokens and sentences are trained");
    if (training.only_tokens) {
        writer.write(training.output);
        const LanguageScores scores = score_model(LanguageModel(training.output), development, false);
        progress("from plain text: " + to_token_string(scores));
        return scores;
    }

    const TrainingExamples examples(articles);
    progress(std::to_string(count_sentences(articles)) + " sentences to train on");
    train_lemmatizer(examples.lemma_examples(), writer);
    progress("lemmas are trained");
    train_network(examples, development, training, writer, progress);
    const LanguageScores scores = score_model(LanguageModel(training.output), development, true);
    progress("from plain text: " + to_string(scores));
    return scores;
}

}  // namespace lede
