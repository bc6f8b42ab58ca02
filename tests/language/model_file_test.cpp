#include <filesystem>
#include <fstream>
#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/language/model_file.hpp>

using namespace lede;

namespace {

struct TemporaryFile {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "lede_model_file_test.model";
    ~TemporaryFile() { std::filesystem::remove(path); }
};

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("A model file gives back its sections, aligned") {
    const TemporaryFile file;
    ModelFileWriter writer;
    writer.add("b", std::string("\0\1\2", 3));
    writer.add_lines("a", {"one", "", "three"});
    writer.add("empty", "");
    writer.write(file.path);
    const std::string first = bytes_of(file.path);
    writer.write(file.path);
    CHECK(first == bytes_of(file.path));

    const ModelFile model(file.path);
    CHECK(model.section("b") == std::string("\0\1\2", 3));
    CHECK(reinterpret_cast<std::uintptr_t>(model.section("b").data()) % 64 == 0);
    CHECK(model.lines("a") == std::vector<std::string>{"one", "", "three"});
    CHECK(model.section("nothing").empty());
    CHECK(model.section_names() == std::vector<std::string>{"a", "b", "empty"});
    CHECK(model.checksum().size() == 16);
}

TEST_CASE("A damaged, foreign or missing model file is an input error") {
    const TemporaryFile file;
    CHECK_THROWS_AS(ModelFile(file.path), InputError);
    ModelFileWriter writer;
    writer.add("section", "some bytes");
    writer.write(file.path);
    const std::string good = bytes_of(file.path);
    for (const std::string& bad :
         {std::string(), std::string("short"), std::string(200, 'x'), good.substr(0, good.size() - 1), good + "x"}) {
        std::ofstream(file.path, std::ios::binary | std::ios::trunc) << bad;
        CHECK_THROWS_AS(ModelFile(file.path), InputError);
    }
}
