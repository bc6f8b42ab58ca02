#include <algorithm>
#include <set>
#include <tuple>

#include <lede/extraction/open_extractor.hpp>
#include <lede/extraction/open_nominals.hpp>

namespace lede {
namespace {

/// Longer sentences are no prose, and each clause holds all that is below it: what is written would grow with the square.
constexpr std::uint32_t longest_sentence = 250;

/// Names that the rules' list holds in thousandths.
double thousandths(const WordList& rules, std::string_view rule, const std::filesystem::path& path) {
    const WordList::Row* row = rules.find(rule);
    return row ? number_field(*row, 1, path) / 1000.0 : -1;
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
    : lists_(lists), rules_(lists / "open_rules.tsv", 2), factuality_(lists),
      other_confidence_(std::max(thousandths(rules_, "*", lists / "open_rules.tsv"), 0.0)) {
    for (const WordList::Row& row : rules_.rows()) number_field(row, 1, lists / "open_rules.tsv");
}

double OpenExtractor::confidence_of(const OpenTuple& tuple) const {
    const double known = thousandths(rules_, tuple.rule, "open_rules.tsv");
    return known < 0 ? other_confidence_ : known;
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
        std::stable_sort(tuples.begin(), tuples.end(), [](const auto& a, const auto& b) { return a.trigger < b.trigger; });
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
