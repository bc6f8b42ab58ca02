// Builds one graph of articles in memory and lists what is near a thing of it. Usage: walk_graph NAME FILE…
#include <exception>
#include <iostream>
#include <variant>

#include <lede/lede.hpp>

namespace {

/// Adds the entities of an article and the facts between them that it asserts.
void add(const lede::ArticleFacts& article, const lede::RdfOptions& options, lede::GraphBuilder& builder) {
    for (const lede::Entity& entity : article.entities) {
        const std::string iri = iri_of(entity, article.article, options);
        builder.add_name(iri, entity.name);
        builder.add_type(iri, entity.class_iri);
    }
    const auto iri = [&](lede::EntityId id) { return iri_of(article.entities[id], article.article, options); };
    for (const lede::Fact& fact : article.facts) {
        const auto* object = std::get_if<lede::EntityId>(&fact.object);
        if (object && fact.status == lede::Status::asserted)
            builder.add_edge(iri(fact.subject), fact.property_iri, iri(*object), nullptr);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: walk_graph NAME FILE...\n";
        return 2;
    }
    try {
        const lede::Pipeline pipeline({});
        const auto warn = [](const lede::Diagnostic& doubt) { std::cerr << doubt.where << ": " << doubt.message << "\n"; };
        lede::GraphBuilder builder;
        lede::for_each_article({arguments + 2, arguments + count}, {}, [&](lede::Article&& article) {
            add(pipeline.extract(article), {}, builder);
        }, warn);
        const lede::KnowledgeGraph graph = builder.build();
        for (const lede::NodeId start : find_nodes(graph, arguments[1]))
            for (const lede::Neighbour& near : find_neighbours(graph, start, 2, {}))
                std::cout << near.depth << "  " << graph.name_of(near.node) << "  (" << graph.name_of(near.from) << ", "
                          << graph.label_of(graph.property_of(near.hops.front().edge)) << ")\n";
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
        return 1;
    }
}
