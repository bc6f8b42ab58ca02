#pragma once

#include <string>
#include <string_view>

#include <lede/rdf/syntax.hpp>

namespace lede {

/// Throws InputError (path, line, what to do) if brackets of Turtle or TriG are nested deeper than any graph needs: Serd
/// reads them by recursion, so that a file of brackets alone would exhaust its stack.
void check_nesting(std::string_view bytes, Syntax syntax, const std::string& path);

}  // namespace lede
