#include <string>
#include <support/catch.hpp>
#include <support/packed.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/base/byte_source.hpp>
#include <lede/base/error.hpp>

using namespace lede;

namespace {

std::string unpack(const TemporaryFolder& folder, const std::string& bytes, std::size_t limit = 1 << 30) {
    const auto path = folder.write("f", bytes);
    return read_all(*open_source(path), path, limit);
}

std::string noise(std::size_t size) {
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char& c : bytes) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    return bytes;
}

}  // namespace

TEST_CASE("Packed files are unpacked by their content, also several in a row", "[source]") {
    const TemporaryFolder folder;
    const std::string bytes = noise(500000);
    CHECK(unpack(folder, bytes) == bytes);
    CHECK(unpack(folder, gzip(bytes)) == bytes);
    CHECK(unpack(folder, zstd(bytes)) == bytes);
    CHECK(unpack(folder, gzip("one ") + gzip("two")) == "one two");
    CHECK(unpack(folder, zstd("one ") + zstd("two")) == "one two");
    CHECK(unpack(folder, gzip("")).empty());
    CHECK(unpack(folder, std::string(3 << 20, 'a')).size() == 3 << 20);
    CHECK(unpack(folder, zstd(std::string(3 << 20, 'a'))).size() == 3 << 20);
    CHECK(unpack(folder, "").empty());
}

TEST_CASE("Packed data that is cut short or damaged is an error", "[source]") {
    const TemporaryFolder folder;
    for (const auto& packed : {gzip(noise(300000)), zstd(noise(300000))}) {
        for (const std::size_t size : {std::size_t{5}, std::size_t{1000}, packed.size() / 2, packed.size() - 1}) {
            CHECK_THROWS_WITH(unpack(folder, packed.substr(0, size)), Catch::Contains("cut short"));
        }
    }
    auto damaged = gzip("some text");
    damaged[12] = static_cast<char>(damaged[12] ^ 0x55);
    damaged[14] = static_cast<char>(damaged[14] ^ 0x55);
    CHECK_THROWS_AS(unpack(folder, damaged), InputError);
}

TEST_CASE("A file that unpacks to more than the limit is refused", "[source]") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(unpack(folder, gzip(std::string(50 << 20, ' ')), 1 << 20), Catch::Contains("larger than 1 MiB"));
}

TEST_CASE("Lines end at LF or CR LF, and a line over the limit is cut", "[source]") {
    const TemporaryFolder folder;
    const auto path = folder.write("f", "one\r\ntwo\n\n" + std::string(300000, 'x') + "\nlast");
    const auto source = open_source(path);
    LineReader lines(*source, 1000);
    std::string line;
    std::vector<std::string> seen;
    while (lines.next(line)) seen.push_back(line.substr(0, 5) + (lines.too_long() ? "…" : ""));
    CHECK(seen == std::vector<std::string>{"one", "two", "", "xxxxx…", "last"});
    CHECK(lines.number() == 5);
}
