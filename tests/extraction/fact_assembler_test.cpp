#include <algorithm>
#include <string>

#include <lede/extraction/fact_assembler.hpp>
#include <lede/extraction/rejections.hpp>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

Property make_property(std::string iri, std::vector<std::string> super = {}, bool symmetric = false) {
    Property property;
    property.iri = std::move(iri);
    property.super = std::move(super);
    property.symmetric = symmetric;
    return property;
}

Ontology make_ontology() {
    Ontology ontology;
    ontology.add(make_property("urn:p:made"));
    ontology.add(make_property("urn:p:led-making", {"urn:p:made"}));
    ontology.add(make_property("urn:p:knows", {}, true));
    Property post = make_property("urn:p:post");
    post.datatype = Datatype::string;
    ontology.add(post);
    return ontology;
}

/// "Ann , chief cook , knows Bo": Ann is entity 0 and Bo entity 1.
struct Scene {
    TreeDocument document{"Ann Ann PROPN NNP 6 nsubj\n, , PUNCT , 4 punct\nchief chief ADJ JJ 4 amod\ncook cook NOUN NN 1 appos\n"
                          ", , PUNCT , 4 punct\nknows know VERB VBZ 0 root\nBo Bo PROPN NNP 6 obj"};
    Ontology ontology = make_ontology();
    PropertyTable table{ontology};
    std::vector<Entity> entities{{"Ann", {}, "urn:c:Person", "", {}}, {"Bo", {}, "urn:c:Person", "", {}}};
    Reading reading{*document, entities, {}, ontology};
    Mention ann = make(MentionKind::name, 0, 1, 0), bo = make(MentionKind::name, 6, 7, 1);
    Mention chief_cook = phrase(2, 4, "chief cook"), cook = phrase(3, 4, "cook");

    static Mention make(MentionKind kind, std::uint32_t first, std::uint32_t last, std::uint32_t entity) {
        Mention mention;
        mention.kind = kind;
        mention.first = mention.head = first;
        mention.last = last;
        mention.entity = entity;
        return mention;
    }
    static Mention phrase(std::uint32_t first, std::uint32_t last, std::string words) {
        Mention mention = make(MentionKind::phrase, first, last, Mention::no_entity);
        mention.value.lexical = std::move(words);
        return mention;
    }
    std::string dump(std::vector<StatedCandidate> candidates) const {
        ArticleFacts article;
        article.entities = entities;
        std::string lines;
        for (const Fact& fact : assemble_facts(reading, table, std::move(candidates))) lines += to_string(article, fact) + "\n";
        return lines;
    }
    StatedCandidate state(const Mention& subject, const char* property, const Mention& object, float probability) const {
        return {&subject, &object, table.find(property), probability, Status::asserted, ""};
    }
};

}  // namespace

TEST_CASE("A general property gives way to its special case") {
    const Scene scene;
    const std::string lines = scene.dump({scene.state(scene.ann, "urn:p:made", scene.bo, 0.9F),
                                          scene.state(scene.ann, "urn:p:led-making", scene.bo, 0.8F)});
    CHECK(lines.find("led-making") != std::string::npos);
    CHECK(lines.find("p:made") == std::string::npos);
}

TEST_CASE("A symmetric statement is made once") {
    const Scene scene;
    const std::string lines = scene.dump({scene.state(scene.ann, "urn:p:knows", scene.bo, 0.9F),
                                          scene.state(scene.bo, "urn:p:knows", scene.ann, 0.7F)});
    CHECK(lines == "Ann | <urn:p:knows> | Bo (0.90)\n");
}

TEST_CASE("Of overlapping phrases the likeliest is kept") {
    const Scene scene;
    const std::string lines = scene.dump({scene.state(scene.ann, "urn:p:post", scene.cook, 0.6F),
                                          scene.state(scene.ann, "urn:p:post", scene.chief_cook, 0.9F)});
    CHECK(lines.find("chief cook") != std::string::npos);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
}

TEST_CASE("What gives way is kept with the reason, once") {
    const Scene scene;
    Rejections rejections(scene.reading, scene.table);
    assemble_facts(scene.reading, scene.table,
                   {scene.state(scene.ann, "urn:p:made", scene.bo, 0.9F), scene.state(scene.ann, "urn:p:led-making", scene.bo, 0.8F),
                    scene.state(scene.ann, "urn:p:post", scene.cook, 0.6F), scene.state(scene.ann, "urn:p:post", scene.chief_cook, 0.9F)},
                   &rejections);
    rejections.add_unlikely(scene.state(scene.ann, "urn:p:knows", scene.bo, 0.3F), 0.25F, 0.5);
    rejections.add_unlikely(scene.state(scene.ann, "urn:p:knows", scene.bo, 0.3F), 0.25F, 0.5);
    std::string lines;
    for (const RejectedFact& one : rejections.take()) lines += one.subject + " " + one.property_iri + " " + one.object + ": " + one.reason + "\n";
    CHECK(lines == "Ann urn:p:post cook: other words at this place are likelier\n"
                   "Ann urn:p:made Bo: gives way to its special case urn:p:led-making\n"
                   "Ann urn:p:knows Bo: less likely than 0.50\n");
}

TEST_CASE("A statement whose classes do not fit is kept with what they were taken for") {
    Scene scene;
    OntologyClass person;
    person.iri = "urn:c:Person";
    person.label = "person";
    scene.ontology.add(person);
    Property made = *scene.ontology.find_property("urn:p:made");
    made.range = {"urn:c:Work"};
    scene.ontology.add(made);
    const PropertyTable table(scene.ontology);
    Rejections rejections(scene.reading, table);
    rejections.add_refused({&scene.ann, &scene.bo, table.find("urn:p:made"), 0.9F, Status::asserted, ""});
    CHECK(rejections.take().front().reason == "the object was taken for a thing of the class person, not urn:c:Work");
}
