#include <map>
#include <string>
#include <support/catch.hpp>
#include <support/plain_document.hpp>
#include <vector>

#include <lede/extraction/factuality.hpp>

using namespace lede;
using lede::test::PlainDocument;

namespace {

const Factuality& factuality() {
    static const Factuality instance(std::string(LEDE_SOURCE_DIR) + "/src/data/english/lists");
    return instance;
}

const char* name_of(Status status) {
    static const std::map<Status, const char*> names{{Status::asserted, "asserted"},
                                                     {Status::denied, "denied"},
                                                     {Status::uncertain, "uncertain"},
                                                     {Status::claimed, "claimed"}};
    return names.at(status);
}

std::string status_of(const Document& document, std::uint32_t trigger) {
    return name_of(factuality().of(document, document.tokens[trigger].sentence, trigger));
}

struct Row {
    const char* text;
    const char* trigger;
    const char* status;
};

/// One word of a tree: its head (from 1, 0 for the root), relation and part of speech.
struct Node {
    std::int32_t head;
    const char* relation;
    Upos upos = Upos::noun;
};

void set_tree(Document& document, const std::vector<Node>& nodes) {
    REQUIRE(nodes.size() == document.tokens.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        document.tokens[i].head = nodes[i].head - 1;
        document.tokens[i].deprel = nodes[i].relation;
        document.tokens[i].upos = nodes[i].upos;
    }
}

}  // namespace

TEST_CASE("Factuality asserts what is stated, decided, attributed or over") {
    for (const Row& row : {
             Row{"Kitely acquired Plume.", "acquired", "asserted"},
             {"Odenkirk will star in Straight Man.", "star", "asserted"},
             {"Kitely has agreed to buy Plume.", "buy", "asserted"},
             {"Rossi is set to direct the film.", "direct", "asserted"},
             {"Officials said that 12 people died.", "died", "asserted"},
             {"The network said it would show the series.", "show", "asserted"},
             {"Rossi, the former head of Plume, left.", "head", "asserted"},
             {"Not only did Kitely buy Plume, it paid twice.", "buy", "asserted"},
             {"In May it acquired Plume.", "acquired", "asserted"},
         }) {
        PlainDocument document(row.text);
        CAPTURE(row.text);
        CHECK(status_of(*document, document.token(row.trigger)) == row.status);
    }
}

TEST_CASE("Factuality keeps apart what is denied, uncertain or claimed") {
    for (const Row& row : {
             Row{"Kitely did not acquire Plume.", "acquire", "denied"},
             {"Tollgate wasn't renewed.", "renewed", "denied"},
             {"Moonbeam denied that it owned the casino.", "owned", "denied"},
             {"No showrunner has been attached.", "attached", "denied"},
             {"Netflix may adapt the book.", "adapt", "uncertain"},
             {"Raman hopes to win the cup.", "win", "uncertain"},
             {"Kitely is in talks to buy Plume.", "buy", "uncertain"},
             {"Kitely is reportedly buying Plume.", "buying", "uncertain"},
             {"Is Kitely buying Plume?", "buying", "uncertain"},
             {"If Kitely buys Plume, it closes.", "buys", "uncertain"},
             {"Kitely allegedly bought Plume.", "bought", "claimed"},
             {"Rossi claims to have founded Plume.", "founded", "claimed"},
         }) {
        PlainDocument document(row.text);
        CAPTURE(row.text);
        CHECK(status_of(*document, document.token(row.trigger)) == row.status);
    }
}

TEST_CASE("Factuality follows the tree where there is one") {
    using enum Upos;
    PlainDocument denied("Kitely, which owns Plume, denied that it bought Tro.");
    set_tree(*denied, {{7, "nsubj", propn},
                       {4, "punct", punct},
                       {4, "nsubj", pron},
                       {1, "acl:relcl", verb},
                       {4, "obj", propn},
                       {4, "punct", punct},
                       {0, "root", verb},
                       {10, "mark", sconj},
                       {10, "nsubj", pron},
                       {7, "ccomp", verb},
                       {10, "obj", propn},
                       {7, "punct", punct}});
    CHECK(status_of(*denied, denied.token("bought")) == "denied");
    CHECK(status_of(*denied, denied.token("owns")) == "asserted");

    PlainDocument shared("Kitely may buy or sell Plume.");
    set_tree(*shared, {{3, "nsubj", propn},
                       {3, "aux", aux},
                       {0, "root", verb},
                       {5, "cc", cconj},
                       {3, "conj", verb},
                       {5, "obj", propn},
                       {3, "punct", punct}});
    CHECK(status_of(*shared, shared.token("sell")) == "uncertain");

    PlainDocument reported("Rossi said it would open.");
    set_tree(*reported, {{2, "nsubj", propn},
                         {0, "root", verb},
                         {5, "nsubj", pron},
                         {5, "aux", aux},
                         {2, "ccomp", verb},
                         {2, "punct", punct}});
    CHECK(status_of(*reported, reported.token("open")) == "asserted");
}

TEST_CASE("Factuality ends on trees with cycles and on words out of range") {
    PlainDocument document("A b c.");
    set_tree(*document, {{2, "dep", Upos::x}, {3, "dep", Upos::x}, {1, "dep", Upos::x}, {900, "punct", Upos::punct}});
    for (std::uint32_t i = 0; i < 4; ++i) CHECK(status_of(*document, i) == "asserted");
}

TEST_CASE("The words of a name are no cues") {
    PlainDocument plain("Never Say No stars Jane Doe. Kitely did not acquire Plume.");
    Document& document = *plain;
    CHECK(status_of(document, 3) == "denied");
    const std::vector<Span> titles{{0, 3}, {4, 6}};
    CHECK(name_of(factuality().of(document, 0, 3, titles)) == std::string("asserted"));
    document.names = {{0, 3, "work", 1}, {4, 6, "person", 1}};
    CHECK(status_of(document, 3) == "asserted");
    CHECK(status_of(document, 10) == "denied");
}
