#include <lede/language/trainer.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include <lede/base/hash.hpp>
#include <lede/base/word_list.hpp>
#include <lede/language/language_model.hpp>
#include <lede/language/lemmatizer.hpp>
#include <lede/language/parser.hpp>
#include <lede/language/sentence_splitter.hpp>
#include <lede/language/tagger.hpp>
#include <lede/language/tokenizer.hpp>

namespace lede {

namespace {

using Progress = std::function<void(const std::string&)>;

std::vector<TreebankArticle> read_all(const std::vector<std::filesystem::path>& paths, const std::set<std::string>& leave_out) {
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
    const auto set_of = [](const std::vector<std::string>& keys) { return std::unordered_set<std::string>(keys.begin(), keys.end()); };
    return {set_of(keys_of(folder / "abbreviations.tsv")), set_of(keys_of(folder / "domains.tsv")), keys_of(folder / "emoticons.tsv"), {}, {}};
}

std::string percent(double part) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f %%", 100 * part);
    return text.data();
}

/// The treebank's sentences in the forms that the trainers want.
class Examples {
  public:
    explicit Examples(const std::vector<TreebankArticle>& articles) : articles_(articles) {
        std::set<Tag> tags;
        std::set<std::string> relations;
        for_each_token([&](const Document&, const Token& token) {
            tags.insert({token.upos, token.xpos});
            relations.insert(token.deprel);
        });
        tags_.assign(tags.begin(), tags.end());
        labels_.assign(relations.begin(), relations.end());
        for (const TreebankArticle& article : articles)
            for (const Sentence& sentence : article.document.sentences) tagged_.push_back(tagged(article.document, sentence));
    }

    const std::vector<Tag>& tags() const { return tags_; }
    const std::vector<std::string>& labels() const { return labels_; }
    const std::vector<TaggedSentence>& tagged() const { return tagged_; }

    std::uint16_t number_of(const Token& token) const {
        return static_cast<std::uint16_t>(std::lower_bound(tags_.begin(), tags_.end(), Tag{token.upos, token.xpos}) - tags_.begin());
    }
    std::uint16_t label_of(const Token& token) const {
        return static_cast<std::uint16_t>(std::lower_bound(labels_.begin(), labels_.end(), token.deprel) - labels_.begin());
    }

    /// Features of UD by word and tag: the most frequent ones, as sections.
    void add_feature_sections(ModelFileWriter& writer) const {
        std::map<std::uint64_t, std::map<std::string, std::size_t>> counts;
        for_each_token([&](const Document& document, const Token& token) {
            const Surface word = look_at(document.form(token));
            ++counts[tag_feature_key(&word, number_of(token))][token.feats];
            ++counts[tag_feature_key(nullptr, number_of(token))][token.feats];
        });
        std::map<std::string, std::uint32_t> numbers;
        std::map<std::uint64_t, std::uint32_t> entries;
        std::vector<std::string> names;
        for (const auto& [key, ways] : counts) {
            const auto most = std::max_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
            const auto [place, is_new] = numbers.try_emplace(most->first, static_cast<std::uint32_t>(names.size()));
            if (is_new) names.push_back(most->first);
            entries[key] = place->second;
        }
        writer.add_lines("tags.feature_names", names);
        writer.add("tags.feature_numbers", to_dictionary_section(entries));
    }

    std::vector<LemmaExample> lemma_examples() const {
        std::vector<LemmaExample> result;
        for_each_token([&](const Document& document, const Token& token) {
            if (token.lemma == "_" && document.form(token) != "_") return;
            result.push_back({std::string(document.form(token)), look_at(document.form(token)), {token.upos, token.xpos}, number_of(token), token.lemma});
        });
        return result;
    }

    /// Trees over predicted tags: `tags_of` gives those of the sentence with this number.
    std::vector<ParsedSentence> parse_examples(const Lemmatizer& lemmatizer, const std::vector<std::vector<std::uint16_t>>& predicted) const {
        std::vector<ParsedSentence> result;
        for (const TreebankArticle& article : articles_)
            for (const Sentence& sentence : article.document.sentences) result.push_back(parsed(article.document, sentence, lemmatizer, predicted[result.size()]));
        return result;
    }

  private:
    template <class Visit>
    void for_each_token(Visit visit) const {
        for (const TreebankArticle& article : articles_)
            for (const Token& token : article.document.tokens) visit(article.document, token);
    }

    TaggedSentence tagged(const Document& document, const Sentence& sentence) const {
        TaggedSentence result;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            result.words.push_back(look_at(document.form(i)));
            result.tags.push_back(number_of(document.tokens[i]));
        }
        return result;
    }

    ParsedSentence parsed(const Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer, const std::vector<std::uint16_t>& predicted) const {
        ParsedSentence result;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const Token& token = document.tokens[i];
            const std::uint16_t number = predicted[i - sentence.first];
            const Surface word = look_at(document.form(token));
            const std::string lemma = lemmatizer.lemma(document.form(token), word, tags_[number], number);
            result.words.push_back({word.lower, hash_of(lemma), word.shape, number, tags_[number].upos});
            result.tree.heads.push_back(token.head < 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(static_cast<std::uint32_t>(token.head) - sentence.first + 1));
            result.tree.labels.push_back(label_of(token));
        }
        return result;
    }

    const std::vector<TreebankArticle>& articles_;
    std::vector<Tag> tags_;
    std::vector<std::string> labels_;
    std::vector<TaggedSentence> tagged_;
};

/// Tags that a tagger gives to sentences it was not trained on, as it will with new text.
std::vector<std::vector<std::uint16_t>> jackknife(const Examples& examples, int rounds, const Progress& progress) {
    constexpr std::size_t folds = 5;
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

LanguageScores score_model(const LanguageModel& model, const std::vector<TreebankArticle>& development, bool gold_tokens) {
    LanguageScores scores;
    for (const TreebankArticle& article : development) {
        Document document = gold_tokens ? article.document : model.tokenise(*article.article);
        model.annotate(document);
        scores += compare(article.document, document);
    }
    return scores;
}

std::vector<std::string> meta_lines(const LanguageTraining& training) {
    std::vector<std::string> lines{"language\t" + training.language};
    for (const std::string& name : training.data_names) lines.push_back("trained on\t" + name);
    if (training.data_names.empty())
        for (const auto& path : training.treebanks) lines.push_back("trained on\t" + (path.parent_path().filename() / path.filename()).string());
    if (!training.licence.empty()) lines.push_back("licence\t" + training.licence);
    return lines;
}

}  // namespace

LanguageScores train_language(const LanguageTraining& training, const Progress& progress) {
    const std::vector<TreebankArticle> articles = read_all(training.treebanks, read_leave_out(training.leave_out));
    const std::vector<TreebankArticle> development = read_all(training.development, {});
    const Examples examples(articles);
    progress(std::to_string(examples.tagged().size()) + " sentences to train on");

    ModelFileWriter writer;
    if (std::filesystem::exists(training.output)) writer.add_all(ModelFile(training.output));
    writer.add_lines("meta", meta_lines(training));
    const TokenLists lists = read_lists(training.lists);
    train_tokenizer(articles, lists, writer);
    train_sentence_splitter(articles, TokenRules(lists), writer);
    progress("tokens and sentences are trained");

    std::vector<const TaggedSentence*> all;
    for (const TaggedSentence& sentence : examples.tagged()) all.push_back(&sentence);
    TaggerSections tagger = train_tagger(all, examples.tags().size(), training.tagger_rounds, [&](int round, double accuracy) {
        progress("tags: round " + std::to_string(round) + ", right in training " + percent(accuracy));
    });
    writer.add("tags.model", std::move(tagger.model));
    writer.add("tags.lexicon", std::move(tagger.lexicon));
    writer.add_lines("tags.labels", to_lines(examples.tags()));
    examples.add_feature_sections(writer);
    train_lemmatizer(examples.lemma_examples(), writer);
    progress("lemmas are trained");

    const auto predicted = jackknife(examples, training.tagger_rounds, progress);
    // The first parser has no weights; it makes the file complete, so that the models so far can be loaded from it.
    writer.add_lines("trees.labels", examples.labels());
    const auto transition_count = static_cast<std::uint32_t>(1 + 2 * examples.labels().size());
    writer.add("trees.model", to_section({}, transition_count));
    writer.write(training.output);

    std::vector<ParsedSentence> parse_examples;
    {
        const ModelFile file(training.output);
        parse_examples = examples.parse_examples(Lemmatizer(file), predicted);
    }
    double best = -1;
    int best_round = 0;
    train_parser(parse_examples, examples.labels(), training.parser_rounds, [&](int round, const AveragedPerceptron& model) {
        SparseWeights weights = model.averaged(2);
        prune(weights, training.most_tree_bytes);
        std::string section = to_section(weights, transition_count);
        ModelFileWriter candidate = writer;
        candidate.add("trees.model", section);
        const std::filesystem::path trial = training.output.string() + ".trial";
        candidate.write(trial);
        const LanguageScores scores = score_model(LanguageModel(trial), development, true);
        std::filesystem::remove(trial);
        progress("trees: round " + std::to_string(round) + ", with given tokens: " + to_string(scores));
        const double las = scores.f1(scores.trees);
        if (las > best) best = las, best_round = round, writer.add("trees.model", std::move(section));
        constexpr int patience = 3;  // rounds without gain
        return round - best_round < patience;
    });
    writer.write(training.output);
    const LanguageScores scores = score_model(LanguageModel(training.output), development, false);
    progress("from plain text: " + to_string(scores));
    return scores;
}

}  // namespace lede
