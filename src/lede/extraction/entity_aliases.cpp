#include <algorithm>

#include <lede/base/utf8.hpp>
#include <lede/extraction/entity_aliases.hpp>

namespace lede {

namespace {

/// Tokens between a name and what it is known as: "Ann Lee, the Thai rapper and singer better known as".
constexpr std::uint32_t furthest = 14;
/// Shorter ones are in too many names by chance.
constexpr std::size_t shortest_blend = 3;
constexpr std::size_t longest_acronym = 6;

/// The first mention of `other` follows one of `name` next in the row of names.
const Name* name_before(const NamedText& text, const NameGroup& other, const NameGroup& name) {
    const std::uint32_t first = other.mentions.front();
    if (first == 0 || !std::binary_search(name.mentions.begin(), name.mentions.end(), first - 1)) return nullptr;
    return &text.names[first - 1];
}

/// "known as", "aka", "a.k.a." right before the token.
bool follows_cue(const Document& document, std::uint32_t token) {
    if (token < 2) return false;
    const std::string before = to_lower(document.form(token - 1));
    if (before == "aka" || before == "a.k.a." || before == "a.k.a") return true;
    return before == "as" && to_lower(document.form(token - 2)) == "known";
}

bool is_known_as(const NamedText& text, const NameGroup& other, const NameGroup& name) {
    const Name* before = name_before(text, other, name);
    if (!before) return false;
    const Name& first = text.names[other.mentions.front()];
    const Document& document = text.document;
    return first.first - before->last <= furthest &&
           document.tokens[first.first].sentence == document.tokens[before->first].sentence &&
           follows_cue(document, first.first);
}

/// Whether the letters of `blend` stand in this order in the name, the first one first.
bool is_blend_of(const std::string& blend, const std::string& name) {
    if (blend.size() < shortest_blend || blend.front() != name.front() || blend.find(' ') != std::string::npos)
        return false;
    std::size_t at = 0;
    for (const char letter : name)
        if (at < blend.size() && letter == blend[at]) ++at;
    return at == blend.size();
}

/// "SPD": also where the letters are those of the name in another language.
bool is_acronym(const NameGroup& group) {
    const std::string& form = group.form();
    return group.words.size() == 1 && group.key.size() >= 2 && group.key.size() <= longest_acronym &&
           form == to_upper(form) && form != to_lower(form);
}

/// Whether what stands in brackets behind the name is likely the same thing: its acronym, its short name, or its title
/// in another language.
bool may_be_name_in_brackets(const NameGroup& other, const NameGroup& name) {
    if (other.label() == "work") return true;
    return name.words.size() > 1 && (is_acronym(other) || is_blend_of(other.key, name.key));
}

bool stands_in_brackets_behind(const NamedText& text, const NameGroup& other, const NameGroup& name) {
    const Name* before = name_before(text, other, name);
    if (!before) return false;
    const Name& first = text.names[other.mentions.front()];
    const Document& document = text.document;
    return before->last + 1 == first.first && document.form(before->last) == "(" &&
           first.last < document.tokens.size() && document.form(first.last) == ")";
}

}  // namespace

bool is_introduced_as(const NamedText& text, const NameGroup& other, const NameGroup& name) {
    if (other.label() != name.label()) return false;
    return is_known_as(text, other, name) ||
           (stands_in_brackets_behind(text, other, name) && may_be_name_in_brackets(other, name));
}

}  // namespace lede
