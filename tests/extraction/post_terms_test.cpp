#include <filesystem>
#include <string>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

#include <lede/extraction/post_terms.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

Mention make(const Document& document, MentionKind kind, std::uint32_t first, std::uint32_t last,
             const char* value = "") {
    Mention mention = make_mention(document, kind, first, last);
    mention.value = {value, Datatype::year};
    if (kind == MentionKind::name) mention.entity = 0;
    return mention;
}

/// "start 2019 end 2022" of a person, the first token, and the post at these tokens; dates are the tokens of digits.
std::string term_of(const std::string& tree, std::uint32_t first, std::uint32_t last, MentionKind kind) {
    static const PostTermFinder finder(std::filesystem::path(LEDE_SOURCE_DIR) / "src/data/english/lists");
    TreeDocument document(tree);
    const Ontology ontology;
    const std::vector<Entity> entities{{"Ann", {}, "urn:c:Person", "", {}}, {"Acme", {}, "urn:c:Firm", "", {}}};
    std::vector<Mention> mentions{make(*document, MentionKind::name, 0, 1)};
    for (std::uint32_t i = 1; i < document->tokens.size(); ++i)
        if (document->tokens[i].upos == Upos::num)
            mentions.push_back(make(*document, MentionKind::date, i, i + 1, document->tokens[i].lemma.c_str()));
    const Mention post = make(*document, kind, first, last);
    const Reading reading(*document, entities, mentions, ontology);
    const PostTerm term = finder.find(reading, mentions.front(), post);
    std::string words;
    if (term.start) words += "start " + term.start->lexical;
    if (term.end) words += (words.empty() ? "end " : " end ") + term.end->lexical;
    return words;
}

}  // namespace

TEST_CASE("A date of the verb that gives a post says when it began or ended") {
    CHECK(term_of(
              "Ann Ann PROPN NNP 2 nsubj\njoined join VERB VBD 0 root\nAcme Acme PROPN NNP 2 obj\nin in ADP IN 5 case\n"
              "2019 2019 NUM CD 2 obl",
              2, 3, MentionKind::name) == "start 2019");
    CHECK(term_of(
              "Ann Ann PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\nAcme Acme PROPN NNP 2 obj\nin in ADP IN 5 case\n"
              "2019 2019 NUM CD 2 obl",
              2, 3, MentionKind::name) == "end 2019");
    CHECK(term_of(
              "Ann Ann PROPN NNP 3 nsubj\nhas have AUX VBZ 3 aux\nled lead VERB VBN 0 root\nAcme Acme PROPN NNP 3 obj\n"
              "since since ADP IN 6 case\n2019 2019 NUM CD 3 obl",
              3, 4, MentionKind::name) == "start 2019");
    CHECK(term_of("Ann Ann PROPN NNP 2 nsubj\nstepped step VERB VBD 0 root\ndown down ADP RP 2 compound:prt\nas as ADP "
                  "IN 5 case\n"
                  "chairman chairman NOUN NN 2 obl\nin in ADP IN 7 case\n2019 2019 NUM CD 2 obl",
                  4, 5, MentionKind::phrase) == "end 2019");
}

TEST_CASE("A date of the noun of a post says from when to when it was held") {
    const std::string tree =
        "Ann Ann PROPN NNP 3 nsubj\nwas be AUX VBD 3 cop\nmayor mayor NOUN NN 0 root\nfrom from ADP IN 5 case\n"
        "2010 2010 NUM CD 3 nmod\nto to ADP IN 7 case\n2018 2018 NUM CD 3 nmod";
    CHECK(term_of(tree, 2, 3, MentionKind::phrase) == "start 2010 end 2018");
}

TEST_CASE("A date of another verb, of another person or of what was left for it says nothing of a post") {
    // Acme, which was founded in 2019
    CHECK(term_of("Ann Ann PROPN NNP 2 nsubj\njoined join VERB VBD 0 root\nAcme Acme PROPN NNP 2 obj\nfounded found "
                  "VERB VBN 3 acl\n"
                  "in in ADP IN 6 case\n2019 2019 NUM CD 4 obl",
                  2, 3, MentionKind::name)
              .empty());
    CHECK(term_of("Ann Ann PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nBo Bo PROPN NNP 4 nsubj\njoined join VERB VBD "
                  "2 ccomp\n"
                  "Acme Acme PROPN NNP 4 obj\nin in ADP IN 7 case\n2019 2019 NUM CD 4 obl",
                  4, 5, MentionKind::name)
              .empty());
    CHECK(term_of("Ann Ann PROPN NNP 2 nsubj\njoined join VERB VBD 0 root\nfrom from ADP IN 4 case\nAcme Acme PROPN "
                  "NNP 2 obl\n"
                  "in in ADP IN 6 case\n2019 2019 NUM CD 2 obl",
                  3, 4, MentionKind::name)
              .empty());
    CHECK(term_of("Ann Ann PROPN NNP 2 nsubj\npraised praise VERB VBD 0 root\nAcme Acme PROPN NNP 2 obj\nin in ADP IN "
                  "5 case\n"
                  "2019 2019 NUM CD 2 obl",
                  2, 3, MentionKind::name)
              .empty());
}
