#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <string_view>

#include <lede/language/evaluation.hpp>

namespace lede {

namespace {

std::string_view without_subtype(std::string_view relation) {
    return relation.substr(0, relation.find(':'));
}

double f1_of(std::size_t right, std::size_t gold, std::size_t system) {
    return gold + system == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + system);
}

/// Whether the heads are the same word, or both words are roots.
bool same_head(const Document& gold, const Token& a, const Document& system, const Token& b) {
    if (a.head < 0 || b.head < 0) return a.head < 0 && b.head < 0;
    return gold.tokens[static_cast<std::size_t>(a.head)].span == system.tokens[static_cast<std::size_t>(b.head)].span;
}

void compare_words(const Document& gold, const Token& a, const Document& system, const Token& b,
                   LanguageScores& scores) {
    ++scores.words;
    scores.upos += a.upos == b.upos;
    scores.xpos += a.xpos == b.xpos;
    scores.features += a.feats == b.feats;
    scores.lemmas += a.lemma == b.lemma || a.lemma == "_";
    const bool head = same_head(gold, a, system, b);
    scores.heads += head;
    scores.trees += head && without_subtype(a.deprel) == without_subtype(b.deprel);
}

}  // namespace

LanguageScores& LanguageScores::operator+=(const LanguageScores& other) {
    gold_words += other.gold_words, system_words += other.system_words, words += other.words;
    gold_sentences += other.gold_sentences, system_sentences += other.system_sentences, sentences += other.sentences;
    upos += other.upos, xpos += other.xpos, features += other.features, lemmas += other.lemmas;
    heads += other.heads, trees += other.trees;
    return *this;
}

double LanguageScores::f1(std::size_t right) const {
    return f1_of(right, gold_words, system_words);
}

LanguageScores compare(const Document& gold, const Document& system) {
    LanguageScores scores;
    scores.gold_words = gold.tokens.size(), scores.system_words = system.tokens.size();
    scores.gold_sentences = gold.sentences.size(), scores.system_sentences = system.sentences.size();
    std::map<Span, const Token*> by_span;
    for (const Token& token : system.tokens) by_span[token.span] = &token;
    for (const Token& token : gold.tokens)
        if (const auto found = by_span.find(token.span); found != by_span.end())
            compare_words(gold, token, system, *found->second, scores);
    std::set<Span> sentences;
    for (const Sentence& sentence : system.sentences) sentences.insert(sentence.span);
    for (const Sentence& sentence : gold.sentences) scores.sentences += sentences.contains(sentence.span);
    return scores;
}

std::string to_token_string(const LanguageScores& s) {
    std::array<char, 64> line{};
    std::snprintf(line.data(), line.size(), "words %.2f  sentences %.2f", s.f1(s.words),
                  f1_of(s.sentences, s.gold_sentences, s.system_sentences));
    return line.data();
}

std::string to_string(const LanguageScores& s) {
    std::array<char, 256> line{};
    std::snprintf(line.data(), line.size(),
                  "words %.2f  sentences %.2f  UPOS %.2f  XPOS %.2f  features %.2f  lemmas %.2f  UAS %.2f  LAS %.2f",
                  s.f1(s.words), f1_of(s.sentences, s.gold_sentences, s.system_sentences), s.f1(s.upos), s.f1(s.xpos),
                  s.f1(s.features), s.f1(s.lemmas), s.f1(s.heads), s.f1(s.trees));
    return line.data();
}

}  // namespace lede
