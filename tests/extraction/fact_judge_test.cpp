#include <algorithm>
#include <string>

#include <lede/base/error.hpp>
#include <lede/extraction/fact_judge.hpp>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

Ontology make_ontology() {
    Ontology ontology;
    Property knows;
    knows.iri = "urn:p:knows";
    knows.symmetric = true;
    Property employs;
    employs.iri = "urn:p:employs";
    ontology.add(knows);
    ontology.add(employs);
    return ontology;
}

/// "Ann knows Bo and Cy": entities 0 to 2.
struct Scene {
    TreeDocument document{"Ann Ann PROPN NNP 2 nsubj\nknows know VERB VBZ 0 root\nBo Bo PROPN NNP 2 obj\nand and CCONJ CC 5 cc\nCy Cy PROPN NNP 3 conj"};
    Ontology ontology = make_ontology();
    PropertyTable table{ontology};
    std::vector<Entity> entities{{"Ann", {}, "urn:c:Person", "", {}}, {"Bo", {}, "urn:c:Person", "", {}}, {"Cy", {}, "urn:c:Person", "", {}}};
    Reading reading{*document, entities, {}, ontology};
    Mention ann = make(0, 0), bo = make(2, 1), cy = make(4, 2);
    std::size_t employs = 0, knows = 1;

    static Mention make(std::uint32_t token, std::uint32_t entity) {
        Mention mention;
        mention.first = mention.head = token;
        mention.last = token + 1;
        mention.entity = entity;
        return mention;
    }
    std::vector<StatementGroup> group(const std::vector<StatedCandidate>& candidates) const { return group_statements(reading, table, candidates); }
};

}  // namespace

TEST_CASE("Candidates of one statement form a group, the likeliest first; a symmetric one in either direction") {
    Scene scene;
    const auto groups = scene.group({{&scene.ann, &scene.bo, scene.knows, 0.4F, Status::asserted, {}, 0},
                                     {&scene.bo, &scene.ann, scene.knows, 0.7F, Status::asserted, {}, 0},
                                     {&scene.ann, &scene.bo, scene.employs, 0.6F, Status::asserted, {}, 0}});
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].members == std::vector<std::size_t>{2});
    CHECK(groups[1].members == std::vector<std::size_t>{1, 0});
}

TEST_CASE("What is denied is another statement than what is asserted") {
    Scene scene;
    CHECK(scene.group({{&scene.ann, &scene.bo, scene.employs, 0.6F, Status::asserted, {}, 0},
                       {&scene.ann, &scene.bo, scene.employs, 0.6F, Status::denied, {}, 0}}).size() == 2);
}

TEST_CASE("A rival for the same words changes the description of a statement") {
    Scene scene;
    const StatedCandidate by_ann{&scene.ann, &scene.cy, scene.employs, 0.6F, Status::asserted, {}, 0};
    const StatedCandidate by_bo{&scene.bo, &scene.cy, scene.employs, 0.9F, Status::asserted, {}, 0};
    const auto alone = scene.group({by_ann}), contested = scene.group({by_ann, by_bo});
    REQUIRE(contested.size() == 2);
    CHECK(alone[0].features != contested[0].features);
}

TEST_CASE("The judge learns to believe the winner of a contest, the same way each time") {
    Scene scene;
    std::vector<JudgedExample> examples;
    for (int i = 0; i < 40; ++i) {
        const float likely = 0.5F + 0.01F * static_cast<float>(i);
        const auto groups = scene.group({{&scene.ann, &scene.cy, scene.employs, likely, Status::asserted, {}, 0},
                                         {&scene.bo, &scene.cy, scene.employs, 0.3F, Status::asserted, {}, 0}});
        for (const StatementGroup& group : groups) examples.push_back({group.features, group.members.front() == 0});
    }
    std::vector<const JudgedExample*> lessons;
    for (const JudgedExample& example : examples) lessons.push_back(&example);
    const std::string section = train_fact_judge(lessons);
    CHECK(section == train_fact_judge(lessons));
    const FactJudge judge(section);
    CHECK(judge.probability(examples[0].features) > 0.8F);
    CHECK(judge.probability(examples[1].features) < 0.2F);
    CHECK(FactJudge().empty());
}

TEST_CASE("A judge that does not choose between right and wrong is a damaged one") {
    const SparseWeights weights{{7, {{0, 1.0F}}}};
    CHECK_THROWS_AS(FactJudge(to_section(weights, 1)), Error);
    CHECK_THROWS_AS(FactJudge(to_section(weights, 3)), Error);
    CHECK_THROWS_AS(FactJudge("short"), Error);
    CHECK_NOTHROW(FactJudge(to_section(weights, 2)));
}
