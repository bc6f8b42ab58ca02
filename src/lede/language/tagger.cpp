#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/base/hash.hpp>
#include <lede/language/tag_features.hpp>
#include <lede/language/tagger.hpp>

namespace lede {

namespace {

const std::string no_features = "_";

std::vector<Tag> read_tags(const ModelFile& model) {
    std::vector<Tag> tags;
    for (const std::string& line : model.lines("tags.labels")) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) throw Error("the model has a damaged list of tags; get or train the model again");
        tags.push_back({parse_upos(line.substr(0, tab)), line.substr(tab + 1)});
    }
    return tags;
}

}  // namespace

Tagger::Tagger(const ModelFile& model)
    : tags_(read_tags(model)),
      model_(model.section("tags.model")),
      lexicon_(model.section("tags.lexicon")),
      feature_numbers_(model.section("tags.feature_numbers")),
      feature_names_(model.lines("tags.feature_names")) {
    if (model_.label_count() != tags_.size() || tags_.empty())
        throw Error("the model has no or damaged tags; get or train the model again");
}

Tagger::Tagger(std::vector<Tag> tags, const TaggerSections& sections)
    : tags_(std::move(tags)), model_(sections.model), lexicon_(sections.lexicon) {}

void Tagger::tag(std::span<const Surface> words, std::vector<std::uint16_t>& tags) const {
    TagFeatures features(words, lexicon_);
    tags.assign(words.size(), 0);
    std::vector<std::int32_t> scores(tags_.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        model_.score(features.extract(tags, i), scores);
        tags[i] = static_cast<std::uint16_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    }
}

const std::string& Tagger::features_of(const Surface& word, std::uint16_t tag) const {
    auto number = feature_numbers_.find(tag_feature_key(&word, tag));
    if (!number) number = feature_numbers_.find(tag_feature_key(nullptr, tag));
    return number && *number < feature_names_.size() ? feature_names_[*number] : no_features;
}

std::uint64_t tag_feature_key(const Surface* word, std::uint16_t tag) {
    return combine(combine(77, word ? word->lower : 0), tag);
}

std::vector<std::string> to_lines(const std::vector<Tag>& tags) {
    std::vector<std::string> lines;
    for (const Tag& tag : tags) lines.push_back(std::string(to_string(tag.upos)) + "\t" + tag.xpos);
    return lines;
}

}  // namespace lede
