#include <algorithm>
#include <array>
#include <limits>

#include <lede/base/error.hpp>
#include <lede/language/break_features.hpp>
#include <lede/language/logistic_trainer.hpp>
#include <lede/language/sentence_splitter.hpp>

namespace lede {

namespace {

/// How likely a break must be, as log p/(1-p). Less than half is enough: a sentence is right only if both of its ends
/// are, so a break that is missed spoils two sentences, as one too many does. On the development data of EWT -0.4 to
/// -0.8 are alike (its e-mails lack marks), on that of GUM -0.4 is best.
constexpr float least_log_odds = -0.4F;

/// Where to cut the too long sentence [first, last): behind the best candidate of its second half, else before a gap.
std::size_t forced_end(const std::vector<std::int32_t>& margins, const std::vector<Span>& tokens, std::size_t first,
                       std::size_t last) {
    std::size_t best = last;
    std::int32_t best_margin = std::numeric_limits<std::int32_t>::min();
    for (std::size_t at = first + (last - first) / 2; at < last; ++at)
        if (margins[at] > best_margin) best_margin = margins[at], best = at + 1;
    if (best_margin > std::numeric_limits<std::int32_t>::min()) return best;
    for (std::size_t at = last - 1; at > first + (last - first) / 2; --at)
        if (tokens[at].begin > tokens[at - 1].end) return at;
    return last;
}

}  // namespace

SentenceSplitter::SentenceSplitter(const ModelFile& model, const TokenRules& rules)
    : breaks_(model.section("sentences.breaks")), classes_(model.lines("sentences.words")), rules_(&rules) {
    if (breaks_.label_count() != 2)
        throw Error("the model has damaged sentence breaks; get or train the model again");
}

void SentenceSplitter::split(std::string_view text, const std::vector<Span>& tokens,
                             std::vector<std::uint32_t>& ends) const {
    if (tokens.empty()) return;
    BreakFeatures features(text, tokens, *rules_, classes_);
    const auto least = static_cast<std::int32_t>(least_log_odds / breaks_.unit());
    std::vector<std::int32_t> margins(tokens.size(), std::numeric_limits<std::int32_t>::min());
    std::size_t first = 0;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (features.is_candidate(at)) {
            std::array<std::int32_t, 2> scores{};
            breaks_.score(features.extract(first, at), scores);
            margins[at] = scores[1] - scores[0];
            if (margins[at] > least || features.is_certain(at)) {
                ends.push_back(static_cast<std::uint32_t>(at + 1));
                first = at + 1;
            }
        }
        if (at + 1 - first >= longest_sentence) {
            first = forced_end(margins, tokens, first, at + 1);
            ends.push_back(static_cast<std::uint32_t>(first));
        }
    }
    ends.push_back(static_cast<std::uint32_t>(tokens.size()));
}

namespace {

void add_examples(BreakFeatures& features, const std::vector<char>& ends, LogisticTrainer& trainer) {
    std::size_t first = 0;
    for (std::size_t at = 0; at + 1 < ends.size(); ++at) {
        if (features.is_candidate(at)) trainer.add(features.extract(first, at), ends[at] != 0);
        if (ends[at]) first = at + 1;
    }
}

}  // namespace

void train_sentence_splitter(const std::vector<TreebankArticle>& articles, const TokenRules& rules,
                             ModelFileWriter& writer) {
    struct Paragraph {
        const TreebankArticle* article;
        std::vector<Span> tokens;
        std::vector<char> ends;
    };
    std::vector<Paragraph> paragraphs;
    for (const TreebankArticle& article : articles) {
        std::uint32_t number = std::numeric_limits<std::uint32_t>::max();
        for (const Sentence& sentence : article.document.sentences) {
            if (sentence.paragraph != number) paragraphs.push_back({&article, {}, {}});
            number = sentence.paragraph;
            for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
                paragraphs.back().tokens.push_back(article.document.tokens[i].span);
                paragraphs.back().ends.push_back(i + 1 == sentence.last);
            }
        }
    }
    const std::vector<std::string> words = count_word_classes(articles);
    writer.add_lines("sentences.words", words);
    const WordClasses classes(words);
    LogisticTrainer trainer({.absolute = 0.3, .squared = 1});
    for (const Paragraph& paragraph : paragraphs) {
        BreakFeatures features(paragraph.article->article->text, paragraph.tokens, rules, classes);
        add_examples(features, paragraph.ends, trainer);
    }
    constexpr int rounds = 5;
    trainer.train(rounds);
    writer.add("sentences.breaks", to_compact_section(trainer.weights(), 2));
}

}  // namespace lede
