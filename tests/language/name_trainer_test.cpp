#include <memory>
#include <string>

#include <lede/language/name_trainer.hpp>
#include <support/catch.hpp>
#include <support/plain_document.hpp>

using namespace lede;

namespace {

const NameMapping mapping = {{"Person", {"person"}}, {"City", {"place"}}, {"Unknown", {"person", "place", "O"}}};

std::string dump(const Document& document, const std::vector<Name>& names) {
    std::string text;
    for (const Name& name : names) text += std::string(slice(document.text(), document.span_of(name.first, name.last))) + "/" + name.label + "; ";
    return text;
}

}  // namespace

TEST_CASE("Names are marked longest first, everywhere, and in capitals") {
    const NameTags tags(labels_of(mapping));
    test::PlainDocument document("PARIS. Amy Paris likes Paris. Parisians like Amy.");
    const auto allowed = mark_entities(*document, {{"City", {"Paris"}}, {"Person", {"Amy Paris", "Amy"}}}, mapping, tags);
    std::vector<std::uint32_t> sequence;
    for (const TagSet set : allowed) {
        std::uint32_t tag = 0;
        while ((set >> tag & 1) == 0) ++tag;
        sequence.push_back(tag);
    }
    CHECK(dump(*document, tags.names_of(sequence, 0)) == "PARIS/place; Amy Paris/person; Paris/place; Amy/person; ");
}

TEST_CASE("A recogniser finds again what it was taught, each time with the same weights") {
    const NameTags tags(labels_of(mapping));
    const auto lexicon = std::make_shared<NameLexicon>();
    const auto train = [&] {
        NameTrainer trainer(tags, *lexicon, 2);
        for (const std::string town : {"Lyon", "Turin", "Ghent", "Namur"}) {
            test::PlainDocument document("Mr Alder lives in " + town + ". Mr Birch moved to " + town + " with Mr Alder.");
            NamedDocument named;
            named.document = *document;
            named.allowed = mark_entities(*document, {{"City", {town}}, {"Person", {"Alder", "Birch"}}}, mapping, tags);
            trainer.add(named, 0);
        }
        trainer.train_networks();
        return trainer.train();
    };
    const NameSections sections = train();
    CHECK(sections.emissions == train().emissions);
    const NameRecogniser recogniser(sections, lexicon);
    test::PlainDocument fresh("Mr Birch lives in Cork.");
    CHECK(dump(*fresh, recogniser.recognise(*fresh, {})) == "Birch/person; Cork/place; ");
}
