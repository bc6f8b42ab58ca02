// Measures the program as a user runs it: words a second from text to N-Triples on one core, peak memory, start-up time.
// Usage: lede_bench LEDE ARTICLE_FOLDER [WORDS]     (a folder of .txt articles; they are repeated until WORDS, 2,000,000 if not given)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <unistd.h>

#include "measured_run.hpp"
#include "reference.hpp"

namespace fs = std::filesystem;

namespace {

using Run = lede::bench::MeasuredRun;
using lede::bench::run;

Run median_run(const std::vector<std::string>& command, int times) {
    std::vector<Run> runs;
    for (int i = 0; i < times; ++i) runs.push_back(run(command));
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.seconds < b.seconds; });
    return runs[runs.size() / 2];
}

std::size_t count_words(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

std::vector<fs::path> find_articles(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Copies of the articles, each under a name of its own, until there are so many words. Returns the words written.
std::size_t repeat_articles(const std::vector<fs::path>& articles, const fs::path& folder, std::size_t wanted) {
    fs::create_directories(folder);
    std::size_t words = 0;
    for (std::size_t copy = 0; words < wanted; ++copy)
        for (const fs::path& article : articles) {
            std::ifstream in(article);
            const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
            std::ofstream(folder / (article.stem().string() + "-" + std::to_string(copy) + ".txt")) << text;
            words += count_words(text);
            if (words >= wanted) break;
        }
    return words;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: lede_bench LEDE ARTICLE_FOLDER [WORDS]\n");
        return 2;
    }
    const std::string lede = fs::absolute(arguments[1]).string();
    const std::size_t wanted = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 2'000'000;
    const std::vector<fs::path> articles = find_articles(arguments[2]);
    if (articles.empty()) {
        std::fprintf(stderr, "no .txt articles in %s\n", arguments[2]);
        return 2;
    }
    const fs::path work = fs::temp_directory_path() / ("lede_bench." + std::to_string(getpid()));
    const std::size_t words = repeat_articles(articles, work / "all", wanted);
    const std::size_t tenth = repeat_articles(articles, work / "tenth", wanted / 10);
    const std::string out = (work / "out.nq").string();
    const auto extract = [&](const char* folder, const char* syntax) {
        return std::vector<std::string>{lede, "extract", (work / folder).string(), "--jobs", "1", "--to", syntax, "-o", out, "--overwrite"};
    };
    const double reference = lede::bench::reference_seconds();
    const Run startup = median_run({lede, "extract", articles.front().string()}, 11);
    const Run small = run(extract("tenth", "nquads"));
    const Run large = run(extract("all", "nquads"));
    const Run triples = run(extract("all", "ntriples"));
    fs::remove_all(work);
    std::printf("start-up on one article      %.3f s (median of 11)\n", startup.seconds);
    std::printf("text to N-Triples, one core  %.0f words/s (%zu words in %.1f s)\n", static_cast<double>(words) / triples.seconds, words, triples.seconds);
    std::printf("text to N-Quads, one core    %.0f words/s\n", static_cast<double>(words) / large.seconds);
    std::printf("words in the time of the reference work (%.2f s)  %.0f\n", reference, static_cast<double>(words) / triples.seconds * reference);
    std::printf("peak memory, N-Quads         %.0f MB for %zu words, %.0f MB for %zu words\n", small.megabytes, tenth, large.megabytes, words);
    return startup.code | small.code | large.code | triples.code;
}
