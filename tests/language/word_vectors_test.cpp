#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>

#include <lede/base/error.hpp>
#include <lede/neural/k_means.hpp>
#include <lede/language/surface.hpp>
#include <lede/language/word_vectors.hpp>
#include <lede/language/word_vectors_trainer.hpp>

using namespace lede;

namespace {

const std::string tiny =
    "the 0 0 1\n"
    "paris 5 0.5 1\n"
    "london 5 -0.5 1\n"
    "1999 0 4 0\n"
    "2000 9 9 9\n"
    "eat -5 0.5 1\n"
    "drink -5 -0.5 1\n"
    "last 1 1 1\n";

WordVectorsParts train(const std::string& path, std::size_t words = 7, std::uint32_t dimension = 0) {
    WordVectorsTraining training{path, words, dimension, {2, 4}, {}, "none"};
    return train_word_vectors(training, [](const std::string&) {});
}

std::string write_model(const TemporaryFolder& folder, const WordVectorsParts& parts, const std::string& name = "m.model") {
    ModelFileWriter writer;
    add_word_vectors(parts, writer);
    const std::string path = (folder.path() / name).string();
    writer.write(path);
    return path;
}

std::string error_of(const TemporaryFolder& folder, const std::string& text) {
    try {
        train(folder.write("bad.txt", text));
    } catch (const InputError& error) {
        return std::to_string(error.line());
    }
    return "none";
}

float value(const WordVectors& vectors, std::uint32_t word, std::size_t i) {
    return vectors.scale(word) * static_cast<float>(vectors.row(word)[i]);
}

}  // namespace

TEST_CASE("Word vectors are found by the lower case of a word, with digits alike") {
    const TemporaryFolder folder;
    const ModelFile model(write_model(folder, train(folder.write("v.txt", tiny))));
    const WordVectors vectors(model);
    CHECK(vectors.size() == 7);  // "2000" writes itself like "1999", so "last" is the seventh
    CHECK(vectors.dimension() == 3);
    CHECK(vectors.find(look_at("Paris").lower) == 1U);
    CHECK(vectors.find(lower_key("2024")) == 3U);
    CHECK(vectors.find(lower_key("last")) == 6U);
    CHECK_FALSE(vectors.find(lower_key("rome")));
}

TEST_CASE("Word vectors keep their differences, about the mean, within the rounding") {
    const TemporaryFolder folder;
    const ModelFile model(write_model(folder, train(folder.write("v.txt", tiny))));
    const WordVectors vectors(model);
    CHECK(value(vectors, 1, 0) - value(vectors, 5, 0) == Approx(10).margin(0.1));
    float sum = 0;
    for (std::uint32_t word = 0; word < vectors.size(); ++word) sum += value(vectors, word, 1);
    CHECK(sum == Approx(0).margin(0.1));
}

TEST_CASE("Similar words are in one cluster") {
    const TemporaryFolder folder;
    const ModelFile model(write_model(folder, train(folder.write("v.txt", tiny))));
    const WordVectors vectors(model);
    REQUIRE(vectors.cluster_counts().size() == 2);
    CHECK(vectors.cluster_counts()[1] == 4);
    CHECK(vectors.cluster(1, 0) == vectors.cluster(2, 0));
    CHECK(vectors.cluster(4, 0) == vectors.cluster(5, 0));
    CHECK(vectors.cluster(1, 0) != vectors.cluster(4, 0));
}

TEST_CASE("The principal components of vectors keep their distances") {
    const TemporaryFolder folder;
    const ModelFile model(write_model(folder, train(folder.write("v.txt", tiny), 7, 1)));
    const WordVectors vectors(model);
    CHECK(vectors.dimension() == 1);
    CHECK(std::abs(value(vectors, 1, 0) - value(vectors, 4, 0)) == Approx(10).margin(0.3));
}

TEST_CASE("Word vectors are the same at each training") {
    const TemporaryFolder folder;
    const std::string path = folder.write("v.txt", tiny);
    const ModelFile one(write_model(folder, train(path), "1.model")), two(write_model(folder, train(path), "2.model"));
    CHECK(one.checksum() == two.checksum());
}

TEST_CASE("A model without word vectors gives empty ones, which find nothing") {
    const TemporaryFolder folder;
    ModelFileWriter writer;
    writer.add("other", "x");
    writer.write(folder.path() / "m.model");
    const ModelFile model(folder.path() / "m.model");
    const WordVectors vectors(model);
    CHECK(vectors.empty());
    CHECK_FALSE(vectors.find(lower_key("the")));
}

TEST_CASE("Damaged word vectors are an error") {
    const TemporaryFolder folder;
    const ModelFile good(write_model(folder, train(folder.write("v.txt", tiny))));
    for (const std::string& name : good.section_names()) {
        if (name == "vectors.meta") continue;
        ModelFileWriter writer;
        writer.add_all(good);
        writer.add(name, "abc");
        writer.write(folder.path() / "bad.model");
        const ModelFile bad(folder.path() / "bad.model");
        CHECK_THROWS_AS(WordVectors(bad), Error);
    }
}

TEST_CASE("A wrong file of vectors is an input error with its line") {
    const TemporaryFolder folder;
    CHECK(error_of(folder, "") == "0");
    CHECK(error_of(folder, "the 1 2\na 1 2 3\n") == "2");
    CHECK(error_of(folder, "the 1 2\na 1 x\n") == "2");
    CHECK(error_of(folder, "the 1 2\na 1 2x\n") == "2");
    CHECK(error_of(folder, "the\n") == "1");
    CHECK(error_of(folder, " 1 2\n") == "1");
    CHECK(error_of(folder, "2 3\nthe 1 2 3\na 3 2 1\n") == "none");  // as word2vec writes it
}

TEST_CASE("k-means parts what is apart, and leaves no vector out") {
    const std::vector<float> values = {1, 0, 1, 0.1F, 0, 1, 0.1F, 1, -1, 0, -1, 0.1F};
    const auto clusters = spherical_k_means(values, 2, 3);
    REQUIRE(clusters.size() == 6);
    CHECK(clusters[0] == clusters[1]);
    CHECK(clusters[2] == clusters[3]);
    CHECK(clusters[4] == clusters[5]);
    CHECK(clusters[0] != clusters[2]);
}
