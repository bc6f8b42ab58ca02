#include <string>

#include <lede/base/hash.hpp>
#include <lede/extraction/sentence_graph.hpp>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

/// "nsubj> [star] <obl": relations in order, with the top word between.
std::string dump(const TreeDocument& document, const DependencyPath& path) {
    if (!path.found) return "none";
    std::string up, down;
    std::uint32_t at = 0;
    for (const PathStep& step : path.steps) (step.up ? up : down) += std::to_string(++at) + (step.up ? "^" : "v");
    return up + "[" + document->tokens[path.top].lemma + "]" + down;
}

const char* directed_and_written =
    "Tide tide PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\ndirected direct VERB VBN 0 root\nby by ADP IN 5 case\n"
    "Ann Ann PROPN NNP 3 obl:agent\nand and CCONJ CC 7 cc\nwritten write VERB VBN 3 conj\nby by ADP IN 9 case\nBo Bo PROPN NNP 7 obl:agent";

const char* three_stars =
    "Ann Ann PROPN NNP 6 nsubj\n, , PUNCT , 3 punct\nBo Bo PROPN NNP 1 conj\nand and CCONJ CC 5 cc\nCy Cy PROPN NNP 1 conj\n"
    "star star VERB VBP 0 root\nin in ADP IN 8 case\nTide tide PROPN NNP 6 obl";

}  // namespace

TEST_CASE("A path goes up to the verb and down to its argument") {
    TreeDocument document(directed_and_written);
    const SentenceGraph graph(*document);
    CHECK(dump(document, graph.path(document.token("Tide"), document.token("Ann"))) == "1^[direct]2v");
}

TEST_CASE("A coordinated verb takes the place of the first, whose subject it shares") {
    TreeDocument document(directed_and_written);
    const SentenceGraph graph(*document);
    CHECK(dump(document, graph.path(document.token("Tide"), document.token("Bo"))) == "1^[write]2v");
    CHECK(dump(document, graph.path(document.token("Bo"), document.token("Tide"))).find("direct") != std::string::npos);
}

TEST_CASE("Every member of a row is tied as its first is") {
    TreeDocument document(three_stars);
    const SentenceGraph graph(*document);
    const DependencyPath first = graph.path(document.token("Ann"), document.token("Tide"));
    for (const char* name : {"Bo", "Cy"}) {
        const DependencyPath path = graph.path(document.token(name), document.token("Tide"));
        REQUIRE(path.steps.size() == first.steps.size());
        CHECK(path.steps.front().relation == first.steps.front().relation);
        CHECK(path.top == first.top);
        CHECK(path.coordinated);
    }
}

TEST_CASE("A preposition is part of the relation") {
    TreeDocument in(three_stars);
    TreeDocument with("Ann Ann PROPN NNP 2 nsubj\nstars star VERB VBZ 0 root\nwith with ADP IN 4 case\nTide tide PROPN NNP 2 obl");
    CHECK(SentenceGraph(*in).relation(in.token("Tide")) != SentenceGraph(*with).relation(with.token("Tide")));
}

TEST_CASE("Words of two sentences have no path") {
    TreeDocument document("Ann Ann PROPN NNP 2 nsubj\nsang sing VERB VBD 0 root\n\nBo Bo PROPN NNP 2 nsubj\ndanced dance VERB VBD 0 root");
    CHECK(dump(document, SentenceGraph(*document).path(0, 2)) == "none");
}
