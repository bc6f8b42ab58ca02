#include <string>
#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <vector>

#include <lede/pipeline/write_graph.hpp>

using namespace lede;

namespace {

Ontology make_ontology() {
    Ontology ontology;
    OntologyClass general, special;
    general.iri = "https://schema.org/Organization";
    special.iri = "https://schema.org/Corporation";
    special.parents = {general.iri};
    ontology.add(general);
    ontology.add(special);
    return ontology;
}

/// One entity named as the article's first word, a corporation if the text says so.
ArticleFacts extract_by_hand(const Article& article) {
    ArticleFacts facts;
    facts.article = article.info;
    facts.text = article.text;
    const bool special = article.text.find("corporation") != std::string::npos;
    facts.entities.push_back(
        {.name = article.text.substr(0, article.text.find(' ')),
         .aliases = {},
         .class_iri = special ? "https://schema.org/Corporation" : "https://schema.org/Organization",
         .iri = "",
         .mentions = {{0, 4}}});
    return facts;
}

std::string write(const std::vector<std::string>& inputs, Syntax syntax, unsigned jobs) {
    std::string graph;
    RunOptions run;
    run.jobs = jobs;
    GraphOptions options;
    options.syntax = syntax;
    options.rdf.provenance = has_graphs(syntax) ? Provenance::graph : Provenance::none;
    write_graph(inputs, run, extract_by_hand, make_ontology(), options, [&](std::string_view text) { graph += text; },
                {});
    return graph;
}

}  // namespace

TEST_CASE("The graph is the same bytes for any number of threads and order of the files", "[graph]") {
    const TemporaryFolder folder;
    std::vector<std::string> inputs;
    for (int i = 0; i < 30; ++i) {
        const std::string n = std::to_string(i);
        inputs.push_back(
            folder.write(n + ".txt", "Acme" + std::to_string(i % 7) + (i % 3 ? " is here." : " is a corporation.")));
    }
    const std::vector<std::string> reversed(inputs.rbegin(), inputs.rend());
    for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads}) {
        const std::string graph = write(inputs, syntax, 1);
        CHECK(graph.find("acme6") != std::string::npos);
        CHECK(write(reversed, syntax, 4) == graph);
    }
}

TEST_CASE("What one article calls a corporation and another an organisation is one thing", "[graph]") {
    const TemporaryFolder folder;
    const auto general = folder.write("a.txt", "Acme is here.");
    const auto special = folder.write("b.txt", "Acme is a corporation.");
    const std::string alone = write({general}, Syntax::ntriples, 1);
    CHECK(alone.find("<https://example.org/organization/acme>") != std::string::npos);
    for (const Syntax syntax : {Syntax::ntriples, Syntax::trig}) {
        const std::string both = write({general, special}, syntax, 1);
        CHECK(both.find("organization/acme") == std::string::npos);
        CHECK(both.find("corporation/acme") != std::string::npos);
    }
}

TEST_CASE("Nothing is written if no article could be read", "[graph]") {
    const TemporaryFolder folder;
    CHECK(write({folder.write("a.txt", "")}, Syntax::turtle, 1).empty());
}
