#include "../../src/cli/progress_bar.hpp"

#include <support/catch.hpp>

using namespace lede::cli;

namespace {

std::string line(std::uint64_t done, std::uint64_t total, double share, double seconds, std::size_t width = 200) {
    return to_line({.done = done, .total = total, .share = share, .seconds = seconds, .unit = "articles"}, width);
}

}  // namespace

TEST_CASE("Where nothing is known of the whole, count and rate are told", "[progress]") {
    CHECK(line(1200, 0, 0, 4) == "1,200 articles, 300 a second");
    CHECK(line(0, 0, 0, 0) == "0 articles");
}

TEST_CASE("A known total gives a bar and the remaining time", "[progress]") {
    CHECK(line(1200, 4800, 0, 4) == "[#####               ] 1,200 of 4,800 articles, 300 a second, 0:12 left");
    CHECK(line(0, 6719, 0, 0) == "[                    ] 0 of 6,719 articles");
    CHECK(line(4800, 4800, 0, 16) == "[####################] 4,800 of 4,800 articles, 300 a second");
    CHECK(line(5000, 4800, 0, 16) == "[####################] 5,000 of 4,800 articles, 312 a second");
    CHECK(line(1, 100000, 0, 1) == "[                    ] 1 of 100,000 articles, 1 a second, 27:46:39 left");
}

TEST_CASE("The share of the bytes that were read gives them too", "[progress]") {
    CHECK(line(1200, 0, 0.25, 4) == "[#####               ] 1,200 articles, 300 a second, 0:12 left");
    CHECK(line(1200, 0, 1, 4) == "[####################] 1,200 articles, 300 a second");
    CHECK(line(10, 0, 1.5, 4) == "[####################] 10 articles, 2 a second");
}

TEST_CASE("The line is cut to the width of the terminal", "[progress]") {
    CHECK(line(1200, 4800, 0, 4, 30) == "[#####               ] 1,200 o");
}
