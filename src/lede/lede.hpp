#pragma once

/// All that a user of the library needs: read articles, extract their facts, write them as RDF, and walk the graph.
///
///     lede::Pipeline pipeline({});                       // models and ontology, loaded once
///     lede::Article article;
///     article.text = "Nordbro, a bridge builder based in Copenhagen, was founded by Karl Holm in 1961.";
///     lede::ArticleFacts facts = pipeline.extract(article);
///     for (const lede::Fact& fact : facts.facts) std::cout << to_string(facts, fact) << "\n";

#include <lede/extraction/open_extractor.hpp>
#include <lede/graph/find_nodes.hpp>
#include <lede/graph/graph_builder.hpp>
#include <lede/graph/graph_file.hpp>
#include <lede/graph/knowledge_graph.hpp>
#include <lede/graph/rank.hpp>
#include <lede/graph/traversal.hpp>
#include <lede/model/facts.hpp>
#include <lede/pipeline/extract_articles.hpp>
#include <lede/pipeline/pipeline.hpp>
#include <lede/pipeline/write_graph.hpp>
#include <lede/rdf/article_quads.hpp>
#include <lede/rdf/graph_reader.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/text/article.hpp>
#include <lede/text/read_articles.hpp>
