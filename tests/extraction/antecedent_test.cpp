#include <filesystem>
#include <string>
#include <vector>

#include <lede/extraction/antecedent_ranker.hpp>
#include <lede/extraction/antecedent_trainer.hpp>
#include <lede/extraction/reference_labels.hpp>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

const std::string person = "https://schema.org/Person", work = "urn:c:Work", drama = "urn:c:Drama";
const std::filesystem::path data_folder = std::filesystem::path(LEDE_SOURCE_DIR) / "src/data/english";

Ontology make_ontology() {
    Ontology ontology;
    for (const auto& [iri, noun, parent] : {std::tuple{person, "actor", std::string()}, {work, "series", std::string()}, {drama, "drama", work}}) {
        OntologyClass item;
        item.iri = iri;
        item.nouns = {noun};
        if (!parent.empty()) item.parents = {parent};
        ontology.add(item);
    }
    return ontology;
}

Entity make_entity(const std::string& name, const std::string& class_iri) {
    Entity entity;
    entity.name = name;
    entity.class_iri = class_iri;
    return entity;
}

/// "Anna and Bo made Tide , the drama . / They praised the series ."
struct Scene {
    mutable TreeDocument document{"Anna Anna PROPN NNP 4 nsubj\nand and CCONJ CC 3 cc\nBo Bo PROPN NNP 1 conj\nmade make VERB VBD 0 root\n"
                          "Tide Tide PROPN NNP 4 obj\n, , PUNCT , 8 punct\nthe the DET DT 8 det\ndrama drama NOUN NN 5 appos\n. . PUNCT . 4 punct\n\n"
                          "They they PRON PRP 2 nsubj\npraised praise VERB VBD 0 root\nthe the DET DT 4 det\nseries series NOUN NN 2 obj\n. . PUNCT . 2 punct"};
    Ontology ontology = make_ontology();
    ClassNouns nouns{ontology};
    ReferenceLexicon lexicon{ontology, nouns, data_folder, {}};
    std::vector<Entity> entities{make_entity("Anna", person), make_entity("Bo", person), make_entity("Tide", drama)};

    Mention make(MentionKind kind, std::string_view form, std::uint32_t entity = Mention::no_entity) const {
        const std::uint32_t token = document.token(form);
        Mention mention = make_mention(*document, kind, token, token + 1);
        mention.entity = entity;
        return mention;
    }
    std::vector<Mention> mentions() const {
        return {make(MentionKind::name, "Anna", 0), make(MentionKind::name, "Bo", 1), make(MentionKind::name, "Tide", 2),
                make(MentionKind::description, "drama"), make(MentionKind::pronoun, "They"), make(MentionKind::description, "series")};
    }
    std::vector<Mention> resolve(const AntecedentChooser& choose) const {
        return resolve_references(*document, lexicon, entities, {}, mentions(), choose);
    }
    std::vector<std::uint32_t> entities_at(const std::vector<Mention>& resolved, std::string_view form) const {
        std::vector<std::uint32_t> found;
        for (const Mention& mention : resolved)
            if (document->form(mention.first) == form) found.push_back(mention.entity);
        return found;
    }
};

/// Chooses groups, else nothing.
std::size_t choose_groups(const Reference&, const AntecedentChoices& choices) {
    for (std::size_t i = 0; i < choices.antecedents.size(); ++i)
        if (choices.antecedents[i].group >= 0) return i + 1;
    return 0;
}

std::size_t choose_nothing(const Reference&, const AntecedentChoices&) { return 0; }

}  // namespace

TEST_CASE("A class is tied to itself, to those above and below it, and to its tree") {
    const Ontology ontology = make_ontology();
    const ClassTies ties(ontology);
    CHECK(ties.tie(ties.find(drama), ties.find(drama)) == ClassTie::same);
    CHECK(ties.tie(ties.find(drama), ties.find(work)) == ClassTie::below);
    CHECK(ties.tie(ties.find(work), ties.find(drama)) == ClassTie::above);
    CHECK(ties.tie(ties.find(person), ties.find(drama)) == ClassTie::none);
    CHECK(ties.find("urn:c:Unknown") == ClassTies::no_class);
    CHECK(ties.tie(ClassTies::no_class, ties.find(work)) == ClassTie::none);
}

TEST_CASE("Names in a row are a group, and each member has a mention where a plural pronoun means them") {
    const Scene scene;
    CHECK(scene.entities_at(scene.resolve(choose_groups), "They") == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("A description beside a name means what the name means, without being asked") {
    const Scene scene;
    const std::vector<Mention> resolved = scene.resolve(choose_nothing);
    CHECK(scene.entities_at(resolved, "drama") == std::vector<std::uint32_t>{2});
    CHECK(scene.entities_at(resolved, "series").empty());
}

TEST_CASE("A description may mean what has a class of its noun's tree, and nothing else") {
    const Scene scene;
    scene.resolve([](const Reference& reference, const AntecedentChoices& choices) {
        if (reference.pronoun) return std::size_t{0};
        REQUIRE(choices.antecedents.size() == 1);
        CHECK(choices.antecedents[0].entity == 2);
        CHECK(choices.ends.size() == 2);
        return std::size_t{0};
    });
}

TEST_CASE("Annotations tell what descriptions mean, and that others mean nothing") {
    const Scene scene;
    AnnotatedArticle article;
    article.entities = scene.entities;
    article.descriptions["the series"] = {2};
    std::vector<bool> right;
    const auto judge_series = [&] {
        const ReferenceLabels labels(*scene.document, scene.lexicon, article, scene.mentions(), {});
        scene.resolve([&](const Reference& reference, const AntecedentChoices& choices) {
            if (!reference.pronoun) right = labels.judge(reference, choices);
            return std::size_t{0};
        });
        return right;
    };
    CHECK(judge_series() == std::vector<bool>{false, true});
    article.descriptions.clear();
    CHECK(judge_series() == std::vector<bool>{true, false});
}

TEST_CASE("The ranker learns which choice is right, and when it is nothing") {
    const Scene scene;
    for (const bool series_is_tide : {true, false}) {
        std::vector<AntecedentExample> examples;
        for (int copy = 0; copy < 20; ++copy)
            scene.resolve([&](const Reference& reference, const AntecedentChoices& choices) {
                if (!reference.pronoun) examples.push_back({choices.features, choices.ends, {!series_is_tide, series_is_tide}});
                return std::size_t{0};
            });
        std::vector<const AntecedentExample*> list;
        for (const AntecedentExample& example : examples) list.push_back(&example);
        const std::string section = train_antecedents(list);
        CHECK(section == train_antecedents(list));
        const AntecedentRanker ranker(section);
        const auto choose = [&](const Reference& reference, const AntecedentChoices& choices) { return ranker.choose(reference, choices); };
        CHECK(scene.entities_at(scene.resolve(choose), "series") == (series_is_tide ? std::vector<std::uint32_t>{2} : std::vector<std::uint32_t>{}));
    }
}
