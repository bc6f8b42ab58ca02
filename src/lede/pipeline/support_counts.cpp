#include <algorithm>
#include <vector>

#include <lede/model/literal.hpp>
#include <lede/pipeline/support_counts.hpp>
#include <lede/rdf/term.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {

namespace {

/// The statements of one fact.
class FactSupport {
  public:
    void add(std::string_view article, std::string_view node) {
        // They come sorted by article.
        if (nodes_.empty() || article != article_) ++articles_;
        article_ = article;
        nodes_.emplace_back(node);
    }

    void end(const std::function<void(std::string_view)>& sink) {
        for (const std::string& node : nodes_) {
            const auto graph = node.find(' ');
            std::string line = node.substr(0, graph);
            append_iri(line += ' ', terms::support);
            line.append(" \"").append(std::to_string(articles_)).append("\"");
            append_iri(line += "^^", lede::iri_of(Datatype::integer));
            if (graph != std::string::npos) line.append(node.substr(graph));
            sink(line + " .");
        }
        nodes_.clear();
        articles_ = 0;
    }

  private:
    std::size_t articles_ = 0;
    std::string article_;
    std::vector<std::string> nodes_;  ///< with their graphs behind them
};

}  // namespace

bool SupportCounts::note(std::string_view nquad) {
    const StatementParts parts = split_statement(nquad);
    if (without_brackets(parts.predicate) == terms::support) return false;
    reader_.read(parts);
    return true;
}

void SupportCounts::add(const ReifiedStatement& one) {
    if (!one.asserted || one.sentence.empty() || one.article().empty()) return;
    std::string line = one.triple();
    line.append({part_end}).append(one.article()).append({part_end}).append(one.node);
    if (!one.graph.empty()) line.append(" ").append(one.graph);
    statements_.add(line);
}

void SupportCounts::merge(const std::function<void(std::string_view)>& sink) {
    reader_.finish();
    FactSupport fact;
    std::string triple;
    statements_.merge([&](std::string_view line) {
        const auto article = line.find(part_end);
        const auto node = line.find(part_end, article + 1);
        if (line.substr(0, article) != triple) fact.end(sink);
        triple = line.substr(0, article);
        fact.add(line.substr(article + 1, node - article - 1), line.substr(node + 1));
    });
    fact.end(sink);
}

}  // namespace lede
