#include <lede/language/name_recogniser.hpp>

#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/language/name_decoder.hpp>
#include <lede/language/name_features.hpp>

namespace lede {

NameRecogniser::NameRecogniser(const ModelFile& model)
    : lexicon_(std::make_shared<NameLexicon>(NameLexicon{NameGazetteer(model), WordVectors(model)})) {
    const std::string_view section = model.section("names.emissions");
    if (section.empty()) return;
    tags_ = NameTags(model.lines("names.labels"));
    emissions_ = LinearModel(section);
    for (const std::string& line : model.lines("names.transitions")) transitions_.push_back(std::stoi(line));
    check();
}

NameRecogniser::NameRecogniser(const NameSections& sections, std::shared_ptr<const NameLexicon> lexicon)
    : tags_(sections.labels), emissions_(sections.emissions), transitions_(sections.transitions), lexicon_(std::move(lexicon)) {
    check();
}

void NameRecogniser::check() const {
    if (emissions_.label_count() != tags_.count() || transitions_.size() != std::size_t{tags_.count()} * tags_.count())
        throw Error("the name model does not fit its labels; get or train the model again");
}

std::vector<Name> NameRecogniser::recognise(const Document& document) const {
    std::vector<Name> names;
    if (empty()) return names;
    const NameFeatures features(document, *lexicon_);
    std::vector<std::uint64_t> list;
    std::vector<std::int32_t> scores;
    for (const Sentence& sentence : document.sentences) {
        scores.assign(std::size_t{sentence.last - sentence.first} * tags_.count(), 0);
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            features.list(i, list);
            emissions_.score(list, std::span(scores).subspan(std::size_t{i - sentence.first} * tags_.count(), tags_.count()));
        }
        const auto tags = decode_tags<std::int32_t>(tags_.count(), scores, transitions_, {});
        for (Name& name : tags_.names_of(tags, sentence.first)) names.push_back(std::move(name));
    }
    return names;
}

}  // namespace lede
