// Writes any number of short articles as JSON Lines: sentences of given articles, drawn anew for each, and in each a
// sentence with names that no other article has, since in the news new names keep coming. The same number gives the
// same bytes, and fewer are its beginning. Usage: make_articles FOLDER COUNT [SENTENCES]      (a folder of .txt
// articles; 6 sentences an article if not given)
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <lede/base/utf8.hpp>

namespace fs = std::filesystem;

namespace {

/// splitmix64 (Steele, Lea, Flood 2014).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t limit) {
        std::uint64_t x = state_ += 0x9E3779B97F4A7C15ULL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return (x ^ (x >> 31)) % limit;
    }

  private:
    std::uint64_t state_;
};

/// Cut behind a full stop before a capital letter: enough for sentences to be drawn.
void cut_sentences(const std::string& paragraph, std::vector<std::string>& sentences) {
    constexpr std::size_t shortest = 40;
    std::size_t begin = 0;
    for (std::size_t i = shortest; i + 2 < paragraph.size(); ++i) {
        const bool end =
            paragraph[i] == '.' && paragraph[i + 1] == ' ' && paragraph[i + 2] >= 'A' && paragraph[i + 2] <= 'Z';
        if (!end || i - begin < shortest) continue;
        sentences.push_back(paragraph.substr(begin, i + 1 - begin));
        begin = i + 2;
    }
    if (paragraph.size() - begin >= shortest) sentences.push_back(paragraph.substr(begin));
}

std::vector<std::string> read_sentences(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> sentences;
    for (const fs::path& file : files) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) cut_sentences(lede::to_valid_utf8(line), sentences);
    }
    return sentences;
}

std::string name_of(Random& random) {
    constexpr std::array<const char*, 24> parts{"ma",  "lo",  "ren", "ti",  "vas", "ko",  "der", "na",
                                                "sel", "bri", "ha",  "mun", "el",  "dor", "pa",  "rin",
                                                "tos", "ga",  "ve",  "lin", "ro",  "sta", "fen", "ju"};
    std::string name;
    for (std::size_t i = 0, count = 2 + random.below(3); i < count; ++i) name += parts[random.below(parts.size())];
    return lede::capitalise(name);
}

std::string new_names(Random& random) {
    const std::string person = name_of(random) + " " + name_of(random),
                      firm = name_of(random) + " " + name_of(random) + " Ltd";
    return person + " founded " + firm + " in " + name_of(random) + "ville in " +
           std::to_string(1950 + random.below(70)) + ".";
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: make_articles FOLDER COUNT [SENTENCES]\n");
        return 2;
    }
    const std::vector<std::string> sentences = read_sentences(arguments[1]);
    const std::size_t wanted = std::strtoull(arguments[2], nullptr, 10);
    const std::size_t length = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 6;
    if (sentences.empty()) {
        std::fprintf(stderr, "no .txt articles in %s\n", arguments[1]);
        return 2;
    }
    for (std::size_t i = 0; i < wanted; ++i) {
        Random random(i);
        std::string text;
        for (std::size_t k = 0; k + 1 < length; ++k)
            text += sentences[random.below(sentences.size())] + (k % 2 ? "\n\n" : " ");
        text += new_names(random);
        const nlohmann::json article{{"id", "made/" + std::to_string(i)}, {"date", "2023-04-27"}, {"text", text}};
        std::printf("%s\n", article.dump().c_str());
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}
