#include <string>

#include <lede/extraction/mention_finder.hpp>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

std::string phrases_of(const TreeDocument& document) {
    std::string lines;
    for (const Mention& phrase : find_phrases(*document.operator->(), std::vector<bool>(document->tokens.size(), false)))
        lines += phrase.value.lexical + "; ";
    return lines;
}

}  // namespace

TEST_CASE("A phrase is offered whole, without its first words, and with its complement") {
    const TreeDocument document("a a DET DT 3 det\nsenior senior ADJ JJ 3 amod\nhead head NOUN NN 0 root\nof of ADP IN 5 case\ndrama drama NOUN NN 3 nmod");
    CHECK(phrases_of(document) == "senior head; senior head of drama; head; head of drama; drama; ");
}

TEST_CASE("An adjective that stands where a noun does ends a phrase, but is none alone") {
    const TreeDocument title("Holm Holm PROPN NNP 0 root\n, , PUNCT , 4 punct\nchief chief ADJ JJ 4 amod\nexecutive executive ADJ JJ 1 appos");
    CHECK(phrases_of(title) == "Holm; chief executive; executive; ");
    const TreeDocument happy("They they PRON PRP 3 nsubj\nare be AUX VBP 3 cop\nhappy happy ADJ JJ 0 root");
    CHECK(phrases_of(happy).empty());
}
