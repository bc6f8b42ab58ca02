#pragma once

#include <string>
#include <string_view>

namespace lede {

/// A SPARQL Update that adds statements to a graph ("" is the default graph), with `replace` in place of what is
/// there. `ntriples` are canonical lines as append_ntriples gives them, whose IRIs hold no character that an IRI may
/// not have; nothing in a literal or an IRI can then end the statement. SPARQL decodes \u sequences before it looks for
/// quotation marks and brackets (section 19.2); taken to the letter, also behind an escaped backslash. The stores of
/// the tests do not take it so, but a backslash in a text is kept away from a "u" behind it all the same.
std::string make_insert(std::string_view ntriples, std::string_view graph, bool replace);

}  // namespace lede
