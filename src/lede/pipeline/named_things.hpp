#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <lede/ontology/ontology.hpp>
#include <lede/pipeline/line_sorter.hpp>
#include <lede/rdf/statement_line.hpp>

namespace lede {

/// What tells whether two IRIs may mean one thing. The names are literals of N-Quads.
struct NamedThing {
    std::string iri;
    std::vector<std::string> classes;
    std::vector<std::string> names;
    std::vector<std::string> aliases;
    std::vector<std::pair<std::string, std::string>> values;  ///< of functional properties: IRI and term
};

/// Brings together the things of a graph that have something of their names in common, by external sorts.
class NamedThings {
  public:
    explicit NamedThings(const Ontology& ontology);

    void note(const StatementParts& parts);

    /// Hands over each thing, sorted by IRI.
    void each(const std::function<void(const NamedThing&)>& sink);
    /// Hands over, after each(), the things of one base and name under several classes.
    void each_name(const std::function<void(const std::vector<NamedThing>&)>& sink);
    /// Hands over, after each(), the things of one base whose name or alias is this acronym. Those that have it as
    /// alias have a name whose initials it is.
    void each_acronym(const std::function<void(std::string_view acronym, const std::vector<NamedThing>&)>& sink);

  private:
    std::set<std::string, std::less<>> functional_;  ///< few; looked up by views
    std::unordered_set<std::string> class_slugs_;
    LineSorter statements_;
    LineSorter names_{std::size_t{16} << 20};
    LineSorter acronyms_{std::size_t{16} << 20};

    void index(const NamedThing& thing);
};

/// The part of an entity's IRI before its class and name.
std::string_view base_of_entity(std::string_view iri);
/// The text of a literal of N-Quads, escapes and all.
std::string_view text_of_literal(std::string_view literal);
/// The same with its escapes read back: only the short ones and \u00XX are written, and line ends and the like become
/// blanks.
std::string plain_text(std::string_view literal);

/// Whether the text is written like an acronym: "WHO", "AT&T", 2 to 6 signs without a small letter.
bool is_acronym(std::string_view text);
/// Whether its letters are initials of the words of the name, in order, the first of the first: "WHO" of "World Health
/// Organization". Words in small letters may be left out.
bool has_initials(std::string_view name, std::string_view acronym);

}  // namespace lede
