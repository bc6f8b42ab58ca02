#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <support/tree_document.hpp>
#include <vector>

#include <lede/base/error.hpp>
#include <lede/extraction/open_extractor.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

const std::string lists = LEDE_SOURCE_DIR "/src/data/english/lists";

/// "predicate | subject | argument …", with the status if it is not asserted.
std::string dump(const Document& document, const OpenTuple& tuple) {
    const std::string predicate = join_words(document, predicate_words(tuple));
    std::string line = tuple.inserted + (tuple.inserted.empty() || predicate.empty() ? "" : " ") + predicate + " | " +
                       join_words(document, tuple.subject.words);
    for (const OpenArgument& argument : tuple.arguments) line += " | " + join_words(document, argument.words);
    return line + (tuple.status == Status::asserted ? "" : std::string(" (") + to_string(tuple.status) + ")");
}

std::vector<std::string> find(std::string_view trees) {
    static const OpenExtractor extractor{lists};
    TreeDocument document(trees);
    std::vector<std::string> lines;
    for (const OpenTuple& tuple : extractor.find(*document)) lines.push_back(dump(*document, tuple));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A preposition belongs to the predicate where there is no object") {
    CHECK(find(R"(
Ann Ann PROPN NNP 3 nsubj
Lee Lee PROPN NNP 1 flat
starred star VERB VBD 0 root
in in ADP IN 6 case
two two NUM CD 6 nummod
films film NOUN NNS 3 obl
. . PUNCT . 3 punct
)") == Lines{"starred in | Ann Lee | two films"});
}

TEST_CASE("Each of a row of subjects makes a tuple; a further argument keeps its preposition") {
    CHECK(find(R"(
Ann Ann PROPN NNP 6 nsubj
Lee Lee PROPN NNP 1 flat
and and CCONJ CC 4 cc
Bo Bo PROPN NNP 1 conj
Lee Lee PROPN NNP 4 flat
won win VERB VBD 0 root
a a DET DT 8 det
medal medal NOUN NN 6 obj
in in ADP IN 10 case
1957 1957 NUM CD 6 obl
. . PUNCT . 6 punct
)") == Lines{"won | Ann Lee | a medal | in 1957", "won | Bo Lee | a medal | in 1957"});
}

TEST_CASE("The doer of a passive comes with \"by\"") {
    CHECK(find(R"(
The the DET DT 2 det
bank bank NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
regained regain VERB VBN 0 root
by by ADP IN 6 case
Syria Syria PROPN NNP 4 obl:agent
. . PUNCT . 4 punct
)") == Lines{"was regained by | The bank | Syria"});
}

TEST_CASE("An infinitive is told with the verb that it completes; what is wanted is not asserted") {
    CHECK(find(R"(
She she PRON PRP 2 nsubj
wants want VERB VBZ 0 root
to to PART TO 4 mark
buy buy VERB VB 2 xcomp
a a DET DT 6 det
house house NOUN NN 4 obj
. . PUNCT . 2 punct
)") == Lines{"wants to buy | She | a house (uncertain)"});
}

TEST_CASE("An apposition is told with \"is\"") {
    CHECK(find(R"(
Ann Ann PROPN NNP 9 nsubj
Lee Lee PROPN NNP 1 flat
, , PUNCT , 5 punct
the the DET DT 5 det
head head NOUN NN 1 appos
of of ADP IN 7 case
Acme Acme PROPN NNP 5 nmod
, , PUNCT , 1 punct
resigned resign VERB VBD 0 root
on on ADP IN 11 case
Monday Monday PROPN NNP 9 obl
. . PUNCT . 9 punct
)") == Lines{"is | Ann Lee | the head of Acme", "resigned on | Ann Lee , the head of Acme | Monday"});
}

TEST_CASE("A relative clause without a relative word has the noun for its object") {
    CHECK(find(R"(
The the DET DT 2 det
book book NOUN NN 5 nsubj
he he PRON PRP 4 nsubj
wrote write VERB VBD 2 acl:relcl
sold sell VERB VBD 0 root
in in ADP IN 7 case
May May PROPN NNP 5 obl
)") == Lines{"wrote | he | The book", "sold in | The book he wrote | May"});
}

TEST_CASE("The subject of a relative clause is the noun that it modifies; each of a row of objects makes a tuple") {
    CHECK(find(R"(
Ann Ann PROPN NNP 8 nsubj
Lee Lee PROPN NNP 1 flat
, , PUNCT , 5 punct
who who PRON WP 5 nsubj
leads lead VERB VBZ 1 acl:relcl
Acme Acme PROPN NNP 5 obj
, , PUNCT , 1 punct
visited visit VERB VBD 0 root
Paris Paris PROPN NNP 8 obj
and and CCONJ CC 11 cc
Rome Rome PROPN NNP 9 conj
. . PUNCT . 8 punct
)") == Lines{"leads | Ann Lee | Acme", "visited | Ann Lee , who leads Acme | Paris",
             "visited | Ann Lee , who leads Acme | Rome"});
}

TEST_CASE("A coordinated verb shares auxiliaries and subject") {
    CHECK(find(R"(
They they PRON PRP 4 nsubj:pass
have have AUX VBP 4 aux
been be AUX VBN 4 aux:pass
bought buy VERB VBN 0 root
and and CCONJ CC 6 cc
sold sell VERB VBN 4 conj
in in ADP IN 8 case
Spain Spain PROPN NNP 6 obl
. . PUNCT . 4 punct
)") == Lines{"have been sold in | They | Spain"});
}

TEST_CASE("What is said is an argument, and a tuple of its own where it has arguments") {
    CHECK(find(R"(
Officials official NOUN NNS 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 7 mark
the the DET DT 5 det
dam dam NOUN NN 7 nsubj:pass
was be AUX VBD 7 aux:pass
closed close VERB VBN 2 ccomp
. . PUNCT . 2 punct
)") == Lines{"said | Officials | that the dam was closed"});
}

TEST_CASE("An adjective belongs to the predicate where a preposition follows") {
    CHECK(find(R"(
Acme Acme PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
famous famous ADJ JJ 0 root
for for ADP IN 6 case
its its PRON PRP$ 6 nmod:poss
bridges bridge NOUN NNS 3 obl
. . PUNCT . 3 punct
)") == Lines{"is famous for | Acme | its bridges"});
}

TEST_CASE("A participle behind a noun has it for subject and is told with \"is\"") {
    CHECK(find(R"(
A a DET DT 2 det
panel panel NOUN NN 6 nsubj
drafting draft VERB VBG 2 acl
a a DET DT 5 det
law law NOUN NN 3 obj
met meet VERB VBD 0 root
in in ADP IN 8 case
Oslo Oslo PROPN NNP 6 obl
. . PUNCT . 6 punct
)") == Lines{"is drafting | A panel | a law", "met in | A panel drafting a law | Oslo"});
}

TEST_CASE("What belongs to somebody is told with \"has\"") {
    CHECK(find(R"(
Italy Italy PROPN NNP 4 nmod:poss
's 's PART POS 1 case
largest large ADJ JJS 4 amod
bank bank NOUN NN 5 nsubj
failed fail VERB VBD 0 root
in in ADP IN 7 case
May May PROPN NNP 5 obl
. . PUNCT . 5 punct
)") == Lines{"has | Italy | largest bank", "failed in | Italy 's largest bank | May"});
}

TEST_CASE("A negation stays with the verb and makes the tuple denied; connectives are left out") {
    CHECK(find(R"(
However however ADV RB 6 advmod
, , PUNCT , 1 punct
she she PRON PRP 6 nsubj
does do AUX VBZ 6 aux
not not PART RB 6 advmod
own own VERB VB 0 root
the the DET DT 8 det
house house NOUN NN 6 obj
. . PUNCT . 6 punct
)") == Lines{"does not own | she | the house (denied)"});
}

TEST_CASE("A copula before a preposition is told with it") {
    CHECK(find(R"(
The the DET DT 2 det
shop shop NOUN NN 5 nsubj
is be AUX VBZ 5 cop
in in ADP IN 5 case
Paris Paris PROPN NNP 0 root
. . PUNCT . 5 punct
)") == Lines{"is in | The shop | Paris"});
}

TEST_CASE("A predicate noun is an argument") {
    CHECK(find(R"(
Ann Ann PROPN NNP 5 nsubj
Lee Lee PROPN NNP 1 flat
has have AUX VBZ 5 aux
been be AUX VBN 5 cop
chairman chairman NOUN NN 0 root
of of ADP IN 7 case
Acme Acme PROPN NNP 5 nmod
since since ADP IN 9 case
2003 2003 NUM CD 5 obl
. . PUNCT . 5 punct
)") == Lines{"has been | Ann Lee | chairman of Acme | since 2003"});
}

TEST_CASE("Of a noun and a name in apposition, the name is the subject") {
    CHECK(find(R"(
the the DET DT 2 det
lawyer lawyer NOUN NN 5 nsubj
Ann Ann PROPN NNP 2 appos
Lee Lee PROPN NNP 3 flat
spoke speak VERB VBD 0 root
)") == Lines{"is | Ann Lee | the lawyer"});
}

TEST_CASE("A place in apposition to a place is told with \"is in\"") {
    TreeDocument document(R"(
Velmark Velmark PROPN NNP 0 root
, , PUNCT , 3 punct
Denmark Denmark PROPN NNP 1 appos
)");
    (*document).names = {{0, 1, "place", 1}, {2, 3, "place", 1}};
    const auto tuples = OpenExtractor(lists).find(*document);
    REQUIRE(tuples.size() == 1);
    CHECK(dump(*document, tuples.front()) == "is in | Velmark | Denmark");
}

TEST_CASE("Half a quotation is left out at the end of an argument") {
    CHECK(find(R"(
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 0 root
Oslo Oslo PROPN NNP 3 obj
” ” PUNCT '' 4 punct
)") == Lines{"left | We | Oslo"});
}

TEST_CASE("A sentence without a subject, and one without a tree, state nothing") {
    CHECK(find("Sold sell VERB VBN 0 root\nhere here ADV RB 1 advmod").empty());
    CHECK(find("Ann Ann PROPN NNP 0 root").empty());
    CHECK(find("").empty());
}

TEST_CASE("A long row is one argument, so that the output does not grow with its square") {
    std::string trees = "She she PRON PRP 2 nsubj\nsaw see VERB VBD 0 root\nmen man NOUN NNS 2 obj\n";
    for (int i = 0; i < 20; ++i) trees += "men man NOUN NNS 3 conj\n";
    CHECK(find(trees).size() == 1);
}

TEST_CASE("A sentence that is too long to be prose is passed over") {
    std::string trees = "She she PRON PRP 2 nsubj\nsaw see VERB VBD 0 root\nmen man NOUN NNS 2 obj\n";
    CHECK(find(trees).size() == 1);
    for (int i = 0; i < 300; ++i) trees += "men man NOUN NNS 3 dep\n";
    CHECK(find(trees).empty());
}

TEST_CASE("A confidence that is no number is told with its file") {
    const TemporaryFolder folder;
    std::filesystem::copy(lists, folder.path(), std::filesystem::copy_options::overwrite_existing);
    folder.write("open_rules.tsv", "*\tmuch\n");
    CHECK_THROWS_AS(OpenExtractor(folder.path()), InputError);
}
