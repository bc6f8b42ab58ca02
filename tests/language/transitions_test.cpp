#include <support/catch.hpp>

#include <lede/language/transitions.hpp>

using namespace lede;

namespace {

ParseTree replay(const std::vector<Transition>& transitions, std::size_t count) {
    ParseChart chart;
    const ParseState* state = chart.start(count, transitions.size());
    for (const Transition transition : transitions) {
        REQUIRE((transition == shift   ? state->may_shift()
                 : is_left(transition) ? state->may_attach_left()
                                       : state->may_attach_right()));
        state = chart.apply(*state, transition, 0);
    }
    ParseTree tree;
    read_tree(*state, count, tree);
    return tree;
}

}  // namespace

TEST_CASE("The gold transitions of a projective tree build it") {
    const auto heads = GENERATE(std::vector<std::uint16_t>{0}, std::vector<std::uint16_t>{2, 0, 2, 5, 3},
                                std::vector<std::uint16_t>{0, 1, 2, 3}, std::vector<std::uint16_t>{2, 3, 4, 0},
                                std::vector<std::uint16_t>{3, 3, 0, 5, 3, 7, 5, 3});
    ParseTree tree{heads, {}};
    for (std::size_t i = 0; i < heads.size(); ++i) tree.labels.push_back(static_cast<std::uint16_t>(i));
    const auto transitions = gold_transitions(tree);
    CHECK(transitions.size() == 2 * heads.size());
    const ParseTree built = replay(transitions, heads.size());
    CHECK(built.heads == tree.heads);
    CHECK(built.labels == tree.labels);
}

TEST_CASE("Crossing arcs are lifted, and a projective tree is left alone") {
    ParseTree crossing{{3, 0, 2, 1, 2}, {0, 0, 0, 0, 0}};
    make_projective(crossing);
    const ParseTree built = replay(gold_transitions(crossing), 5);
    CHECK(built.heads == crossing.heads);
    ParseTree straight{{2, 0, 2}, {0, 0, 0}};
    make_projective(straight);
    CHECK(straight.heads == std::vector<std::uint16_t>{2, 0, 2});
}
