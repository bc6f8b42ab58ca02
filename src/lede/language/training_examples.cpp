#include <algorithm>
#include <map>
#include <set>

#include <lede/language/training_examples.hpp>

namespace lede {

template <class Visit>
void TrainingExamples::for_each_token(Visit visit) const {
    for (const TreebankArticle& article : articles_)
        for (const Token& token : article.document.tokens) visit(article.document, token);
}

TrainingExamples::TrainingExamples(const std::vector<TreebankArticle>& articles) : articles_(articles) {
    std::set<Tag> tags;
    std::set<std::string> labels;
    std::map<std::string, std::uint32_t> features;
    for_each_token([&](const Document& document, const Token& token) {
        tags.insert({token.upos, token.xpos});
        labels.insert(token.deprel);
        ++features[token.feats];
        ++word_counts_[lower_key(document.form(token))];
    });
    tags_.assign(tags.begin(), tags.end());
    labels_.assign(labels.begin(), labels.end());
    for (const auto& [names, count] : features)
        if (count > 1 || features.size() == 1) features_.push_back(names);
}

std::string TrainingExamples::words_section() const {
    std::map<std::uint64_t, std::uint32_t> numbers;
    for (const auto& [word, count] : word_counts_)
        if (count > 1) numbers[word] = 0;
    std::uint32_t next = 1;
    for (auto& [word, number] : numbers) number = next++;
    return to_dictionary_section(numbers);
}

std::uint32_t TrainingExamples::word_rows() const {
    return 1 + static_cast<std::uint32_t>(
                   std::ranges::count_if(word_counts_, [](const auto& entry) { return entry.second > 1; }));
}

std::uint32_t TrainingExamples::count_of(std::uint64_t lower) const {
    const auto found = word_counts_.find(lower);
    return found == word_counts_.end() ? 0 : found->second;
}

std::vector<LemmaExample> TrainingExamples::lemma_examples() const {
    std::vector<LemmaExample> result;
    for_each_token([&](const Document& document, const Token& token) {
        if (token.lemma == "_" && document.form(token) != "_") return;
        const Tag tag{token.upos, token.xpos};
        result.push_back({std::string(document.form(token)), look_at(document.form(token)), tag, number_of(tags_, tag),
                          token.lemma});
    });
    return result;
}

std::vector<SyntaxSentence> TrainingExamples::syntax_sentences(const WordVectors& vectors, const HashDictionary& words,
                                                               std::uint32_t affix_rows) const {
    std::vector<SyntaxSentence> result;
    for (const TreebankArticle& article : articles_)
        for (const Sentence& sentence : article.document.sentences)
            result.push_back(syntax_sentence(article.document, sentence, vectors, words, affix_rows));
    return result;
}

SyntaxSentence TrainingExamples::syntax_sentence(const Document& document, const Sentence& sentence,
                                                 const WordVectors& vectors, const HashDictionary& words,
                                                 std::uint32_t affix_rows) const {
    SyntaxSentence result;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Token& token = document.tokens[i];
        const Surface word = look_at(document.form(i));
        result.words.push_back(to_syntax_input(word, vectors, words, affix_rows));
        result.counts.push_back(count_of(word.lower));
        result.tags.push_back(number_of(tags_, Tag{token.upos, token.xpos}));
        result.features.push_back(number_of(features_, token.feats));
        result.heads.push_back(token.head < 0 ? std::uint16_t{0}
                                              : static_cast<std::uint16_t>(static_cast<std::uint32_t>(token.head) -
                                                                           sentence.first + 1));
        result.labels.push_back(number_of(labels_, token.deprel));
    }
    return result;
}

}  // namespace lede
