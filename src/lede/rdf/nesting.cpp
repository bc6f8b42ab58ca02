#include <algorithm>
#include <cstddef>

#include <lede/base/error.hpp>
#include <lede/rdf/nesting.hpp>

namespace lede {
namespace {

constexpr std::size_t deepest = 1000;  // far more than people write, far less than the stack of a thread holds

bool opens(char c) {
    return c == '[' || c == '(';
}
bool closes(char c) {
    return c == ']' || c == ')';
}

/// Behind the string that begins at `at`; the end of the text for one without an end.
std::size_t end_of_string(std::string_view bytes, std::size_t at) {
    const std::string_view three = bytes.substr(at, 3);
    const bool is_long = three == "\"\"\"" || three == "'''";
    const std::string_view quote = is_long ? three : bytes.substr(at, 1);
    for (at += quote.size(); at < bytes.size(); ++at) {
        if (bytes[at] == '\\') {
            ++at;
        } else if (bytes.substr(at, quote.size()) == quote) {
            return at + quote.size();
        } else if (!is_long && bytes[at] == '\n') {
            return at;  // a string without its end, which the reader tells of
        }
    }
    return bytes.size();
}

/// Behind the IRI that begins at `at`, or behind the sign if it is none.
std::size_t end_of_iri(std::string_view bytes, std::size_t at) {
    const std::size_t end = bytes.find_first_of("> \n", at);
    return end == std::string_view::npos || bytes[end] != '>' ? at + 1 : end + 1;
}

}  // namespace

void check_nesting(std::string_view bytes, Syntax syntax, const std::string& path) {
    if (syntax == Syntax::ntriples || syntax == Syntax::nquads) return;
    if (static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), opens)) <= deepest) return;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const char c = bytes[at];
        if (c == '"' || c == '\'') {
            at = end_of_string(bytes, at);
        } else if (c == '<') {
            at = end_of_iri(bytes, at);
        } else if (c == '#') {
            at = std::min(bytes.find('\n', at), bytes.size());
        } else {
            if (closes(c) && depth > 0) --depth;
            if (opens(c) && ++depth > deepest) {
                const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
                throw InputError(path, static_cast<std::size_t>(line), 0,
                                 "brackets are nested more than " + std::to_string(deepest) + " deep; give the nodes names instead");
            }
            at += c == '\\' ? 2 : 1;  // an escaped sign in a local name
        }
    }
}

}  // namespace lede
