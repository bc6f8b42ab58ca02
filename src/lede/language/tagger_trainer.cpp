#include <algorithm>
#include <map>

#include <lede/base/hash.hpp>
#include <lede/language/shuffle.hpp>
#include <lede/language/tag_features.hpp>
#include <lede/language/tagger.hpp>

namespace lede {

namespace {

/// A word seen less often has no ambiguity class: its tags in the training data would tell more than those of a new
/// text can.
constexpr std::uint32_t rare = 4;

/// A tag that wins by less is learnt from too. Tried: 0, 3, 10, 15, 25; 10 is best on the development data.
constexpr float margin = 10;

/// What the packed model may take: features with small weights are dropped.
constexpr std::size_t most_bytes = 4'800'000;

/// For each word that is not rare the number of its ambiguity class: the set of its tags, those in under 3 % of its
/// uses left out, the most frequent first.
std::map<std::uint64_t, std::uint32_t> ambiguity_classes(std::span<const TaggedSentence* const> sentences) {
    std::map<std::uint64_t, std::map<std::uint16_t, std::uint32_t>> uses;
    for (const TaggedSentence* sentence : sentences)
        for (std::size_t i = 0; i < sentence->words.size(); ++i) ++uses[sentence->words[i].lower][sentence->tags[i]];

    std::map<std::vector<std::uint16_t>, std::uint32_t> numbers;
    std::map<std::uint64_t, std::uint32_t> classes;
    for (const auto& [word, counts] : uses) {
        std::uint32_t all = 0;
        std::pair<std::uint32_t, std::uint16_t> most{0, 0};
        for (const auto& [tag, count] : counts) all += count, most = std::max(most, {count, tag});
        if (all < rare) continue;
        std::vector<std::uint16_t> kept{most.second};
        for (const auto& [tag, count] : counts)
            if (tag != most.second && count * 33 >= all) kept.push_back(tag);
        classes[word] = numbers.try_emplace(kept, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
    return classes;
}

std::size_t best_of(std::span<const float> scores) {
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

TaggerSections train_tagger(std::span<const TaggedSentence* const> sentences, std::size_t tag_count, int rounds,
                            const std::function<void(int, double)>& progress) {
    TaggerSections sections;
    sections.lexicon = to_dictionary_section(ambiguity_classes(sentences));
    const HashDictionary lexicon(sections.lexicon);
    AveragedPerceptron model(static_cast<std::uint32_t>(tag_count));
    std::vector<const TaggedSentence*> order(sentences.begin(), sentences.end());
    std::vector<float> scores(tag_count);
    std::vector<std::uint16_t> predicted;
    for (int round = 0; round < rounds; ++round) {
        shuffle_with(order, static_cast<std::uint64_t>(round));
        std::size_t right = 0, all = 0;
        for (const TaggedSentence* sentence : order) {
            TagFeatures features(sentence->words, lexicon);
            predicted.assign(sentence->words.size(), 0);
            for (std::size_t i = 0; i < sentence->words.size(); ++i) {
                const auto seen = features.extract(predicted, i);
                model.score(seen, scores);
                const std::uint16_t gold = sentence->tags[i];
                predicted[i] = static_cast<std::uint16_t>(best_of(scores));
                right += predicted[i] == gold;
                scores[gold] -= margin;
                const std::size_t rival = best_of(scores);
                if (rival != gold) {
                    model.update(seen, gold, 1);
                    model.update(seen, static_cast<std::uint32_t>(rival), -1);
                }
                model.tick();
                ++all;
            }
        }
        if (progress) progress(round + 1, all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all));
    }
    SparseWeights weights = model.averaged();
    prune(weights, most_bytes);
    sections.model = to_compact_section(weights, static_cast<std::uint32_t>(tag_count));
    return sections;
}

}  // namespace lede
