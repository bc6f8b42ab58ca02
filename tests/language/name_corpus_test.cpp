#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>

#include <lede/base/error.hpp>
#include <lede/language/name_corpus.hpp>

using namespace lede;

namespace {

const std::string two = "Anna\tB-PER\nsings\tO\n\nBo\tB-PER\n\n";
const std::string treebank =
    "# newdoc id = one\n# sent_id = 1\n1\tAnna\t_\tPROPN\tNNP\t_\t0\troot\t_\t_\n2\tsings\t_\tVERB\tVBZ\t_\t1\tdep\t_\t_\n\n"
    "# newdoc id = two\n# sent_id = 2\n1\tBo\t_\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n";

/// The number of sentences of each document.
std::string shape(const std::vector<NamedDocument>& documents) {
    std::string text;
    for (const NamedDocument& named : documents) text += std::to_string(named.document.sentences.size()) + " ";
    return text;
}

}  // namespace

TEST_CASE("Documents of a name corpus end where its treebank or its marks say so, else after some sentences") {
    const TemporaryFolder folder;
    const NameTags tags({"person"});
    const std::string bio = folder.write("a.bio", two), conllu = folder.write("a.conllu", treebank);
    CHECK(shape(read_name_corpus({bio, {}, {}}, {}, tags)) == "2 ");
    CHECK(shape(read_name_corpus({bio, {}, conllu}, {}, tags)) == "1 1 ");
    CHECK(shape(read_name_corpus({bio, {}, conllu}, {"one"}, tags)) == "1 ");
    const std::string marked = folder.write("b.bio", "-DOCSTART-\tO\n\n" + two + "-DOCSTART-\tO\n\nBo\tO\n");
    CHECK(shape(read_name_corpus({marked, {}, {}}, {}, tags)) == "3 2 ");
}

TEST_CASE("Labels of a name corpus become ours; of tokens alone, no names are known") {
    const TemporaryFolder folder;
    const NameTags tags({"person"});
    const std::string mapping = folder.write("m.tsv", "PER\tperson\n");
    const auto named = read_name_corpus({folder.write("a.bio", two), mapping, {}}, {}, tags);
    CHECK(named[0].allowed[0] == TagSet{1} << NameTags::tag(0, NameTags::single));
    CHECK(named[0].allowed[1] == TagSet{1});
    const auto bare = read_name_corpus({folder.write("b.txt", "Anna\r\nsings\r\n\r\n"), {}, {}}, {}, tags);
    CHECK(bare[0].document.text() == "Anna sings");
    CHECK(bare[0].allowed[0] == TagSet{1});
}

TEST_CASE("A name corpus that does not fit its treebank, or is none, is an input error") {
    const TemporaryFolder folder;
    const NameTags tags({"person"});
    const std::string conllu = folder.write("a.conllu", treebank);
    CHECK_THROWS_AS(read_name_corpus({folder.write("a.bio", "Anna\tO\n"), {}, conllu}, {}, tags), InputError);
    CHECK_THROWS_AS(read_name_corpus({folder.write("b.bio", "\tO\n"), {}, {}}, {}, tags), InputError);
    CHECK_THROWS_AS(read_name_corpus({folder.write("c.bio", "\xff\tO\n"), {}, {}}, {}, tags), InputError);
}
