#include <cmath>

#include <lede/language/name_features.hpp>
#include <lede/language/name_trainer.hpp>

namespace lede {

namespace {

/// Passes over the data. Cross-validation over articles is flat from about 8 on.
constexpr int epochs = 8;
/// Of the packed weights with their features.
constexpr std::size_t most_bytes = 3'200'000;
/// What the logarithms of the network's chances are multiplied with to be scores, while the perceptron learns. It
/// learns its training data nearly by heart; on new text it counts for less: see `trust` of NameRecogniser.
constexpr float trust_in_learning = 20;

}  // namespace

void NameTrainer::add(const NamedDocument& named, std::uint32_t domain) {
    const NameFeatures features(named.document, lexicon_);
    std::vector<std::uint64_t> list;
    for (const Sentence& sentence : named.document.sentences) {
        NameSentence& target = sentences_.emplace_back();
        target.domain = domain;
        fold_of_sentence_.push_back(fold_of(documents_));
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            target.allowed.push_back(named.allowed[i]);
            features.list(i, list);
            auto& rows = target.features.emplace_back();
            for (const std::uint64_t feature : list) {
                const auto [at, added] = row_of_.try_emplace(feature, static_cast<std::uint32_t>(row_of_.size()));
                if (added) feature_of_.push_back(feature), uses_.push_back(0);
                ++uses_[at->second];
                rows.push_back(at->second);
            }
        }
    }
    ++documents_;
    networks_.add(for_network(named, features.traits(), domain));
}

void NameTrainer::add_variant(const NamedDocument& named, std::uint32_t domain) {
    networks_.add_variant(for_network(named, make_name_traits(named.document, lexicon_), domain));
}

NameNetworkDocument NameTrainer::for_network(const NamedDocument& named, const std::vector<NameTraits>& traits,
                                             std::uint32_t domain) const {
    return {make_name_inputs(named.document.sentences, traits),
            named.encoded,
            named.allowed,
            named.document.sentences,
            domain,
            fold_of(documents_ - 1)};
}

/// The scores of each sentence begin with what a network says that did not see it.
void NameTrainer::train_networks(const std::function<void(std::uint32_t done, std::uint32_t all)>& progress) {
    networks_.train(progress);
    NameTrace trace;
    std::size_t next = 0;
    for (const NameNetworkDocument& document : networks_.documents())
        for (const Sentence& sentence : document.sentences) {
            read_names(networks_.network(document.fold), lexicon_.vectors, document.words_of(sentence), trace);
            std::vector<float>& base = sentences_[next++].base;
            base.clear();
            for (const float score : trace.scores.values) base.push_back(score * trust_in_learning);
        }
}

/// Leaves out features that were seen once: they cannot help a new text much and are most of the table.
void NameTrainer::number_features() {
    if (row_of_.empty()) return;
    std::vector<std::uint32_t> row_of(feature_of_.size(), 0xFFFFFFFF);
    std::vector<std::uint64_t> kept;
    for (std::size_t row = 0; row < feature_of_.size(); ++row) {
        if (uses_[row] < 2) continue;
        row_of[row] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(feature_of_[row]);
    }
    for (NameSentence& sentence : sentences_) {
        for (auto& rows : sentence.features) {
            for (std::uint32_t& row : rows) row = row_of[row];
            std::erase(rows, 0xFFFFFFFF);
        }
    }
    feature_of_ = std::move(kept);
    row_of_.clear();
    uses_.clear();
}

NameSections NameTrainer::train(std::optional<std::uint32_t> left_out) {
    number_features();
    std::vector<const NameSentence*> used;
    for (std::size_t i = 0; i < sentences_.size(); ++i)
        if (sentences_[i].domain != 0 || fold_of_sentence_[i] != left_out) used.push_back(&sentences_[i]);
    const std::uint32_t tag_count = tags_.count();
    const NameWeights weights =
        train_name_weights(used, static_cast<std::uint32_t>(feature_of_.size()), tag_count, epochs);
    SparseWeights sparse;
    for (std::size_t row = 0; row < feature_of_.size(); ++row) {
        std::vector<std::pair<std::uint16_t, float>> cells;
        for (std::uint32_t t = 0; t < tag_count; ++t)
            if (const float weight = weights.emissions[row * tag_count + t]; weight != 0)
                cells.emplace_back(static_cast<std::uint16_t>(t), weight);
        if (!cells.empty()) sparse.emplace_back(feature_of_[row], std::move(cells));
    }
    prune(sparse, most_bytes);
    NameSections sections{tags_.labels(), to_compact_section(sparse, tag_count), {}, networks_.network(left_out)};
    const float unit = LinearModel(sections.emissions).unit();
    for (const float weight : weights.transitions)
        sections.transitions.push_back(static_cast<std::int32_t>(std::lround(weight / unit)));
    return sections;
}

}  // namespace lede
