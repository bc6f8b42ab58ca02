#include <lede/pipeline/statement_articles.hpp>
#include <lede/rdf/article_parts.hpp>

namespace lede {

namespace {

/// The article that has this graph, or else that this is a part of; empty if there is none.
std::string_view find_article(std::string_view graph, std::string_view part) {
    if (graph.starts_with('<') && is_article_iri(without_brackets(graph))) return without_brackets(graph);
    if (!part.starts_with('<')) return {};
    const std::string_view article = article_of_part(without_brackets(part));
    return is_article_iri(article) ? article : std::string_view();
}

}  // namespace

void StatementArticles::add(const ReifiedStatement& one) {
    const std::string_view by_sentence = find_article(one.graph, one.sentence);
    const std::string_view by_node = find_article(one.graph, one.node);
    const std::string_view article = by_sentence.empty() ? by_node : by_sentence;
    if (article != by_node) article_of_node_[one.node] = article;
    handler_(one, article);
}

std::string_view StatementArticles::article_of(const StatementParts& parts) const {
    if (!article_of_node_.empty()) {
        const auto at = article_of_node_.find(std::string(parts.subject));
        if (at != article_of_node_.end()) return at->second;
    }
    return find_article(parts.graph, parts.subject);
}

}  // namespace lede
