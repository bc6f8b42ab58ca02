#include <lede/extraction/entity_links.hpp>

#include <algorithm>

#include <lede/base/hash.hpp>
#include <lede/base/utf8.hpp>
#include <lede/extraction/entity_classifier.hpp>

namespace lede {

namespace {

bool is_acronym_of(const NameGroup& acronym, const NameGroup& name) {
    if (acronym.words.size() != 1 || name.words.size() < 2 || acronym.key.size() < 2) return false;
    const std::string& form = acronym.form();
    if (form != to_upper(form)) return false;
    std::string all, large;
    for (const std::string& word : name.words) {
        all += word[0];
        // "of", "for" and "the" often have no letter in an acronym.
        if (word.size() > 3 || name.words.size() < 3) large += word[0];
    }
    return acronym.key == all || acronym.key == large;
}

bool is_plural_of(const NameGroup& a, const NameGroup& b) {
    return a.words.size() == b.words.size() && (a.key + "s" == b.key || b.key + "s" == a.key);
}

std::string without_blanks(const std::string& key) {
    std::string letters;
    std::copy_if(key.begin(), key.end(), std::back_inserter(letters), [](char c) { return c != ' '; });
    return letters;
}

/// Number of the group's mentions before a token, and the distance in names from the last of them to `name`.
std::uint32_t mentions_before(const NameGroup& group, std::uint32_t name) {
    return static_cast<std::uint32_t>(std::lower_bound(group.mentions.begin(), group.mentions.end(), name) - group.mentions.begin());
}

/// Whether the shorter name first stands in parentheses right behind the longer one.
bool introduced(const NamedText& text, const NameGroup& shorter, const NameGroup& longer) {
    const Name& first = text.names[shorter.mentions.front()];
    return std::any_of(longer.mentions.begin(), longer.mentions.end(), [&](std::uint32_t i) {
        const Name& name = text.names[i];
        return name.last + 1 == first.first && text.document.form(name.last) == "(";
    });
}

/// "Palladino" is not the last name of "Amy Sherman-Palladino".
bool is_half_of_last_word(const std::string& shorter, const std::string& longer) {
    const std::string last = longer.substr(longer.rfind(' ') + 1);
    return shorter.find('-') == std::string::npos && shorter.find(' ') == std::string::npos && last.find('-') != std::string::npos;
}

std::uint64_t known_class(const NameGazetteer& gazetteer, const NameGroup& group) {
    const auto& entries = gazetteer.find(group.form());
    return entries.empty() ? 0 : hash_of(entries.front()->class_curie);
}

}  // namespace

std::optional<NameRelation> find_relation(const NameGroup& shorter, const NameGroup& longer) {
    if (is_plural_of(shorter, longer)) return NameRelation::plural;
    if (without_blanks(shorter.key) == without_blanks(longer.key)) return NameRelation::same_letters;
    if (is_acronym_of(shorter, longer)) return NameRelation::acronym;
    if (shorter.words.size() >= longer.words.size()) return std::nullopt;
    const auto at = std::search(longer.words.begin(), longer.words.end(), shorter.words.begin(), shorter.words.end());
    if (at == longer.words.end()) return std::nullopt;
    if (at == longer.words.begin()) return NameRelation::prefix;
    if (is_half_of_last_word(shorter.form(), longer.form())) return std::nullopt;
    return at + static_cast<std::ptrdiff_t>(shorter.words.size()) == longer.words.end() ? NameRelation::suffix : NameRelation::inner;
}

std::vector<std::uint64_t> link_features(const NamedText& text, const NameGazetteer& gazetteer, const std::vector<NameGroup>& groups,
                                         std::size_t shorter, std::size_t longer, NameRelation relation) {
    const NameGroup& a = groups[shorter];
    const NameGroup& b = groups[longer];
    const std::uint64_t kind = static_cast<std::uint64_t>(relation);
    const std::uint64_t label_a = hash_of(a.label()), label_b = hash_of(b.label());
    const std::uint64_t both = combine(kind, combine(label_a, label_b));
    std::vector<std::uint64_t> features;
    std::uint64_t number = 0x700;
    const auto add = [&](std::uint64_t value) { features.push_back(combine(++number, value)); };
    add(kind);
    add(combine(kind, label_a));
    add(combine(kind, label_b));
    add(both);
    add(combine(both, std::min<std::uint64_t>(a.words.size(), 3) * 8 + std::min<std::uint64_t>(b.words.size(), 5)));
    add(combine(both, mentions_before(b, a.mentions.front()) > 0));
    add(combine(kind, mentions_before(b, a.mentions.front()) > 0));
    add(combine(both, std::min<std::size_t>(a.mentions.size(), 3)));
    add(combine(kind, introduced(text, a, b)));
    add(combine(known_class(gazetteer, a), kind));
    add(combine(known_class(gazetteer, a), known_class(gazetteer, b)));
    add(combine(combine(kind, gazetteer.is_given_name(a.form())), label_b));
    // What the longer name has more: "Corp" leaves the same thing, "Awards" makes another.
    for (const std::string& word : b.words)
        if (std::find(a.words.begin(), a.words.end(), word) == a.words.end()) features.push_back(combine(combine(0x780, hash_of(word)), kind));
    for (const auto& [label, count] : a.labels) features.push_back(combine(combine(0x781, both), hash_of(label)));
    for (const auto& [label, count] : b.labels) features.push_back(combine(combine(0x782, both), hash_of(label)));
    make_feature_set(features);
    return features;
}

}  // namespace lede
