#include <filesystem>
#include <fstream>
#include <support/catch.hpp>

#include <lede/base/error.hpp>
#include <lede/base/word_list.hpp>

using namespace lede;

namespace {

/// A file that is removed at the end of a test.
struct TemporaryList {
    std::filesystem::path path;
    TemporaryList(const char* name, const std::string& text) : path(std::filesystem::temp_directory_path() / name) {
        std::ofstream(path, std::ios::binary) << text;
    }
    ~TemporaryList() { std::filesystem::remove(path); }
};

}  // namespace

TEST_CASE("WordList reads fields divided by TABs and skips comments and empty lines") {
    const TemporaryList file("lede_word_list_1.tsv", "# months\n\nmay\t5\r\naccording to\tcue\tspeech\n#\tnumber\n");
    const WordList list(file.path, 2);
    CHECK(list.rows().size() == 3);
    CHECK(list.value("may") == "5");
    CHECK(list.value("according to", 2) == "speech");
    CHECK(list.value("may", 2).empty());
    CHECK(list.value("#") == "number");
    CHECK_FALSE(list.contains("June"));
    CHECK(list.longest() == 2);
    CHECK(number_field(list.rows()[0], 1, file.path) == 5);
    CHECK_THROWS_AS(number_field(list.rows()[1], 1, file.path), InputError);
}

TEST_CASE("WordList names the line that has too few fields or a key for the second time") {
    const TemporaryList few("lede_word_list_2.tsv", "a\t1\nb\n");
    const TemporaryList twice("lede_word_list_3.tsv", "a\nb\na\n");
    try {
        WordList list(few.path, 2);
        FAIL("no exception");
    } catch (const InputError& error) {
        CHECK(error.line() == 2);
    }
    try {
        WordList list(twice.path);
        FAIL("no exception");
    } catch (const InputError& error) {
        CHECK(error.line() == 3);
    }
}
