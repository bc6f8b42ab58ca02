#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>

#include <lede/base/error.hpp>
#include <lede/language/name_decoder.hpp>
#include <lede/language/name_features.hpp>
#include <lede/language/name_recogniser.hpp>

namespace lede {

namespace {

/// What the logarithms of the network's chances are multiplied with to be scores: more than while the perceptron learnt
/// (20), as on new text the perceptron is less sure than it thinks. With 20, 40 and 80 the F1 on web text (UNER English
/// EWT) was 0.708, 0.723 and 0.728, in cross-validation over articles (two folds of five) 0.857, 0.858 and 0.852.
constexpr float trust = 50;

/// The logarithm of the chance of no name from which on the perceptron is not asked: most tokens are such, and the
/// names found stay the same.
constexpr float surely_outside = -0.0005F;

/// How sure the network is of a name with the tags that were chosen for its tokens: the geometric mean of their
/// chances.
float confidence(const Name& name, const std::vector<std::uint32_t>& tags, std::uint32_t sentence_begin,
                 const Matrix& chances) {
    float sum = 0;
    for (std::uint32_t i = name.first - sentence_begin; i < name.last - sentence_begin; ++i)
        sum += chances.at(tags[i], i);
    return std::exp(sum / static_cast<float>(name.last - name.first));
}

std::int32_t parse_score(std::string_view line) {
    std::int32_t score = 0;
    const char* end = line.data() + line.size();
    const auto [stop, problem] = std::from_chars(line.data(), end, score);
    if (problem != std::errc() || stop != end)
        throw Error("the name model has a damaged list of transitions; get or train the model again");
    return score;
}

}  // namespace

NameRecogniser::NameRecogniser(const ModelFile& model)
    : lexicon_(std::make_shared<NameLexicon>(NameLexicon{NameGazetteer(model), WordVectors(model)})) {
    const std::string_view section = model.section("names.emissions");
    if (section.empty()) return;
    tags_ = NameTags(model.lines("names.labels"));
    emissions_ = LinearModel(section);
    for (const std::string& line : model.lines("names.transitions")) transitions_.push_back(parse_score(line));
    network_ = parse_name_network(parse_name_network_shape(model.lines("names.shape")), model.section("names.network"));
    check();
}

NameRecogniser::NameRecogniser(const NameSections& sections, std::shared_ptr<const NameLexicon> lexicon)
    : tags_(sections.labels),
      emissions_(sections.emissions),
      network_(sections.network),
      transitions_(sections.transitions),
      lexicon_(std::move(lexicon)) {
    check();
}

void NameRecogniser::check() const {
    if (emissions_.label_count() != tags_.count() ||
        transitions_.size() != std::size_t{tags_.count()} * tags_.count() || network_.shape.tags != tags_.count() || network_.shape.domains == 0 ||
        network_.shape.vector_size != lexicon_->vectors.dimension())
        throw Error("the name model does not fit its labels; get or train the model again");
}

std::vector<Name> NameRecogniser::recognise(const Document& document, const Matrix& encoded) const {
    std::vector<Name> names;
    recognise(document.sentences, look_at(document), encoded, names);
    return names;
}

void NameRecogniser::recognise(std::span<const Sentence> sentences, const NameFeatures& features, const Matrix& encoded,
                               std::vector<Name>& names) const {
    if (empty() || sentences.empty()) return;
    const std::uint32_t begin = sentences.front().first;
    if (encoded.rows != network_.shape.encoding_size || (encoded.rows > 0 && encoded.cols != sentences.back().last - begin))
        throw Error(
            "the names need the network for tags and trees that they were trained with; get or train the model again");
    const std::vector<NameInput> inputs = make_name_inputs(sentences, features.traits());
    const float weight = trust / emissions_.unit();
    std::vector<std::uint64_t> list;
    std::vector<std::int32_t> scores;
    NameTrace trace;
    for (const Sentence& sentence : sentences) {
        const std::uint32_t count = sentence.last - sentence.first;
        read_names(network_, lexicon_->vectors,
                   {std::span(inputs).subspan(sentence.first - begin, count), &encoded, sentence.first - begin}, trace);
        scores.assign(trace.scores.size(), 0);
        for (std::uint32_t i = 0; i < count; ++i) {
            if (trace.scores.at(NameTags::outside, i) > surely_outside) continue;
            features.list(sentence.first + i, list);
            emissions_.score(list, std::span(scores).subspan(std::size_t{i} * tags_.count(), tags_.count()));
        }
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] += static_cast<std::int32_t>(std::lround(weight * trace.scores.values[i]));
        const auto tags = decode_tags<std::int32_t>(tags_.count(), scores, transitions_, {});
        for (Name& name : tags_.names_of(tags, sentence.first)) {
            name.score = confidence(name, tags, sentence.first, trace.scores);
            names.push_back(std::move(name));
        }
    }
}

}  // namespace lede
