#include <algorithm>
#include <filesystem>
#include <string>

#include <lede/extraction/coreference.hpp>
#include <lede/extraction/implicit_mentions.hpp>
#include <lede/extraction/mention_finder.hpp>
#include <support/catch.hpp>
#include <support/tree_document.hpp>

using namespace lede;
using lede::test::TreeDocument;

namespace {

const std::string person = "https://schema.org/Person", organisation = "https://schema.org/Organization", work = "urn:c:Work";

Ontology make_ontology() {
    Ontology ontology;
    for (const auto& [iri, noun] : {std::pair{person, "actor"}, {organisation, "studio"}, {work, "series"}}) {
        OntologyClass item;
        item.iri = iri;
        item.nouns = {noun};
        ontology.add(item);
    }
    return ontology;
}

Entity make_entity(std::string name, std::string class_iri) {
    Entity entity;
    entity.name = std::move(name);
    entity.class_iri = std::move(class_iri);
    return entity;
}

Mention make_name(const Document& document, std::uint32_t token, std::uint32_t entity) {
    Mention mention;
    mention.first = mention.head = token;
    mention.last = token + 1;
    mention.entity = entity;
    mention.sentence = document.tokens[token].sentence;
    return mention;
}

/// "Anna joined Tide . / She praised the series and its studio Nord ."
struct Scene {
    TreeDocument document{"Anna Anna PROPN NNP 2 nsubj\njoined join VERB VBD 0 root\nTide Tide PROPN NNP 2 obj\n. . PUNCT . 2 punct\n\n"
                          "She she PRON PRP 2 nsubj\npraised praise VERB VBD 0 root\nthe the DET DT 4 det\nseries series NOUN NN 2 obj\n"
                          ". . PUNCT . 2 punct\n\nNord Nord PROPN NNP 2 nsubj\npaid pay VERB VBD 0 root"};
    Ontology ontology = make_ontology();
    ClassNouns nouns{ontology};
    PronounList pronouns{std::filesystem::path(LEDE_SOURCE_DIR) / "src/data/english"};
    CoreferenceResolver resolver{ontology, nouns, pronouns};
    std::vector<Entity> entities{make_entity("Anna", person), make_entity("Tide", work), make_entity("Nord", organisation)};

    std::vector<Mention> resolve() {
        std::vector<Mention> mentions{make_name(*document, 0, 0), make_name(*document, 2, 1), make_name(*document, document.token("Nord"), 2)};
        for (const Mention& pronoun : find_pronouns(*document)) mentions.push_back(pronoun);
        const std::vector<bool> taken(document->tokens.size(), false);
        for (const Mention& description : find_descriptions(*document, taken)) mentions.push_back(description);
        std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.first < b.first; });
        resolver.resolve(*document, entities, mentions);
        return mentions;
    }
    std::uint32_t entity_at(const std::vector<Mention>& mentions, std::string_view form) const {
        for (const Mention& mention : mentions)
            if (document->form(mention.first) == form) return mention.entity;
        return Mention::no_entity;
    }
};

}  // namespace

TEST_CASE("A pronoun stands for a person of its gender") {
    Scene scene;
    CHECK(scene.entity_at(scene.resolve(), "She") == 0);
}

TEST_CASE("A description stands for a thing whose class has the noun") {
    Scene scene;
    CHECK(scene.entity_at(scene.resolve(), "series") == 1);
}

TEST_CASE("A sentence may be about what the sentences before it named, but not about what it names itself") {
    Scene scene;
    const std::vector<Mention> mentions = scene.resolve();
    bool tide_implied = false;
    for (const Mention& mention : find_implicit_mentions(*scene.document, scene.entities, mentions, scene.ontology)) {
        CHECK(mention.kind == MentionKind::implicit);
        CHECK(mention.sentence > 0);
        if (mention.sentence == 1) CHECK(mention.entity != 0);
        tide_implied |= mention.sentence == 2 && mention.entity == 1;
    }
    CHECK(tide_implied);
}
