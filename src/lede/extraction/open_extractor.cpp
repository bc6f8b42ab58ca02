#include <algorithm>
#include <set>
#include <tuple>

#include <lede/extraction/open_extractor.hpp>
#include <lede/extraction/open_nominals.hpp>

namespace lede {
namespace {

/// Longer sentences are no prose, and each clause holds all that is below it: what is written would grow with the
/// square.
constexpr std::uint32_t longest_sentence = 250;

/// The confidence of each rule, which the list has in thousandths; that of "*" is any other rule's.
StringMap<double> read_rules(const std::filesystem::path& path) {
    StringMap<double> rules{{"*", 0.0}};
    const WordList list(path, 2);
    for (const WordList::Row& row : list.rows()) rules[row.front()] = number_field(row, 1, path) / 1000.0;
    return rules;
}

void keep_each_once(std::vector<OpenTuple>& tuples) {
    std::set<std::tuple<std::string, Words, Words, Words>> seen;
    std::erase_if(tuples, [&](const OpenTuple& tuple) {
        Words all;
        for (const OpenArgument& argument : tuple.arguments) append(all, argument.words);
        return !seen.emplace(tuple.inserted, predicate_words(tuple), tuple.subject.words, all).second;
    });
}

}  // namespace

OpenExtractor::OpenExtractor(const std::filesystem::path& lists)
    : lists_(lists), rules_(read_rules(lists / "open_rules.tsv")), factuality_(lists) {}

double OpenExtractor::confidence_of(const OpenTuple& tuple) const {
    const auto known = rules_.find(tuple.rule);
    return known != rules_.end() ? known->second : rules_.find("*")->second;
}

std::vector<OpenTuple> OpenExtractor::find(const Document& document) const {
    const OpenTree tree(document);
    std::vector<OpenTuple> all;
    for (const Sentence& sentence : document.sentences) {
        if (sentence.last - sentence.first > longest_sentence) continue;
        std::vector<OpenTuple> tuples;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
            if (tree.is_predicate(i)) find_clause_tuples(tree, lists_, i, tuples);
        find_nominal_tuples(tree, sentence.first, sentence.last, tuples);
        std::stable_sort(tuples.begin(), tuples.end(),
                         [](const auto& a, const auto& b) { return a.trigger < b.trigger; });
        keep_each_once(tuples);
        for (OpenTuple& tuple : tuples) {
            tuple.confidence = confidence_of(tuple);
            tuple.status = factuality_.of(document, tuple.sentence, tuple.trigger);
            all.push_back(std::move(tuple));
        }
    }
    return all;
}

}  // namespace lede
