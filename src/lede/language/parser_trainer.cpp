#include <algorithm>

#include <lede/language/parser.hpp>
#include <lede/language/shuffle.hpp>

namespace lede {

namespace {

/// Beam search with updates where the violation is largest (Huang, Fayong and Guo 2012).
class Trainer {
  public:
    Trainer(std::uint32_t root_label, AveragedPerceptron& model, std::size_t label_count)
        : root_label_(root_label), model_(model), transition_count_(label_count) {}

    void learn(const ParsedSentence& sentence, const std::vector<Transition>& gold) {
        features_.start(sentence.words);
        scorer_.start(transition_count_);
        const std::size_t steps = gold.size();
        const ParseState* gold_state = chart_.start(sentence.words.size(), steps * (Parser::beam_width + 1));
        std::vector<const ParseState*> beam{gold_state};
        const ParseState *worst_best = nullptr, *worst_gold = nullptr;
        double largest = 0;
        for (std::size_t step = 0; step < steps; ++step) {
            const ParseState* gold_next = nullptr;
            advance(beam, gold_state, gold[step], gold_next);
            gold_state = gold_next;
            const double violation = beam.front()->score - gold_state->score;
            // While the gold state leads there is no violation; a tie counts as one, so that learning starts.
            if (beam.front() != gold_state && violation >= largest)
                largest = violation, worst_best = beam.front(), worst_gold = gold_state;
        }
        if (worst_best != nullptr && beam.front() != gold_state) update(worst_best, worst_gold);
        model_.tick();
    }

  private:
    struct Candidate {
        double score;
        const ParseState* state;
        Transition transition;
    };

    void advance(std::vector<const ParseState*>& beam, const ParseState* gold_state, Transition gold,
                 const ParseState*& gold_next) {
        const auto better = [](const Candidate& a, const Candidate& b) { return a.score > b.score; };
        std::vector<Candidate>& kept = candidates_;
        kept.clear();
        bool gold_seen = false;
        double gold_score = 0;
        for (const ParseState* state : beam) {
            const auto scores = scorer_.score(model_, features_, *state);
            if (state == gold_state) gold_seen = true, gold_score = state->score + static_cast<double>(scores[gold]);
            for_each_transition(*state, root_label_, scores, [&](Transition transition, float score) {
                const Candidate candidate{state->score + static_cast<double>(score), state, transition};
                if (kept.size() == Parser::beam_width && !better(candidate, kept.back())) return;
                if (kept.size() == Parser::beam_width) kept.pop_back();
                kept.insert(std::upper_bound(kept.begin(), kept.end(), candidate, better), candidate);
            });
        }
        if (!gold_seen)
            gold_score = gold_state->score + static_cast<double>(scorer_.score(model_, features_, *gold_state)[gold]);
        beam.clear();
        for (const Candidate& candidate : kept) {
            beam.push_back(chart_.apply(*candidate.state, candidate.transition, candidate.score));
            if (candidate.state == gold_state && candidate.transition == gold) gold_next = beam.back();
        }
        if (gold_next == nullptr) gold_next = chart_.apply(*gold_state, gold, gold_score);
    }

    void update(const ParseState* wrong, const ParseState* right) {
        for (; wrong != right; wrong = wrong->parent, right = right->parent) {
            for (const ParseFeatures::Group group : ParseFeatures::groups) {
                model_.update(features_.extract(*right->parent, group), right->transition, 1);
                model_.update(features_.extract(*wrong->parent, group), wrong->transition, -1);
            }
        }
    }

    std::uint32_t root_label_;
    AveragedPerceptron& model_;
    std::size_t transition_count_;
    ParseScorer<float> scorer_;
    ParseFeatures features_;
    ParseChart chart_;
    std::vector<Candidate> candidates_;
};

}  // namespace

void train_parser(const std::vector<ParsedSentence>& sentences, const std::vector<std::string>& labels, int rounds,
                  const std::function<bool(int, const AveragedPerceptron&)>& progress) {
    const auto label_count = static_cast<std::uint32_t>(1 + 2 * labels.size());
    AveragedPerceptron model(label_count);
    Trainer trainer(find_root_label(labels), model, label_count);
    std::vector<std::pair<const ParsedSentence*, std::vector<Transition>>> examples;
    for (const ParsedSentence& sentence : sentences) {
        ParseTree tree = sentence.tree;
        make_projective(tree);
        examples.emplace_back(&sentence, gold_transitions(tree));
    }
    for (int round = 0; round < rounds; ++round) {
        shuffle_with(examples, static_cast<std::uint64_t>(round) + 100);
        for (const auto& [sentence, gold] : examples)
            if (sentence->words.size() < 200) trainer.learn(*sentence, gold);
        if (!progress(round + 1, model)) return;
    }
}

}  // namespace lede
