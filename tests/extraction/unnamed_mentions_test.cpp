#include <filesystem>
#include <string>

#include <lede/extraction/marked_document.hpp>
#include <lede/extraction/unnamed_mentions.hpp>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

OntologyClass make_class(std::string iri) {
    OntologyClass item;
    item.iri = std::move(iri);
    return item;
}

/// People who built dams, and dams of a kind.
struct Scene {
    TreeDocument document{"He he PRON PRP 2 nsubj\nbuilt build VERB VBD 0 root\nold old ADJ JJ 4 amod\nCold Cold PROPN NNP 5 compound\n"
                          "Dam Dam PROPN NNP 2 obj\n4 4 NUM CD 5 nummod\nhe he PRON PRP 8 nsubj\nsaid say VERB VBD 2 parataxis"};
    PronounList pronouns{std::filesystem::path(LEDE_SOURCE_DIR) / "src/data/english"};
    ThingFinder things{std::filesystem::path(LEDE_SOURCE_DIR) / "src/data/english/lists"};
    Ontology ontology = make_ontology();
    PropertyTable table{ontology};
    std::vector<Entity> entities;
    std::vector<Mention> mentions;

    static Ontology make_ontology() {
        Ontology ontology;
        ontology.add(make_class("https://schema.org/Person"));
        ontology.add(make_class("urn:c:Dam"));
        Property built;
        built.iri = "urn:p:built";
        built.domain = {"https://schema.org/Person"};
        built.range = {"urn:c:Dam"};
        ontology.add(built);
        return ontology;
    }
    /// As the recogniser does with a name that it does not know.
    void take_dam_for_person() {
        entities.push_back({"Cold Dam 4", {}, "https://schema.org/Person", "", {}});
        Mention name = make_mention(*document, MentionKind::name, 3, 6);
        name.entity = 0;
        mentions.push_back(name);
    }
    /// The words of each mention with its entity's number and class.
    std::string dump() {
        add_unnamed(*document, pronouns, things, table, table.all(), entities, mentions);
        std::string lines;
        for (const Mention& mention : mentions)
            lines += std::string(slice(document->text(), document->span_of(mention.first, mention.last))) + "/" +
                     std::to_string(mention.entity) + "/" + entities[mention.entity].class_iri + " ";
        return lines;
    }
};

}  // namespace

TEST_CASE("Nothing is added that no property admits without a name") {
    Scene scene;
    CHECK(scene.dump().empty());
}

TEST_CASE("The forms of a pronoun that means nothing named stand for one entity") {
    Scene scene;
    scene.table.admit_unnamed(MentionKind::pronoun, scene.table.all(), PropertySet(1));
    CHECK(scene.dump() == "He/0/https://schema.org/Person he/0/https://schema.org/Person ");
    CHECK_FALSE(scene.entities[0].named);
}

TEST_CASE("Words written as a title may be an unknown thing") {
    Scene scene;
    scene.table.admit_unnamed(MentionKind::title, PropertySet(1), scene.table.all());
    CHECK(scene.dump() == "Cold Dam 4/0/ ");
}

TEST_CASE("A name may be an unknown thing of another class; both are offered") {
    Scene scene;
    scene.take_dam_for_person();
    scene.table.admit_unnamed(MentionKind::title, PropertySet(1), scene.table.all());
    CHECK(scene.dump() == "Cold Dam 4/0/https://schema.org/Person Cold Dam 4/1/ ");
}

TEST_CASE("What an example marks is the unknown thing, not the name that it was taken for") {
    Scene scene;
    scene.take_dam_for_person();
    scene.table.admit_unnamed(MentionKind::title, PropertySet(1), scene.table.all());
    REQUIRE(scene.dump() == "Cold Dam 4/0/https://schema.org/Person Cold Dam 4/1/ ");
    MarkedDocument marked;
    marked.document = *scene.document;
    marked.entities = scene.entities;
    marked.mentions = scene.mentions;
    marked.mark_arguments(scene.table[0], {0, 1}, {3, 6}, scene.ontology);
    const Mention* object = find_mention(marked.mentions, {3, 6});
    REQUIRE(object);
    CHECK(object->kind == MentionKind::title);
    CHECK_FALSE(marked.entities[object->entity].named);
}

TEST_CASE("Of unnamed entities, those stay that facts speak of, with a class that these ask for") {
    Scene scene;
    ArticleFacts article;
    article.entities = {{"Ann", {}, "https://schema.org/Person", "", {}}, {"He", {}, "https://schema.org/Person", "", {}},
                        {"old Dam", {}, "", "", {}}, {"Cold Dam", {}, "", "", {}}};
    for (std::size_t i = 1; i < article.entities.size(); ++i) article.entities[i].named = false;
    Fact fact;
    fact.subject = 1;
    fact.property_iri = "urn:p:built";
    fact.object = EntityId{3};
    fact.evidence.push_back({{}, {}, {}, "", 0.8});
    article.facts.push_back(fact);
    settle_unnamed(scene.ontology, article);
    REQUIRE(article.entities.size() == 3);
    CHECK_FALSE(article.entities[1].named);
    CHECK(article.entities[2].name == "Cold Dam");
    CHECK(article.entities[2].class_iri == "urn:c:Dam");
    CHECK(article.entities[2].named);
    CHECK(std::get<EntityId>(article.facts[0].object) == 2);
}
