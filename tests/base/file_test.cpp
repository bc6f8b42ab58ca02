#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>

#include <lede/base/error.hpp>
#include <lede/base/file.hpp>

using namespace lede;

namespace {

std::size_t count_files(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("A file is read and mapped whole", "[file]") {
    const TemporaryFolder folder;
    const std::string bytes = std::string("a\0b\r\n", 5) + std::string(100000, 'x');
    const auto path = folder.write("f", bytes);
    CHECK(read_file(path) == bytes);
    CHECK(MappedFile(path).bytes() == bytes);
    CHECK(MappedFile(folder.write("empty", "")).bytes().empty());
}

TEST_CASE("A missing file and a folder are input errors that name the path", "[file]") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(read_file(folder.path()), InputError);
    CHECK_THROWS_AS(MappedFile(folder.path()), InputError);
    try {
        read_file(folder.path() / "none");
        FAIL("no error");
    } catch (const InputError& error) {
        CHECK(error.path() == (folder.path() / "none").string());
    }
}

TEST_CASE("Output appears only when it is committed", "[file]") {
    const TemporaryFolder folder;
    const auto target = (folder.path() / "out.nt").string();
    {
        AtomicOutput output(target, false);
        output.write("half");
    }
    CHECK(count_files(folder.path()) == 0);
    AtomicOutput output(target, false);
    output.write("whole");
    CHECK_FALSE(std::filesystem::exists(target));
    output.commit();
    CHECK(read_file(target) == "whole");
    CHECK(count_files(folder.path()) == 1);
}

TEST_CASE("An existing output is kept unless it may be overwritten", "[file]") {
    const TemporaryFolder folder;
    const auto target = folder.write("out.nt", "old");
    CHECK_THROWS_AS(AtomicOutput(target, false), OutputError);
    { AtomicOutput abandoned(target, true); }
    CHECK(read_file(target) == "old");
    AtomicOutput output(target, true);
    output.write("new");
    output.commit();
    CHECK(read_file(target) == "new");
    CHECK_THROWS_AS(AtomicOutput(folder.path().string(), true), OutputError);
    CHECK_THROWS_AS(AtomicOutput((folder.path() / "no" / "such").string(), true), OutputError);
}

TEST_CASE("A full disk is an output error, and the device is not replaced", "[file]") {
    AtomicOutput output("/dev/full", false);
    output.write("x");
    CHECK_THROWS_AS(output.commit(), OutputError);
    CHECK(std::filesystem::is_character_file("/dev/full"));
}
