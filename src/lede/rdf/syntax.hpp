#pragma once

#include <optional>
#include <string_view>

namespace lede {

enum class Syntax { turtle, trig, ntriples, nquads };

/// By the file's suffix: .ttl, .trig, .nt, .nq; a ".gz" behind it is not looked through. Empty for another suffix.
std::optional<Syntax> find_syntax(std::string_view path);
/// By its name on the command line: turtle, trig, ntriples, nquads (or a suffix without its dot).
std::optional<Syntax> parse_syntax(std::string_view name);
const char* to_string(Syntax syntax);
/// Whether the syntax can say in which graph a statement is.
constexpr bool has_graphs(Syntax syntax) {
    return syntax == Syntax::trig || syntax == Syntax::nquads;
}

}  // namespace lede
