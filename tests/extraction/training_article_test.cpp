#include <filesystem>
#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/extraction/annotated_article.hpp>
#include <lede/extraction/fact_learner.hpp>
#include <lede/extraction/held_out_facts.hpp>
#include <lede/extraction/training_article.hpp>

using namespace lede;

namespace {

const std::filesystem::path data = std::filesystem::path(LEDE_SOURCE_DIR) / "src/data/english";

Ontology make_ontology() {
    Ontology ontology;
    OntologyClass person;
    person.iri = "https://schema.org/Person";
    ontology.add(person);
    Property age;
    age.iri = "https://w3id.org/lede#age";
    age.domain = {person.iri};
    age.datatype = Datatype::integer;
    ontology.add(age);
    Property medals = age;
    medals.iri = "urn:p:medals";
    ontology.add(medals);
    Property fee = age;
    fee.iri = "urn:p:fee";
    fee.datatype = Datatype::amount_of_money;
    ontology.add(fee);
    return ontology;
}

/// Articles of a woman with an age and medals; `more` is the end of their annotation.
struct Scene {
    static const LanguageModel& language() {
        static const LanguageModel model(data / "english.model");
        return model;
    }
    TemporaryFolder folder;
    Ontology ontology = make_ontology();
    PropertyTable table{ontology};
    MentionBuilder mentions{ontology, data};
    std::size_t age = table.find("https://w3id.org/lede#age"), fee = table.find("urn:p:fee");

    void add(const std::string& file, const std::string& name, const std::string& more) const {
        folder.write(file + ".txt",
                     name + ", 52, won three medals.\n\n" + name + " was paid 20 million Danish kroner.\n");
        folder.write(file + ".json", R"({"entities": [{"id": "e1", "type": "schema:Person", "name": ")" + name +
                                         R"("}], "triples": [["e1", "urn:p:medals", 3, "won three medals"]])" + more +
                                         "}");
    }
    std::string age_of(const std::string& name) const {
        return R"(, "more": [["e1", "lede:age", 52, ")" + name +
               R"(, 52"], ["e1", "urn:p:fee", "DKK 20000000.0", "was paid 20 million Danish kroner"]])";
    }
    std::vector<TrainingArticle> read() const {
        std::vector<TrainingArticle> articles;
        for (AnnotatedArticle& article : read_annotated_articles(folder.path()))
            articles.emplace_back(std::move(article), language(), mentions, table);
        return articles;
    }
    struct Counts {
        int considered = 0, stated = 0;
    };
    Counts count(const TrainingArticle& article, std::size_t property) const {
        Counts counts;
        for (const auto& candidate : article.label_candidates()) {
            counts.considered += candidate.instance.considered.contains(property);
            counts.stated += candidate.instance.stated.contains(property);
        }
        return counts;
    }
};

}  // namespace

TEST_CASE("What an article was not annotated for, it neither states nor denies") {
    Scene scene;
    scene.add("a-new", "Anna Berg", scene.age_of("Anna Berg"));
    scene.add("b-old", "Ida Holm", "");
    scene.add("c-none", "Eva Lind", R"(, "more": [])");
    const auto articles = scene.read();
    REQUIRE(articles.size() == 3);
    CHECK(scene.count(articles[0], scene.age).stated == 1);
    CHECK(scene.count(articles[0], scene.age).considered > 1);
    CHECK(scene.count(articles[0], scene.fee).stated == 1);
    CHECK(scene.count(articles[1], scene.age).considered == 0);
    CHECK(scene.count(articles[1], scene.table.find("urn:p:medals")).stated == 1);
    CHECK(scene.count(articles[2], scene.age).stated == 0);
    CHECK(scene.count(articles[2], scene.age).considered > 1);
    CHECK(articles[1].unknown().contains(scene.age));
    CHECK_FALSE(articles[1].unknown().contains(scene.table.find("urn:p:medals")));
    CHECK(articles[2].unknown().empty());
}

TEST_CASE("A model learned beside articles that lack a property finds it as if they were not there") {
    Scene scene;
    scene.add("a-new", "Anna Berg", scene.age_of("Anna Berg"));
    scene.add("b-new", "Lena Dahl", scene.age_of("Lena Dahl"));
    const std::vector<std::string> others{"Ida Holm", "Eva Lind", "Rut Falk", "Mia Brandt", "Ola Nyman", "Per Strand"};
    for (std::size_t i = 0; i < others.size(); ++i) scene.add("c-old" + std::to_string(i), others[i], "");
    std::vector<FactInstance> instances, blind;
    std::vector<std::uint64_t> asked;
    for (const TrainingArticle& article : scene.read())
        for (auto& candidate : article.label_candidates()) {
            if (asked.empty() && candidate.instance.stated.contains(scene.age)) asked = candidate.instance.features;
            instances.push_back(candidate.instance);
            candidate.instance.considered = scene.table.all();
            blind.push_back(std::move(candidate.instance));
        }
    const auto logit = [&](const std::vector<FactInstance>& lessons) {
        const std::string section = to_section(learn_facts(lessons, scene.table.size(), {}), 3);
        const LinearModel model(section);
        std::vector<std::int32_t> sums(3);
        model.score(asked, sums);
        return static_cast<double>(sums[scene.age]) * model.unit();
    };
    CHECK(logit(instances) > 1);
    CHECK(logit(blind) < 0);  // six against two
}

TEST_CASE("What is found of a property in an article that was not annotated for it is not scored") {
    Scene scene;
    scene.add("a-new", "Anna Berg", scene.age_of("Anna Berg"));
    scene.add("b-old", "Ida Holm", "");
    const auto articles = scene.read();
    HeldOutFacts held_out(scene.table, articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        std::vector<StatedCandidate> found;
        const auto candidates = articles[i].label_candidates();
        for (const auto& candidate : candidates)
            if (candidate.object->value.lexical == "52")
                found.push_back({candidate.subject, candidate.object, scene.age, 0.9F, Status::asserted, {}, 0});
        REQUIRE_FALSE(found.empty());
        held_out.add(i, articles[i], found);
    }
    held_out.judge(2);
    const FactTrainingReport report = held_out.report(0);
    CHECK(report.properties[scene.age].second.right == 1);
    CHECK(report.total.wrong == 0);
}
