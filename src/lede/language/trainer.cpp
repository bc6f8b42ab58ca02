#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/base/word_list.hpp>
#include <lede/language/language_model.hpp>
#include <lede/language/lemmatizer.hpp>
#include <lede/language/parser.hpp>
#include <lede/language/sentence_splitter.hpp>
#include <lede/language/tagger.hpp>
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

std::vector<std::string> keys_of(const std::filesystem::path& path) {
    const WordList list(path);
    std::vector<std::string> keys;
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
    const WordList verbs(folder / "reporting_verbs.tsv", 3);
    for (const WordList::Row& row : verbs.rows())
        if (row[2] == "speech" || row[2] == "address") lists.speech_verbs.insert(row[0]);
    return lists;
}

std::string percent(double part) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f %%", 100 * part);
    return text.data();
}

/// Tags that a tagger gives to sentences it was not trained on, as it will with new text.
std::vector<std::vector<std::uint16_t>> jackknife(const TrainingExamples& examples, int rounds,
                                                  const Progress& progress) {
    constexpr std::size_t folds = 4;
    const auto& sentences = examples.tagged();
    std::vector<std::vector<std::uint16_t>> result(sentences.size());
    // Neighbours stay together, so that an article's own words are not learnt from its other sentences.
    const std::size_t block = sentences.size() / (folds * 10) + 1;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<const TaggedSentence*> others;
        for (std::size_t i = 0; i < sentences.size(); ++i)
            if (i / block % folds != fold) others.push_back(&sentences[i]);
        const TaggerSections sections = train_tagger(others, examples.tags().size(), rounds, {});
        const Tagger tagger(examples.tags(), sections);
        for (std::size_t i = 0; i < sentences.size(); ++i)
            if (i / block % folds == fold) tagger.tag(sentences[i].words, result[i]);
        progress("tags for the parser: part " + std::to_string(fold + 1) + " of " + std::to_string(folds));
    }
    return result;
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

/// Share of the words with the right head and relation without subtype. Labels that training lacks count as wrong.
double score_trees(const Parser& parser, const std::vector<ParsedSentence>& sentences) {
    ParserWorkspace workspace;
    ParseTree tree;
    std::size_t right = 0, all = 0;
    const auto plain = [&](std::uint16_t label) {
        return parser.labels()[label].substr(0, parser.labels()[label].find(':'));
    };
    for (const ParsedSentence& sentence : sentences) {
        parser.parse(sentence.words, workspace, tree);
        for (std::size_t i = 0; i < tree.heads.size(); ++i, ++all) {
            const std::uint16_t gold = sentence.tree.labels[i];
            right += tree.heads[i] == sentence.tree.heads[i] && gold < parser.labels().size() &&
                     plain(gold) == plain(tree.labels[i]);
        }
    }
    return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
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

/// Tags and lemmas.
void train_tags(const TrainingExamples& examples, const LanguageTraining& training, ModelFileWriter& writer,
                const Progress& progress) {
    std::vector<const TaggedSentence*> all;
    for (const TaggedSentence& sentence : examples.tagged()) all.push_back(&sentence);
    TaggerSections tagger =
        train_tagger(all, examples.tags().size(), training.tagger_rounds, [&](int round, double accuracy) {
            progress("tags: round " + std::to_string(round) + ", right in training " + percent(accuracy));
        });
    writer.add("tags.model", std::move(tagger.model));
    writer.add("tags.lexicon", std::move(tagger.lexicon));
    writer.add_lines("tags.labels", to_lines(examples.tags()));
    examples.add_feature_sections(writer);
    train_lemmatizer(examples.lemma_examples(), writer);
    progress("lemmas are trained");
}

/// Trees; the model file is written after each round that is better than those before.
void train_trees(const TrainingExamples& examples, const std::vector<std::vector<std::uint16_t>>& predicted,
                 const std::vector<TreebankArticle>& development, const LanguageTraining& training,
                 ModelFileWriter& writer, const Progress& progress) {
    // The first parser has no weights; it makes the file complete, so that the models so far can be loaded from it.
    writer.add_lines("trees.labels", examples.labels());
    const auto transition_count = static_cast<std::uint32_t>(1 + 2 * examples.labels().size());
    writer.add("trees.model", to_section({}, transition_count));
    writer.write(training.output);

    std::vector<ParsedSentence> parse_examples, dev_examples;
    {
        const ModelFile file(training.output);
        const Lemmatizer lemmatizer(file);
        parse_examples = examples.parse_examples(lemmatizer, predicted);
        const Tagger tagger_of_file(file);
        std::vector<std::vector<std::uint16_t>> dev_tags;
        const TrainingExamples dev(development, examples.tags(), examples.labels());
        for (const TaggedSentence& sentence : dev.tagged()) tagger_of_file.tag(sentence.words, dev_tags.emplace_back());
        dev_examples = dev.parse_examples(lemmatizer, dev_tags);
    }
    double best = -1;
    int best_round = 0;
    train_parser(parse_examples, examples.labels(), training.parser_rounds,
                 [&](int round, const AveragedPerceptron& model) {
                     SparseWeights weights = model.averaged(2);
                     prune(weights, training.most_tree_bytes);
                     std::string section = to_compact_section(weights, transition_count);
                     const double las = score_trees(Parser(examples.labels(), section), dev_examples);
                     progress("trees: round " + std::to_string(round) + ", LAS with given tokens and predicted tags " +
                              percent(las));
                     // Written at once, so that a training that is stopped leaves a model to use.
                     if (las > best)
                         best = las, best_round = round, writer.add("trees.model", std::move(section)),
                         writer.write(training.output);
                     constexpr int patience = 3;  // rounds without gain
                     return round - best_round < patience;
                 });
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
    progress(std::to_string(examples.tagged().size()) + " sentences to train on");
    train_tags(examples, training, writer, progress);
    const auto predicted = jackknife(examples, std::min(training.tagger_rounds, 5), progress);
    train_trees(examples, predicted, development, training, writer, progress);
    const LanguageScores scores = score_model(LanguageModel(training.output), development, true);
    progress("from plain text: " + to_string(scores));
    return scores;
}

}  // namespace lede
