// Damaged model files. Small models are trained at the start; the input says what is done to their sections, six bytes
// a change, and the checksum is right again. What comes of it must be an error or work.
#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <support/temporary_folder.hpp>

#include <lede/base/error.hpp>
#include <lede/extraction/extractor.hpp>
#include <lede/extraction/fact_model.hpp>
#include <lede/language/name_recogniser.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/trainer.hpp>
#include <lede/language/word_vectors.hpp>
#include <lede/ontology/read_ontology.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

namespace fs = std::filesystem;
using Sections = std::map<std::string, std::string>;

const std::string person = "urn:c:Person", firm = "urn:c:Firm", works_for = "urn:p:worksFor";
const std::string article_text = "Ann Lee works for Acme. She sees dogs, said Bob. Ann knows Bob's firm Acme.";

Ontology make_ontology() {
    Ontology ontology;
    for (const std::string& iri : {person, firm}) {
        OntologyClass one;
        one.iri = iri;
        one.nouns = {iri == firm ? "firm" : "person"};
        ontology.add(one);
    }
    Property property;
    property.iri = works_for;
    property.domain = {person};
    property.range = {firm};
    std::string problem;
    property.examples = {*parse_example("{Ann Lee|subject} works for {Acme|object}.", problem),
                         *parse_example("{Bob|subject} sees dogs for {Nordbro|object}.", problem)};
    ontology.add(property);
    return ontology;
}

std::string treebank() {
    std::string result = "# newdoc id = small\n";
    for (const std::string name : {"Ann", "Bob", "Cy", "Dee"})
        result += "# text = " + name + " sees dogs.\n1\t" + name + "\t" + name +
                  "\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tsees\tsee\tVERB\tVBZ\t_\t0\troot\t_\t_\n"
                  "3\tdogs\tdog\tNOUN\tNNS\t_\t2\tobj\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
    return result;
}

Sections read_sections(const fs::path& path) {
    const ModelFile file(path);
    Sections sections;
    for (const std::string& name : file.section_names()) sections[name] = file.section(name);
    return sections;
}

/// Random weights over a few features of any words.
SparseWeights make_weights(std::uint16_t labels) {
    SparseWeights weights;
    for (std::uint64_t feature = 1; feature < 40; ++feature)
        weights.push_back({feature * 0x9E3779B97F4A7C15ULL,
                           {{static_cast<std::uint16_t>(feature % labels), static_cast<float>(feature) / 10 - 2}}});
    return weights;
}

void add_names(ModelFileWriter& writer) {
    NameNetwork network({.vector_size = 3, .encoding_size = 8, .domains = 1, .h = 4, .tags = 9});
    network.randomise(1);
    writer.add_lines("names.labels", {"person", "organization"});
    writer.add("names.emissions", to_section(make_weights(9), 9));
    writer.add_lines("names.transitions", std::vector<std::string>(81, "1"));
    writer.add_lines("names.shape", to_lines(network.shape));
    writer.add("names.network", to_section(network));
    writer.add_lines("names.gazetteer", {"Acme\torganization\tAcme Corp|Acme Inc", "Norway\tplace\t\tNorwegian"});
    writer.add_lines("names.given", {"Ann", "Bob"});
    writer.add_lines("entities.classes", {firm, person});
    writer.add("entities.types", to_section(make_weights(2), 2));
    writer.add("entities.links", to_compact_section(make_weights(2), 2));
}

Sections make_language_model(const TemporaryFolder& folder) {
    WordVectorsParts vectors;
    vectors.dimension = 3;
    for (const char* word : {"ann", "sees", "dogs", "acme"}) vectors.lower_hashes.push_back(lower_key(word));
    vectors.values.assign(12, 0.5F);
    vectors.clusterings = {{2, {0, 1, 1, 0}}};
    LanguageTraining training;
    training.output = folder.path() / "english.model";
    training.treebanks = training.development = {folder.write("small.conllu", treebank())};
    training.lists = LEDE_SOURCE_DIR "/src/data/english/lists";
    training.licence = "CC0";
    training.epochs = 1;
    training.hidden_size = 4;
    training.layers = 1;
    ModelFileWriter writer;
    add_word_vectors(vectors, writer);
    writer.write(training.output);
    train_language(training, [](const std::string&) {});
    ModelFileWriter whole;
    {
        const ModelFile trained(training.output);
        whole.add_all(trained);
        add_names(whole);
    }
    whole.write(training.output);
    return read_sections(training.output);
}

Sections make_fact_model(const TemporaryFolder& folder) {
    FactModelParts parts;
    parts.property_iris = {works_for};
    parts.weights = make_weights(1);
    parts.network.vocabulary = FactVocabulary({firm, person}, {"nsubj", "obj"});
    FactShape& shape = parts.network.shape;
    shape = {.vector_size = 3,
             .class_rows = parts.network.vocabulary.class_rows(),
             .relation_rows = parts.network.vocabulary.relation_rows(),
             .class_size = 2,
             .small_size = 2,
             .h = 4,
             .hidden = 4,
             .properties = 1};
    parts.network.weights = FactWeights(shape);
    parts.network.weights.randomise(1);
    parts.stated = {200};
    parts.examples = {{works_for, "{Ann|subject} works for {Acme|object}.", {1, 2, 3}}};
    parts.background = {{1, 2}, {3}};
    parts.background_text.words = {{0, 1, 1, 1, 1}, {FactWord::no_vector, 0, 0, 2, 2}, {1, 2, 1, 3, 0}};
    parts.background_text.lengths = {1, 2};
    parts.background_text.pairs = {{{0, 0, 0, FactPair::nowhere, FactPair::nowhere, FactPair::nowhere, FactPair::nowhere}, 0, 0, {1, 1, 0, 0}},
                                   {{1, 2, 1, FactPair::nowhere, 2, 1, FactPair::nowhere}, 1, 2, {1, 2, 9, 3}}};
    parts.judge = to_section(make_weights(2), 2);
    parts.references = to_section(make_weights(1), 1);
    write_fact_model(parts, folder.path() / "facts.model");
    return read_sections(folder.path() / "facts.model");
}

/// A data folder with the program's own lists and small models in it.
struct Base {
    TemporaryFolder folder;
    Ontology ontology = make_ontology();
    std::array<Sections, 2> models{make_language_model(folder), make_fact_model(folder)};
    Base() {
        for (const auto& entry : fs::directory_iterator(LEDE_SOURCE_DIR "/src/data/english"))
            if (entry.is_directory())
                fs::create_directory_symlink(entry.path(), folder.path() / entry.path().filename());
    }
};

/// Six bytes: which section, what to do, where, and a value.
void damage(std::array<Sections, 2>& models, std::string_view change) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(change[i])); };
    Sections& sections = models[byte(0) & 1];
    auto at = sections.begin();
    std::advance(at, static_cast<std::ptrdiff_t>((byte(0) >> 1) % sections.size()));
    std::string& bytes = at->second;
    // The first bytes are those that say how much there is: every other change is among them.
    const std::size_t offset = byte(1) & 8 ? byte(2) % 64 : (byte(2) << 8 | byte(3)) * 251;
    const std::size_t place = bytes.empty() ? 0 : offset % bytes.size();
    switch (byte(1) % 8) {
        case 0:
            if (!bytes.empty()) bytes[place] = change[4];
            break;
        case 1:
            if (!bytes.empty()) bytes[place] = static_cast<char>(bytes[place] ^ (1 << byte(4) % 8));
            break;
        case 2:
            bytes.resize(place);
            break;
        case 3:
            bytes.append(byte(4) % 9 * (byte(5) % 9), change[3]);
            break;
        case 4:
            sections.erase(at);
            break;
        case 5:
            bytes.insert(place, 1, change[5]);
            break;
        case 6:
            if (!bytes.empty()) bytes.erase(place, 1 + byte(5) % 8);
            break;
        case 7:
            bytes = std::next(at) == sections.end() ? sections.begin()->second : std::next(at)->second;
            break;
    }
}

void write(const Sections& sections, const fs::path& path) {
    ModelFileWriter writer;
    for (const auto& [name, bytes] : sections) writer.add(name, bytes);
    writer.write(path);
}

void read_all(const Base& base) {
    const fs::path path = base.folder.path() / "english.model";
    const ModelFile file(path);
    const LanguageModel language(path);
    ExtractorOptions options;
    options.explain = true;
    const Extractor extractor(base.ontology, language, file, base.folder.path(), options);
    Article article;
    article.text = article_text;
    const ArticleFacts facts = extractor.extract(language.analyse(article));
    for (const Fact& fact : facts.facts) fuzz::require(fact.subject < facts.entities.size(), "a fact of no entity");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const Base base;
    std::string_view input = fuzz::view(bytes, std::min<std::size_t>(size, 60));
    std::array<Sections, 2> models = base.models;
    for (; input.size() >= 6; input.remove_prefix(6))
        if (!models[0].empty() && !models[1].empty()) damage(models, input);
    write(models[0], base.folder.path() / "english.model");
    write(models[1], base.folder.path() / "facts.model");
    try {
        read_all(base);
    } catch (const Error&) {  // what the user is told
        fuzz::require(size >= 6, "an error without a damage");
    }
    return 0;
}
