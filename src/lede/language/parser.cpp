#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/language/parser.hpp>

namespace lede {

std::uint32_t find_root_label(const std::vector<std::string>& labels) {
    const auto found = std::find(labels.begin(), labels.end(), "root");
    if (found == labels.end())
        throw Error("the trees have no relation \"root\"; a treebank of Universal Dependencies is needed");
    return static_cast<std::uint32_t>(found - labels.begin());
}

Parser::Parser(const ModelFile& model) : Parser(model.lines("trees.labels"), model.section("trees.model")) {}

Parser::Parser(std::vector<std::string> labels, std::string_view section)
    : labels_(std::move(labels)), root_label_(find_root_label(labels_)), model_(section) {
    if (model_.label_count() != 1 + 2 * labels_.size())
        throw Error("the model has damaged trees; get or train the model again");
}

void Parser::parse(std::span<const ParseWord> words, ParserWorkspace& work, ParseTree& tree, std::size_t width) const {
    using Candidate = ParserWorkspace::Candidate;
    const auto better = [](const Candidate& a, const Candidate& b) { return a.score > b.score; };
    work.features.start(words);
    work.scorer.start(model_.label_count());
    work.beam.assign(1, work.chart.start(words.size(), 2 * words.size() * width));
    for (std::size_t step = 0; step < 2 * words.size(); ++step) {
        work.candidates.clear();
        for (const ParseState* state : work.beam) {
            const auto scores = work.scorer.score(model_, work.features, *state);
            for_each_transition(*state, root_label_, scores, [&](Transition transition, std::int32_t score) {
                const Candidate candidate{state->score + score, state, transition};
                auto& kept = work.candidates;
                if (kept.size() == width && !better(candidate, kept.back())) return;
                if (kept.size() == width) kept.pop_back();
                kept.insert(std::upper_bound(kept.begin(), kept.end(), candidate, better), candidate);
            });
        }
        const double least = work.candidates.front().score - beam_margin / static_cast<double>(model_.unit());
        while (work.candidates.back().score < least) work.candidates.pop_back();
        work.beam.clear();
        for (const Candidate& candidate : work.candidates)
            work.beam.push_back(work.chart.apply(*candidate.state, candidate.transition, candidate.score));
    }
    read_tree(*work.beam.front(), words.size(), tree);
}

}  // namespace lede
