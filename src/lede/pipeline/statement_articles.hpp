#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <lede/rdf/reified_statements.hpp>

namespace lede {

/// Tells by which article a line of N-Quads is said: that whose named graph it stands in, or whose part its subject is,
/// or from a sentence of which the statement was derived that its subject is the node of. What is in the default graph
/// of a thing by itself is said by no article in particular.
class StatementArticles {
  public:
    /// The statement's article is its IRI without brackets, empty if it is not known.
    using Handler = std::function<void(const ReifiedStatement&, std::string_view article)>;
    explicit StatementArticles(Handler handler) : handler_(std::move(handler)) {}

    /// Takes note of a line; those of a subject must come together. Reified statements are handed over.
    void note(const StatementParts& parts) { reader_.read(parts); }
    void finish() { reader_.finish(); }

    /// The article's IRI without brackets; empty if there is none. To be asked for nodes of statements when all lines
    /// were noted; other answers do not change. The view lives as long as the line and the object do.
    std::string_view article_of(const StatementParts& parts) const;

  private:
    Handler handler_;
    /// Of the nodes whose own IRI tells another article or none, as few are.
    std::unordered_map<std::string, std::string> article_of_node_;
    ReifiedStatements reader_{[this](const ReifiedStatement& one) { add(one); }};

    void add(const ReifiedStatement& one);
};

}  // namespace lede
