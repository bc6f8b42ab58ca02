#include <string>
#include <support/catch.hpp>
#include <support/tree_document.hpp>
#include <vector>

#include <lede/extraction/open_facts.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

const char* const chairman = R"(
Ann Ann PROPN NNP 6 nsubj
Lee Lee PROPN NNP 1 flat
has have AUX VBZ 6 aux
been be AUX VBN 6 cop
the the DET DT 6 det
chairman chairman NOUN NN 0 root
of of ADP IN 8 case
Acme Acme PROPN NNP 6 nmod
)";

const char* const sale = R"(
Acme Acme PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
sell sell VERB VB 0 root
boats boat NOUN NNS 4 obj
to to ADP IN 7 case
Borg Borg PROPN NNP 4 obl
in in ADP IN 9 case
1957 1957 NUM CD 4 obl
gladly gladly ADV RB 4 advmod
)";

/// The open facts of a text in which some words are entities, numbered in their order, and some are years.
std::vector<std::string> find(std::string_view trees, const std::vector<std::pair<std::string, std::string>>& names,
                              double least = 0) {
    static const OpenExtractor extractor{LEDE_SOURCE_DIR "/src/data/english/lists"};
    TreeDocument document(trees);
    ArticleFacts article;
    std::vector<Mention> mentions;
    for (const auto& [first, last] : names) {
        Mention mention = make_mention(*document, MentionKind::name, document.token(first), document.token(last) + 1);
        mention.entity = static_cast<EntityId>(article.entities.size());
        article.entities.push_back({first, {}, "urn:c:Thing", {}, {}});
        mentions.push_back(mention);
    }
    const Ontology ontology;
    const Reading reading(*document, article.entities, mentions, ontology);
    add_open_facts(reading, extractor.find(*document), least, article.facts);
    std::vector<std::string> lines;
    for (const Fact& fact : article.facts) lines.push_back(to_string(article, fact));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A noun with its preposition is the property where an entity follows") {
    CHECK(find(chairman, {{"Ann", "Lee"}, {"Acme", "Acme"}}) ==
          Lines{"Ann | “has been” | the chairman of Acme (0.48)", "Ann | “has been chairman of” | Acme (0.48)"});
    CHECK(find(chairman, {{"Ann", "Lee"}}) == Lines{"Ann | “has been” | the chairman of Acme (0.48)"});
}

TEST_CASE("Each argument with a preposition is a fact of its own, an adverb is none, and what is denied is marked") {
    CHECK(find(sale, {{"Acme", "Acme"}, {"Borg", "Borg"}}) == Lines{"Acme | “did not sell” | boats (0.60) denied",
                                                                    "Acme | “did not sell in” | 1957 (0.60) denied",
                                                                    "Acme | “did not sell to” | Borg (0.60) denied"});
}

TEST_CASE("Two names in apposition are not told to be one thing") {
    const char* const trees =
        "Ann Ann PROPN NNP 0 root\n( ( PUNCT ( 3 punct\nAcme Acme PROPN NNP 1 appos\n) ) PUNCT ) 3 punct";
    CHECK(find(trees, {{"Ann", "Ann"}, {"Acme", "Acme"}}).empty());
    CHECK(find(trees, {{"Ann", "Ann"}}) == Lines{"Ann | “is” | Acme (0.37)"});
}

TEST_CASE("Without an entity for the subject there is no fact") {
    CHECK(find(sale, {{"Borg", "Borg"}}).empty());
}

TEST_CASE("Open facts below the confidence asked for are left out") {
    CHECK(find(chairman, {{"Ann", "Lee"}}, 0.9).empty());
}
