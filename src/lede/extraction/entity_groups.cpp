#include <lede/extraction/entity_groups.hpp>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include <lede/base/utf8.hpp>

namespace lede {

namespace {

std::vector<std::string> split_words(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> key_words(std::string_view name) {
    const std::string folded = fold(name);
    std::string plain;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(folded, at);
        if (c == '&') plain += " and ";
        else if (is_letter(c) || is_digit(c)) plain += folded.substr(begin, at - begin);
        else if (c != '\'' && c != U'’') plain += ' ';
    }
    std::vector<std::string> words = split_words(plain);
    if (words.size() > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an")) words.erase(words.begin());
    return words;
}

/// White space within a name may be a line end.
std::string one_line(std::string_view text) { return join(split_words(std::string(text))); }

bool in_capitals(const std::string& form) { return form == to_upper(form); }

}  // namespace

std::string name_key(std::string_view name) { return join(key_words(name)); }

const std::string& NameGroup::label() const {
    return std::max_element(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

const std::string& NameGroup::form() const {
    const auto better = [](const auto& a, const auto& b) {
        const bool capitals_a = in_capitals(a.first), capitals_b = in_capitals(b.first);
        return capitals_a != capitals_b ? capitals_a : a.second < b.second;
    };
    return std::max_element(forms.begin(), forms.end(), better)->first;
}

std::vector<NameGroup> group_names(const NamedText& text) {
    std::vector<NameGroup> groups;
    std::unordered_map<std::string, std::size_t> place;
    for (std::uint32_t i = 0; i < text.names.size(); ++i) {
        const Name& name = text.names[i];
        const std::string form = one_line(text.form(name));
        const std::vector<std::string> words = key_words(form);
        if (words.empty()) continue;
        const auto [at, added] = place.try_emplace(join(words), groups.size());
        if (added) groups.push_back({at->first, words, {}, {}, {}});
        NameGroup& group = groups[at->second];
        group.mentions.push_back(i);
        ++group.forms[form];
        ++group.labels[name.label];
    }
    return groups;
}

}  // namespace lede
