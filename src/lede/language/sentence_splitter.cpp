#include <algorithm>
#include <array>
#include <limits>

#include <lede/language/break_features.hpp>
#include <lede/language/sentence_splitter.hpp>

namespace lede {

namespace {

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
    : breaks_(model.section("sentences.breaks")), rules_(&rules) {}

void SentenceSplitter::split(std::string_view text, const std::vector<Span>& tokens,
                             std::vector<std::uint32_t>& ends) const {
    if (tokens.empty()) return;
    BreakFeatures features(text, tokens, *rules_);
    std::vector<std::int32_t> margins(tokens.size(), std::numeric_limits<std::int32_t>::min());
    std::size_t first = 0;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (features.is_candidate(at)) {
            std::array<std::int32_t, 2> scores{};
            breaks_.score(features.extract(first, at), scores);
            margins[at] = scores[1] - scores[0];
            if (margins[at] > 0) {
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

void train_on_paragraph(BreakFeatures& features, const std::vector<char>& ends, AveragedPerceptron& model) {
    std::size_t first = 0;
    for (std::size_t at = 0; at + 1 < ends.size(); ++at) {
        if (features.is_candidate(at)) {
            const auto seen = features.extract(first, at);
            std::array<float, 2> scores{};
            model.score(seen, scores);
            const std::uint32_t right = ends[at] ? 1 : 0;
            if (scores[right] <= scores[1 - right] + 1) {
                model.update(seen, right, 1);
                model.update(seen, 1 - right, -1);
            }
            model.tick();
        }
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
    AveragedPerceptron model(2);
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round)
        for (const Paragraph& paragraph : paragraphs) {
            BreakFeatures features(paragraph.article->article->text, paragraph.tokens, rules);
            train_on_paragraph(features, paragraph.ends, model);
        }
    writer.add("sentences.breaks", to_compact_section(model.averaged(), 2));
}

}  // namespace lede
