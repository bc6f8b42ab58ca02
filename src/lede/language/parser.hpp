#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <lede/language/linear_model.hpp>
#include <lede/language/model_file.hpp>
#include <lede/language/parse_features.hpp>
#include <lede/language/parse_scorer.hpp>
#include <lede/language/transitions.hpp>

namespace lede {

/// What a parse needs to work in; kept between sentences so that nothing is allocated for each.
struct ParserWorkspace {
    struct Candidate {
        double score;
        const ParseState* state;
        Transition transition;
    };
    ParseFeatures features;
    ParseChart chart;
    ParseScorer<std::int32_t> scorer;
    std::vector<const ParseState*> beam;
    std::vector<Candidate> candidates;
};

/// A transition-based dependency parser: arc-hybrid, beam search, linear model (Zhang and Clark 2008; Zhang and Nivre
/// 2011).
class Parser {
  public:
    static constexpr std::size_t beam_width = 8;
    /// States that are worse than the best by more than this, in the units of training, are given up. On the
    /// development data this costs 0.1 % of LAS and makes parsing half as fast again; 100 costs 0.8 %.
    static constexpr double beam_margin = 175;

    Parser() = default;
    /// The model file must outlive the parser. Throws Error.
    explicit Parser(const ModelFile& model);
    /// From the bytes of a section, which must outlive the parser.
    Parser(std::vector<std::string> labels, std::string_view section);

    /// The best projective tree with one root. `words` may have up to 60,000 words, the time is linear in their number.
    void parse(std::span<const ParseWord> words, ParserWorkspace& workspace, ParseTree& tree,
               std::size_t width = beam_width) const;

    const std::vector<std::string>& labels() const { return labels_; }

  private:
    std::vector<std::string> labels_;
    std::uint32_t root_label_ = 0;
    LinearModel model_;
};

/// A sentence for the parser's training.
struct ParsedSentence {
    std::vector<ParseWord> words;
    ParseTree tree;
};

/// Trains on the sentences. After each round `progress` gets the sections of the averaged model and returns whether to
/// go on.
void train_parser(const std::vector<ParsedSentence>& sentences, const std::vector<std::string>& labels, int rounds,
                  const std::function<bool(int round, const AveragedPerceptron& model)>& progress);

/// The allowed transitions with their scores, the better ones first in ties by the order of the numbers.
template <class Scores, class Visit>
void for_each_transition(const ParseState& state, std::uint32_t root_label, const Scores& scores, Visit visit) {
    if (state.may_shift()) visit(shift, scores[shift]);
    const bool left = state.may_attach_left(), right = state.may_attach_right(), root = state.attaches_root();
    for (Transition t = 1; t < scores.size(); ++t) {
        const bool is_root = label_of(t) == root_label;
        if (is_left(t) ? left && !is_root : right && is_root == root) visit(t, scores[t]);
    }
}

/// The number of "root" in the labels. Throws Error if it is missing.
std::uint32_t find_root_label(const std::vector<std::string>& labels);

}  // namespace lede
