// Measures the language model alone: tokens, sentences, tags, lemmas, trees and names on one core, loading, memory.
// Usage: lede_language_bench MODEL ARTICLE_FOLDER
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <vector>

#include <lede/language/language_model.hpp>
#include <lede/text/read_articles.hpp>

#include "reference.hpp"

namespace {

double median_seconds(int times, const std::function<void()>& work) {
    std::vector<double> seconds;
    for (int i = 0; i < times; ++i) {
        const double start = lede::bench::processor_seconds();
        work();
        seconds.push_back(lede::bench::processor_seconds() - start);
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

std::vector<lede::Article> read_texts(const char* folder) {
    std::vector<lede::Article> articles;
    const auto keep = [&](lede::Article&& article) { articles.push_back(std::move(article)); };
    lede::for_each_article({folder}, {}, keep, [](const lede::Diagnostic&) {});
    return articles;
}

/// Strings of characters that are no blanks.
std::size_t count_words(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = std::strchr(" \n\t\r", c) != nullptr;
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: lede_language_bench MODEL ARTICLE_FOLDER\n");
        return 2;
    }
    const std::vector<lede::Article> articles = read_texts(arguments[2]);
    std::size_t words = 0;
    for (const lede::Article& article : articles) words += count_words(article.text);
    if (words == 0) {
        std::fprintf(stderr, "no articles in %s\n", arguments[2]);
        return 2;
    }
    const double loading = median_seconds(11, [&] { const lede::LanguageModel model(arguments[1]); });
    const lede::LanguageModel model(arguments[1]);
    const double tokens = median_seconds(5, [&] {
        for (const lede::Article& article : articles) model.tokenise(article);
    });
    const double all = median_seconds(5, [&] {
        for (const lede::Article& article : articles) model.analyse(article);
    });
    const double reference = median_seconds(5, [] { lede::bench::reference_seconds(); });
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double rate = static_cast<double>(words) / all;
    std::printf("tokens and sentences      %.0f words/s\n", static_cast<double>(words) / tokens);
    std::printf("all layers, one core      %.0f words/s (median of 5 over %zu words of %zu articles)\n", rate, words,
                articles.size());
    std::printf("words in the time of the reference work (%.2f s)  %.0f\n", reference, rate * reference);
    std::printf("loading the model         %.1f ms (median of 11)\n", loading * 1000);
    std::printf("peak memory               %.0f MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}
