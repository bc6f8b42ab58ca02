#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lede/base/word_list.hpp>

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
    /// Appends what shorten() gives.
    void append(std::string& text, std::string_view term) const;
    /// The same, but "a" for rdf:type.
    void append_predicate(std::string& text, std::string_view term) const;

  private:
    std::string base_;
    std::map<std::string, std::string> prefixes_;  ///< name to IRI
    StringMap<std::string> spaces_;                ///< IRI to name, of those that end in "/", "#" and the like
    std::vector<std::pair<std::string, std::string>> odd_spaces_;  ///< the others, longest first

    void append_iri(std::string& text, std::string_view iri) const;
    void append_literal(std::string& text, std::string_view literal) const;
};

}  // namespace lede
