#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include <lede/rdf/statement_line.hpp>

namespace lede {

/// A statement about a statement: RDF 1.1 reification, or an RDF 1.2 reifier as the reader hands it over. All are terms
/// of N-Quads as they stand in a line.
struct ReifiedStatement {
    std::string node;  ///< the statement's own
    std::string subject, predicate, object;
    std::string sentence;  ///< it was derived from; empty if that is not said
    std::string graph;     ///< empty in the default graph
    bool asserted = true;  ///< false if it has a status

    /// "<s> <p> <o>".
    std::string triple() const { return subject + " " + predicate + " " + object; }
    /// The IRI, without brackets, of the article that the sentence is a part of, else the node; empty for a blank node.
    std::string_view article() const;
};

/// Finds the reified statements among lines of N-Quads. The lines of one subject must come together.
class ReifiedStatements {
  public:
    using Handler = std::function<void(const ReifiedStatement&)>;
    explicit ReifiedStatements(Handler handler) : handler_(std::move(handler)) {}

    void read(const StatementParts& parts);
    /// Ends the last subject; reading may go on with another.
    void finish();

  private:
    Handler handler_;
    ReifiedStatement now_;
    bool any_ = false;
};

/// An IRI without its brackets; other terms as they are.
std::string_view without_brackets(std::string_view term);

}  // namespace lede
