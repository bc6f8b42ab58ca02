#include <algorithm>
#include <array>
#include <map>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/language/word_classes.hpp>

namespace lede {

WordClasses::WordClasses(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        const std::size_t tab = line.find('\t');
        if (tab != std::string::npos) classes_[lower_key(line.substr(0, tab))] = hash_of(line.substr(tab + 1));
    }
}

bool WordClasses::is_finite(std::uint64_t word_class) {
    static const std::array<std::uint64_t, 4> finite{hash_of("VBD"), hash_of("VBP"), hash_of("VBZ"), hash_of("MD")};
    return std::find(finite.begin(), finite.end(), word_class) != finite.end();
}

bool WordClasses::is_pronoun(std::uint64_t word_class) {
    static const std::uint64_t pronoun = hash_of("PRP");
    return word_class == pronoun;
}

std::vector<std::string> count_word_classes(const std::vector<TreebankArticle>& articles) {
    constexpr std::size_t rare = 3;  // occurrences; more or fewer do worse on the development data
    std::map<std::string, std::map<std::string, std::size_t>> counts;
    for (const TreebankArticle& article : articles)
        for (const Token& token : article.document.tokens) {
            const Surface word = look_at(article.document.form(token));
            if (word.has_letter && !word.has_digit) ++counts[to_lower(article.document.form(token))][token.xpos];
        }
    std::vector<std::string> lines;
    for (const auto& [word, tags] : counts) {
        std::size_t all = 0;
        for (const auto& [tag, times] : tags) all += times;
        const auto commonest = std::max_element(tags.begin(), tags.end(),
                                                [](const auto& a, const auto& b) { return a.second < b.second; });
        if (all >= rare) lines.push_back(word + "\t" + commonest->first);
    }
    return lines;
}

}  // namespace lede
