#include <lede/extraction/fact_model.hpp>

#include <charconv>
#include <cmath>
#include <cstring>
#include <sstream>

#include <lede/base/error.hpp>
#include <lede/extraction/fact_text_section.hpp>
#include <lede/neural/half_section.hpp>

namespace lede {
namespace {

template <class Number>
void append_number(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

template <class Number>
Number take_number(std::string_view& bytes) {
    Number number{};
    if (bytes.size() < sizeof(number)) throw Error("the fact model has a damaged section; get or train the model again");
    std::memcpy(&number, bytes.data(), sizeof(number));
    bytes.remove_prefix(sizeof(number));
    return number;
}

std::string to_text(float number) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(4);
    out << std::fixed << number;
    return out.str();
}

float parse_number(const std::string& text) {
    std::istringstream in(text);
    in.imbue(std::locale::classic());
    float number = 0.5F;
    in >> number;
    return number;
}

std::size_t parse_count(std::string_view text) {
    std::size_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

}  // namespace

std::string pack_features(const std::vector<std::vector<std::uint64_t>>& vectors) {
    std::string bytes;
    append_number(bytes, static_cast<std::uint32_t>(vectors.size()));
    for (const auto& vector : vectors) {
        append_number(bytes, static_cast<std::uint32_t>(vector.size()));
        for (const std::uint64_t feature : vector) append_number(bytes, feature);
    }
    return bytes;
}

std::vector<std::vector<std::uint64_t>> unpack_features(std::string_view section) {
    std::vector<std::vector<std::uint64_t>> vectors;
    if (section.empty()) return vectors;
    const auto count = take_number<std::uint32_t>(section);
    for (std::uint32_t i = 0; i < count; ++i) {
        auto& vector = vectors.emplace_back();
        const auto size = take_number<std::uint32_t>(section);
        for (std::uint32_t k = 0; k < size; ++k) vector.push_back(take_number<std::uint64_t>(section));
    }
    return vectors;
}

void write_fact_model(FactModelParts& parts, const std::filesystem::path& path) {
    std::vector<std::string> examples;
    std::vector<std::vector<std::uint64_t>> example_features;
    for (const ExamplePattern& example : parts.examples) {
        examples.push_back(example.property_iri + "\t" + example.marked);
        example_features.push_back(example.features);
    }
    ModelFileWriter writer;
    writer.add_lines("facts.meta", parts.meta);
    writer.add_lines("facts.properties", parts.property_iris);
    std::vector<std::string> stated;
    for (const std::size_t count : parts.stated) stated.push_back(std::to_string(count));
    writer.add_lines("facts.stated", stated);
    writer.add_lines("facts.threshold", {to_text(parts.threshold)});
    writer.add("facts.weights", to_section(parts.weights, static_cast<std::uint32_t>(parts.property_iris.size())));
    if (!parts.network.weights.output.weight.value.values.empty()) {
        writer.add_lines("network.shape", to_lines(parts.network.shape));
        writer.add_lines("network.classes", parts.network.vocabulary.class_iris());
        writer.add_lines("network.relations", parts.network.vocabulary.relations());
        writer.add("network.weights", to_half_section(parts.network.weights.parameters()));
        writer.add("network.background", pack_fact_text(parts.background_text));
    }
    writer.add_lines("facts.examples", examples);
    writer.add("facts.example_features", pack_features(example_features));
    writer.add("facts.background", pack_features(parts.background));
    writer.add("facts.judge", parts.judge);
    if (!parts.references.empty()) writer.add("facts.references", parts.references);
    writer.write(path);
}

FactModel::FactModel(const std::filesystem::path& path)
    : file_(path), property_iris_(file_.lines("facts.properties")), example_keys_(file_.lines("facts.examples")),
      weights_(file_.section("facts.weights")) {
    for (const std::string& line : file_.lines("facts.threshold")) threshold_ = parse_number(line);
    for (const std::string& line : file_.lines("facts.stated")) stated_.push_back(parse_count(line));
    stated_.resize(property_iris_.size());
    if (weights_.label_count() != property_iris_.size())
        throw InputError(path.string(), "not a fact model, or a damaged one; get or train the model again");
    if (file_.section("network.weights").empty()) return;
    FactNetwork& network = network_.emplace();
    network.shape = parse_fact_shape(file_.lines("network.shape"));
    network.vocabulary = FactVocabulary(file_.lines("network.classes"), file_.lines("network.relations"));
    network.weights = parse_fact_weights(network.shape, file_.section("network.weights"));
    if (network.shape.properties != property_iris_.size() || network.shape.class_rows != network.vocabulary.class_rows() ||
        network.shape.relation_rows != network.vocabulary.relation_rows())
        throw InputError(path.string(), "its network does not fit its properties; get or train the model again");
}

std::vector<ExamplePattern> FactModel::patterns() const {
    auto features = unpack_features(file_.section("facts.example_features"));
    if (features.size() != example_keys_.size()) throw Error("the fact model has a damaged section; get or train the model again");
    std::vector<ExamplePattern> patterns;
    for (std::size_t i = 0; i < example_keys_.size(); ++i) {
        const auto tab = example_keys_[i].find('\t');
        patterns.push_back({example_keys_[i].substr(0, tab), example_keys_[i].substr(tab + 1), std::move(features[i])});
    }
    return patterns;
}

std::vector<std::vector<std::uint64_t>> FactModel::background() const { return unpack_features(file_.section("facts.background")); }

FactText FactModel::background_text(std::size_t vector_rows) const {
    if (!network_) return {};
    return unpack_fact_text(file_.section("network.background"), network_->vocabulary, vector_rows);
}

float to_probability(float score) { return 1.0F / (1.0F + std::exp(-score)); }

}  // namespace lede
