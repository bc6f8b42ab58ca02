#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lede {

enum class QueryForm { select, ask, construct, describe, update, unknown };

/// The form of a query by its first keyword behind the prologue (BASE, PREFIX, VERSION) and comments.
QueryForm find_query_form(std::string_view query);

/// The prefixes that the prologue of a query declares: name (without ":") to IRI.
std::map<std::string, std::string> find_prefixes(std::string_view query);

/// A place in a query, both from 1; column 0: only the line is known.
struct QueryPlace {
    std::size_t line = 0;
    std::size_t column = 0;

    bool operator==(const QueryPlace&) const = default;
};

/// The place that a store's message speaks of: "line 2: syntax error at '}'" (Virtuoso), "at line 1, column 32"
/// (Jena, RDF4J), "error at 1:33: expected" (Oxigraph). Where it names the line and a word that stands there once, the
/// column is that of the word.
std::optional<QueryPlace> find_error_place(std::string_view message, std::string_view query);

/// The line of the query with a caret under the place, both indented behind the line's number:
///       2 |  ?s ?p }
///         |        ^
/// Safe for a terminal; a long line is cut around the place. Without a line end.
std::string mark_place(std::string_view query, QueryPlace place);

/// What a server says in the body of an error, for people: markup, echoes of the query and blank lines left out,
/// at most some lines, safe for a terminal. May be empty.
std::string plain_message(std::string_view body, std::string_view content_type);

}  // namespace lede
