// Measures the program on many short articles as one stream: articles and words a second, and whether its peak memory
// depends on their number. Usage: lede_batch_bench LEDE MAKE_ARTICLES ARTICLE_FOLDER [COUNT [SENTENCES]]     (100,000
// articles of 6 sentences if not given)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

#include "measured_run.hpp"

namespace fs = std::filesystem;
using lede::bench::MeasuredRun;

namespace {

/// Blanks in the articles' texts, about: the JSON around them has few.
std::size_t count_words(const fs::path& file) {
    std::ifstream in(file);
    std::size_t words = 0;
    for (std::string line; std::getline(in, line);)
        words += static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
    return words;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::fprintf(stderr, "usage: lede_batch_bench LEDE MAKE_ARTICLES ARTICLE_FOLDER [COUNT [SENTENCES]]\n");
        return 2;
    }
    const std::string lede = fs::absolute(arguments[1]).string(), make = fs::absolute(arguments[2]).string();
    const std::size_t wanted = count > 4 ? std::strtoull(arguments[4], nullptr, 10) : 100'000;
    const std::string sentences = count > 5 ? arguments[5] : "6";
    const fs::path work = fs::temp_directory_path() / ("lede_batch_bench." + std::to_string(getpid()));
    fs::create_directories(work);
    const fs::path input = work / "articles.jsonl", output = work / "graph.nq";
    double small = 0, large = 0;
    int code = 0;
    for (const std::size_t articles : {std::max<std::size_t>(1, wanted / 10), wanted}) {
        code |= lede::bench::run({make, arguments[3], std::to_string(articles), sentences}, input.string()).code;
        const std::size_t words = count_words(input);
        const MeasuredRun run = lede::bench::run(
            {lede, "extract", input.string(), "--provenance", "graph", "-o", output.string(), "--overwrite"});
        code |= run.code;
        const auto rate = [](std::size_t count, double seconds) { return static_cast<double>(count) / seconds; };
        std::printf(
            "%9zu articles, %zu words, %.1f MB of N-Quads: %.0f articles/s and %.0f words/s; in a second of one core "
            "%.0f words; peak memory %.0f MB\n",
            articles, words, run.code == 0 ? static_cast<double>(fs::file_size(output)) / 1e6 : 0.0,
            rate(articles, run.seconds), rate(words, run.seconds), rate(words, run.processor), run.megabytes);
        std::fflush(stdout);
        small = large;
        large = run.megabytes;
    }
    fs::remove_all(work);
    std::printf("memory for ten times as many articles: %.2f times as much\n", large / small);
    return code;
}
