#include <algorithm>
#include <map>
#include <set>

#include <lede/base/hash.hpp>
#include <lede/language/training_examples.hpp>

namespace lede {

template <class Visit>
void TrainingExamples::for_each_token(Visit visit) const {
    for (const TreebankArticle& article : articles_)
        for (const Token& token : article.document.tokens) visit(article.document, token);
}

TrainingExamples::TrainingExamples(const std::vector<TreebankArticle>& articles) : articles_(articles) {
    std::set<Tag> tags;
    std::set<std::string> relations;
    for_each_token([&](const Document&, const Token& token) {
        tags.insert({token.upos, token.xpos});
        relations.insert(token.deprel);
    });
    tags_.assign(tags.begin(), tags.end());
    labels_.assign(relations.begin(), relations.end());
    add_tagged();
}

TrainingExamples::TrainingExamples(const std::vector<TreebankArticle>& articles, std::vector<Tag> tags,
                                   std::vector<std::string> labels)
    : articles_(articles), tags_(std::move(tags)), labels_(std::move(labels)) {
    add_tagged();
}

void TrainingExamples::add_tagged() {
    for (const TreebankArticle& article : articles_)
        for (const Sentence& sentence : article.document.sentences) {
            TaggedSentence& result = tagged_.emplace_back();
            for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
                result.words.push_back(look_at(article.document.form(i)));
                result.tags.push_back(number_of(article.document.tokens[i]));
            }
        }
}

std::uint16_t TrainingExamples::number_of(const Token& token) const {
    return static_cast<std::uint16_t>(std::lower_bound(tags_.begin(), tags_.end(), Tag{token.upos, token.xpos}) -
                                      tags_.begin());
}

std::uint16_t TrainingExamples::label_of(const Token& token) const {
    const auto found = std::lower_bound(labels_.begin(), labels_.end(), token.deprel);
    return static_cast<std::uint16_t>(found == labels_.end() || *found != token.deprel
                                          ? static_cast<std::ptrdiff_t>(labels_.size())
                                          : found - labels_.begin());
}

void TrainingExamples::add_feature_sections(ModelFileWriter& writer) const {
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
        const auto most = std::max_element(ways.begin(), ways.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        const auto [place, is_new] = numbers.try_emplace(most->first, static_cast<std::uint32_t>(names.size()));
        if (is_new) names.push_back(most->first);
        entries[key] = place->second;
    }
    writer.add_lines("tags.feature_names", names);
    writer.add("tags.feature_numbers", to_dictionary_section(entries));
}

std::vector<LemmaExample> TrainingExamples::lemma_examples() const {
    std::vector<LemmaExample> result;
    for_each_token([&](const Document& document, const Token& token) {
        if (token.lemma == "_" && document.form(token) != "_") return;
        result.push_back({std::string(document.form(token)),
                          look_at(document.form(token)),
                          {token.upos, token.xpos},
                          number_of(token),
                          token.lemma});
    });
    return result;
}

std::vector<ParsedSentence> TrainingExamples::parse_examples(
    const Lemmatizer& lemmatizer, const std::vector<std::vector<std::uint16_t>>& predicted) const {
    std::vector<ParsedSentence> result;
    for (const TreebankArticle& article : articles_)
        for (const Sentence& sentence : article.document.sentences)
            result.push_back(parsed(article.document, sentence, lemmatizer, predicted[result.size()]));
    return result;
}

ParsedSentence TrainingExamples::parsed(const Document& document, const Sentence& sentence,
                                        const Lemmatizer& lemmatizer,
                                        const std::vector<std::uint16_t>& predicted) const {
    ParsedSentence result;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const Token& token = document.tokens[i];
        const std::uint16_t number = predicted[i - sentence.first];
        const Surface word = look_at(document.form(token));
        const std::string lemma = lemmatizer.lemma(document.form(token), word, tags_[number], number);
        result.words.push_back({word.lower, hash_of(lemma), word.shape, number, tags_[number].upos});
        result.tree.heads.push_back(
            token.head < 0 ? std::uint16_t{0}
                           : static_cast<std::uint16_t>(static_cast<std::uint32_t>(token.head) - sentence.first + 1));
        result.tree.labels.push_back(label_of(token));
    }
    return result;
}

}  // namespace lede
