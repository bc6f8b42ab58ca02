#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

/// Turns terms as they stand in N-Triples into the shorter ones of Turtle: prefixed names, IRIs relative to a base,
/// bare numbers.
class TurtleTerms {
  public:
    /// `base` as in WriterOptions.
    TurtleTerms(std::string_view base, const std::map<std::string, std::string>& prefixes);

    /// The @base and @prefix lines.
    std::string header() const;
    std::string shorten(std::string_view term) const;
    /// As shorten, but "a" for rdf:type.
    std::string shorten_predicate(std::string_view term) const;

  private:
    std::string base_;
    std::map<std::string, std::string> prefixes_;              ///< name to IRI
    std::vector<std::pair<std::string, std::string>> spaces_;  ///< IRI to name, longest first

    std::string shorten_iri(std::string_view iri) const;
    std::string shorten_literal(std::string_view literal) const;
};

}  // namespace lede
