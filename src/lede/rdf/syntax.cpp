#include <array>
#include <string>

#include <lede/rdf/syntax.hpp>

namespace lede {
namespace {

struct Row {
    Syntax syntax;
    const char* name;
    std::array<std::string_view, 3> suffixes;
};

constexpr std::array rows{
    Row{Syntax::turtle, "turtle", {"ttl", "turtle", "n3"}},
    Row{Syntax::trig, "trig", {"trig", "trig", "trig"}},
    Row{Syntax::ntriples, "ntriples", {"nt", "ntriples", "n-triples"}},
    Row{Syntax::nquads, "nquads", {"nq", "nquads", "n-quads"}},
};

}  // namespace

std::optional<Syntax> parse_syntax(std::string_view name) {
    std::string lower(name);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const Row& row : rows) {
        for (std::string_view suffix : row.suffixes) {
            if (lower == suffix) return row.syntax;
        }
    }
    return std::nullopt;
}

std::optional<Syntax> find_syntax(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? std::nullopt : parse_syntax(path.substr(dot + 1));
}

const char* to_string(Syntax syntax) {
    for (const Row& row : rows) {
        if (row.syntax == syntax) return row.name;
    }
    return "";
}

}  // namespace lede
