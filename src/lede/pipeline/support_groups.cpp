#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include <lede/pipeline/support_groups.hpp>
#include <lede/rdf/reified_statements.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

constexpr char support = '0';  // comes before the lines that it decides about
constexpr char waiting = '1';
constexpr std::string_view stays_word = "+";
constexpr std::string_view goes_word = "-";

/// What is said of a thing rather than of how it stands to others; such lines have no statement nodes of their own.
bool is_description(std::string_view predicate) {
    constexpr std::array terms_of_things{terms::type,  terms::name,    terms::alternate_name,  terms::label,
                                         terms::model, terms::options, terms::software_version};
    return std::find(terms_of_things.begin(), terms_of_things.end(), predicate) != terms_of_things.end();
}

/// The support in one file: whether any of it stays.
using Support = std::map<std::string, bool, std::less<>>;

bool stays(const Support& support, std::string_view file) {
    const auto at = support.find(file);
    return at == support.end() || at->second;
}

}  // namespace

void SupportGroups::add(std::string_view key, char kind, std::size_t file, std::string_view rest) {
    std::array<char, 24> number{};
    std::snprintf(number.data(), number.size(), "%08zu", file);
    std::string line(key);
    line.append({part_end, kind, part_end}).append(number.data()).append({part_end}).append(rest);
    lines_.add(line);
}

void SupportGroups::add_line(std::size_t file, const StatementParts& parts, std::string_view line) {
    if (is_description(without_brackets(parts.predicate))) {
        add(parts.subject, waiting, file, line);
    } else {
        std::string triple(parts.subject);
        triple.append(" ").append(parts.predicate).append(" ").append(parts.object);
        add(triple, waiting, file, line);
    }
}

void SupportGroups::add_reference(std::string_view term, std::size_t file, bool stays) {
    if (term.starts_with('"')) return;
    any_gone_ |= !stays;
    add(term, support, file, stays ? stays_word : goes_word);
}

void SupportGroups::add_references(std::size_t file, const StatementParts& parts, bool stays) {
    const std::string_view predicate = without_brackets(parts.predicate);
    if (predicate == terms::type) return;
    // An activity belongs to the articles that it used.
    add_reference(predicate == terms::used ? parts.subject : parts.object, file, stays);
}

void SupportGroups::add_support(std::size_t file, std::string_view triple, bool stays) {
    any_gone_ |= !stays;
    add(triple, support, file, stays ? stays_word : goes_word);
}

void SupportGroups::merge(const std::function<void(std::string_view)>& sink) {
    std::string key;
    Support support_of_key;
    lines_.merge([&](std::string_view line) {
        const auto end = line.find(part_end);
        if (line.substr(0, end) != key) {
            key = line.substr(0, end);
            support_of_key.clear();
        }
        const char kind = line[end + 1];
        const std::string_view file = line.substr(end + 3, 8);
        const std::string_view rest = line.substr(end + 12);
        if (kind == waiting) {
            if (stays(support_of_key, file)) sink(rest);
        } else {
            bool& any = support_of_key[std::string(file)];
            any |= rest == stays_word;
        }
    });
}

}  // namespace lede
