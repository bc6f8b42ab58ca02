#include <algorithm>
#include <set>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/pipeline/line_sorter.hpp>

using namespace lede;

namespace {

std::vector<std::string> merged(LineSorter& sorter) {
    std::vector<std::string> lines;
    sorter.merge([&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

}  // namespace

TEST_CASE("Lines come back sorted by bytes, each once", "[sorter]") {
    LineSorter sorter;
    for (const auto* line : {"b", "a", "é", "", "b", "a b", "Z"}) sorter.add(line);
    CHECK(merged(sorter) == std::vector<std::string>{"", "Z", "a", "a b", "b", "é"});
    CHECK(merged(sorter).empty());
}

TEST_CASE("What does not fit in memory goes through files and gives the same order", "[sorter]") {
    const TemporaryFolder folder;
    std::set<std::string> expected;
    LineSorter sorter(2000, folder.path());  // a few dozen lines a run: more than a hundred runs
    std::uint32_t state = 7;
    for (int i = 0; i < 20000; ++i) {
        state = state * 1664525 + 1013904223;
        const std::string line = "line " + std::to_string(state >> 18);
        sorter.add(line);
        expected.insert(line);
    }
    CHECK(merged(sorter) == std::vector<std::string>(expected.begin(), expected.end()));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("A line longer than the memory is kept whole", "[sorter]") {
    LineSorter sorter(1000);
    const std::string line(100000, 'x');
    sorter.add("y");
    sorter.add(line);
    sorter.add("a");
    CHECK(merged(sorter) == std::vector<std::string>{"a", line, "y"});
}

TEST_CASE("A folder that cannot be written is an output error", "[sorter]") {
    LineSorter sorter(1, "/no/such/folder");
    sorter.add("a");
    CHECK_THROWS_AS(sorter.add("b"), OutputError);
}
