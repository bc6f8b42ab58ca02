#include <algorithm>
#include <array>
#include <numeric>

#include <lede/extraction/open_tree.hpp>

namespace lede {
namespace {

/// Longer rows are lists, such as a team's players, and each pair of two of them is a million tuples.
constexpr std::size_t longest_row = 12;

constexpr std::array<std::string_view, 11> edge_marks{",", ".", ";", ":", "--", "-", "–", "—", "?", "!", "…"};

bool matches(std::string_view relation, std::string_view wanted) {
    return relation.starts_with(wanted) && (relation.size() == wanted.size() || relation[wanted.size()] == ':');
}

}  // namespace

void append(Words& words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
}

bool contains(const Words& words, std::uint32_t word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

OpenTree::OpenTree(const Document& document) : document_(document), first_(document.tokens.size() + 1, 0) {
    for (const Token& token : document.tokens)
        if (token.head >= 0) ++first_[static_cast<std::size_t>(token.head) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    dependents_.resize(first_.back());
    std::vector<std::size_t> next = first_;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
        if (document.tokens[i].head >= 0) dependents_[next[static_cast<std::size_t>(document.tokens[i].head)]++] = i;
}

std::string OpenTree::low(std::uint32_t i) const {
    std::string form(document_.form(i));
    for (char& c : form)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return form;
}

std::span<const std::uint32_t> OpenTree::dependents(std::uint32_t i) const {
    return std::span(dependents_).subspan(first_[i], first_[i + 1] - first_[i]);
}

Words OpenTree::dependents(std::uint32_t i, Relations relations) const {
    Words found;
    for (const std::uint32_t dependent : dependents(i))
        if (is(dependent, relations)) found.push_back(dependent);
    return found;
}

bool OpenTree::has(std::uint32_t i, Relations relations) const {
    const auto all = dependents(i);
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t dependent) { return is(dependent, relations); });
}

bool OpenTree::is(std::uint32_t i, Relations relations) const {
    return std::any_of(relations.begin(), relations.end(),
                       [&](std::string_view wanted) { return matches(token(i).deprel, wanted); });
}

bool OpenTree::is_predicate(std::uint32_t i) const {
    if (token(i).upos != Upos::verb) return has(i, {"cop"});
    return !is(i, {"amod", "compound", "case", "mark", "fixed", "flat", "cc", "det"});
}

Words OpenTree::conjuncts(std::uint32_t i) const {
    Words row{i};
    for (std::size_t at = 0; at < row.size(); ++at) append(row, dependents(row[at], {"conj"}));
    if (row.size() > longest_row) return {i};
    std::sort(row.begin(), row.end());
    return row;
}

Words OpenTree::subtree(std::uint32_t i, const Words& without) const {
    Words words{i};
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const std::uint32_t dependent : dependents(words[at]))
            if (!contains(without, dependent)) words.push_back(dependent);
    std::sort(words.begin(), words.end());
    trim(words);
    return words;
}

void OpenTree::trim(Words& words) const {
    const auto is_mark = [&](std::uint32_t i) {
        return std::find(edge_marks.begin(), edge_marks.end(), document_.form(i)) != edge_marks.end();
    };
    const auto joins_nothing = [&](std::uint32_t i) {
        return token(i).deprel == "cc" && !contains(words, static_cast<std::uint32_t>(token(i).head));
    };
    const auto ends_nothing = [&](std::uint32_t i) {
        return is_mark(i) || token(i).deprel == "cc" || is_unpaired_quote(words, i);
    };
    while (!words.empty() && ends_nothing(words.back())) words.pop_back();
    while (!words.empty() &&
           (is_mark(words.front()) || joins_nothing(words.front()) || is_unpaired_quote(words, words.front())))
        words.erase(words.begin());
    if (words.size() > 2 && document_.form(words.front()) == "(" && document_.form(words.back()) == ")") {
        words.pop_back();
        words.erase(words.begin());
    }
}

/// Whether the word at an edge is a quotation mark whose partner is not among the words.
bool OpenTree::is_unpaired_quote(const Words& words, std::uint32_t edge) const {
    const auto count = [&](std::string_view form) {
        return std::count_if(words.begin(), words.end(), [&](std::uint32_t i) { return document_.form(i) == form; });
    };
    const std::string_view form = document_.form(edge);
    if (form == "\"") return count(form) % 2 == 1;
    return (form == "“" || form == "”") && count("“") != count("”");
}

Words OpenTree::phrase(std::uint32_t i, const Words& without) const {
    Words left_out = without;
    append(left_out, dependents(i, {"parataxis"}));
    // A row too long to be told apart stays in one piece.
    if (conjuncts(i).size() > 1 || !has(i, {"conj"})) append(left_out, dependents(i, {"conj", "cc"}));
    append(left_out, clausal(i));
    return subtree(i, left_out);
}

Words OpenTree::antecedent(std::uint32_t noun, std::uint32_t modifier) const {
    Words left_out{modifier};
    for (const std::uint32_t dependent : dependents(noun))
        if (dependent > noun && is(dependent, {"acl", "appos", "parataxis", "punct"})) left_out.push_back(dependent);
    append(left_out, dependents(noun, {"case", "conj", "cc"}));
    append(left_out, clausal(noun));
    return subtree(noun, left_out);
}

Words OpenTree::clausal(std::uint32_t noun) const {
    const Words copula = dependents(noun, {"cop"});
    const Words subject = dependents(noun, {"nsubj"});
    if (copula.empty() && subject.empty()) return {};
    const std::uint32_t border = copula.empty() ? subject.back() : copula.back();
    Words found = dependents(
        noun, {"nsubj", "csubj", "cop", "aux", "advcl", "mark", "parataxis", "obl", "discourse", "expl", "ccomp"});
    for (const std::uint32_t dependent : dependents(noun))
        if (dependent < border) found.push_back(dependent);
    return found;
}

}  // namespace lede
