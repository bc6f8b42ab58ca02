#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>

#include <lede/extraction/learned_examples.hpp>
#include <lede/language/linear_model.hpp>

using namespace lede;

namespace {

Ontology small_ontology() {
    Ontology ontology;
    for (const auto* name : {"a", "b", "c"}) {
        Property property;
        property.iri = std::string("http://x/") + name;
        property.domain = property.range = {"http://x/C"};
        ontology.add(property);
    }
    return ontology;
}

LearnedExamples some_lessons(const PropertyTable& table) {
    LearnedExamples learned;
    learned.patterns = {{"http://x/a", "{A|subject}\n{B|object}", {1, 2, 3}}, {"http://x/c", "", {}}};
    learned.learning = learned.on_network = PropertySet(table.size());
    learned.learning.insert(0);
    learned.learning.insert(2);
    learned.on_network.insert(2);
    learned.unnamed.push_back({MentionKind::pronoun, learned.on_network, learned.learning});
    learned.weights = to_section({{42, {{0, 0.5F}, {2, -1.0F}}}}, 3);
    const FactShape shape{.class_size = 2, .small_size = 2, .h = 2, .hidden = 3, .properties = 3};
    learned.tuned = ExactNetwork{shape, FactWeights(shape)};
    learned.tuned->weights.randomise(5);
    learned.tuned->weights.output.bias.value.values[1] = 1e-30F;
    return learned;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::filesystem::path only_file(const std::filesystem::path& folder) {
    return std::filesystem::directory_iterator(folder)->path();
}

}  // namespace

TEST_CASE("What was learned is found again as it was", "[cache]") {
    const TemporaryFolder folder;
    const Ontology ontology = small_ontology();
    const PropertyTable table(ontology);
    const ExampleCache cache(folder.path() / "below/it", 7);
    CHECK_FALSE(cache.find(table));
    const LearnedExamples learned = some_lessons(table);
    cache.keep(learned, table);
    const auto found = cache.find(table);
    REQUIRE(found);
    REQUIRE(found->patterns.size() == 2);
    CHECK(found->patterns[0].property_iri == "http://x/a");
    CHECK(found->patterns[0].marked == learned.patterns[0].marked);
    CHECK(found->patterns[0].features == learned.patterns[0].features);
    CHECK((found->learning.contains(0) && !found->learning.contains(1) && found->learning.contains(2)));
    CHECK((!found->on_network.contains(0) && found->on_network.contains(2)));
    REQUIRE(found->unnamed.size() == 1);
    CHECK((found->unnamed[0].kind == MentionKind::pronoun && found->unnamed[0].object.contains(0) &&
           !found->unnamed[0].subject.contains(0)));
    CHECK(found->weights == learned.weights);
    REQUIRE(found->tuned);
    CHECK(found->tuned->shape.hidden == 3);
    FactWeights kept = found->tuned->weights, known = learned.tuned->weights;
    const auto values = kept.parameters(), expected = known.parameters();
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(values[i]->value.values == expected[i]->value.values);
    CHECK_FALSE(ExampleCache(folder.path() / "below/it", 8).find(table));
}

TEST_CASE("A damaged or cut file, or one of other properties, is as good as none", "[cache]") {
    const TemporaryFolder folder;
    const Ontology ontology = small_ontology(), none;
    const PropertyTable table(ontology), other(none);
    const ExampleCache cache(folder.path(), 7);
    cache.keep(some_lessons(table), table);
    CHECK_FALSE(cache.find(other));
    const std::filesystem::path file = only_file(folder.path());
    const std::string good = bytes_of(file);
    for (std::size_t at = 0; at < good.size(); at += 5) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x41);
        std::ofstream(file, std::ios::binary) << bad;
        INFO(at);
        CHECK_FALSE(cache.find(table));
        std::ofstream(file, std::ios::binary) << good.substr(0, at);
        CHECK_FALSE(cache.find(table));
    }
    std::ofstream(file, std::ios::binary) << good;
    CHECK(cache.find(table));
}

TEST_CASE("Beyond the limit, what was not used for longest is removed", "[cache]") {
    const TemporaryFolder folder;
    const Ontology ontology = small_ontology();
    const PropertyTable table(ontology);
    const LearnedExamples learned = some_lessons(table);
    ExampleCache(folder.path(), 1).keep(learned, table);
    const std::uintmax_t size = std::filesystem::file_size(only_file(folder.path()));
    folder.write("other.txt", std::string(5 * size, 'x'));
    ExampleCache(folder.path(), 2).keep(learned, table);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        std::filesystem::last_write_time(entry.path(), entry.last_write_time() - std::chrono::hours(1));
    CHECK(ExampleCache(folder.path(), 1).find(table));  // used, so 2 is the older one now
    ExampleCache(folder.path(), 3, 2 * size).keep(learned, table);
    CHECK(ExampleCache(folder.path(), 1).find(table));
    CHECK_FALSE(ExampleCache(folder.path(), 2).find(table));
    CHECK(ExampleCache(folder.path(), 3).find(table));
    CHECK(std::filesystem::exists(folder.path() / "other.txt"));
}

TEST_CASE("A folder that cannot be written is no error", "[cache]") {
    const Ontology ontology = small_ontology();
    const PropertyTable table(ontology);
    const ExampleCache cache("/dev/null/below", 7);
    cache.keep(some_lessons(table), table);
    CHECK_FALSE(cache.find(table));
}
