#include <algorithm>

#include <lede/base/error.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/rdf/vocabulary.hpp>

namespace lede {
namespace {

constexpr std::string_view open_mark = "<<( ";
constexpr std::string_view close_mark = " )>>";

[[noreturn]] void fail(std::string_view line) {
    throw Error("not a line of N-Quads: " + std::string(line));
}

std::size_t end_of_literal(std::string_view rest) {
    std::size_t at = 1;
    while (at < rest.size() && rest[at] != '"') at += rest[at] == '\\' ? 2 : 1;
    if (at >= rest.size()) return std::string_view::npos;
    return std::min(rest.find(' ', at), rest.size());
}

std::size_t end_of_triple_term(std::string_view rest) {
    std::size_t at = open_mark.size();
    while (at < rest.size() && !rest.substr(at).starts_with(close_mark)) {
        if (rest[at] == '"')
            at += end_of_literal(rest.substr(at));
        else
            ++at;
    }
    return at < rest.size() ? at + close_mark.size() : std::string_view::npos;
}

/// Cuts the first term and the blank behind it off `rest`.
std::string_view take_term(std::string_view& rest, std::string_view line) {
    std::size_t end = std::string_view::npos;
    if (rest.starts_with(open_mark))
        end = end_of_triple_term(rest);
    else if (rest.starts_with('"'))
        end = end_of_literal(rest);
    else if (!rest.empty())
        end = std::min(rest.find(' '), rest.size());
    if (end == std::string_view::npos || end == 0) fail(line);
    const std::string_view term = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return term;
}

}  // namespace

StatementParts split_statement(std::string_view line) {
    std::string_view rest = line;
    StatementParts parts;
    parts.subject = take_term(rest, line);
    parts.predicate = take_term(rest, line);
    parts.object = take_term(rest, line);
    if (!rest.empty() && rest != ".") parts.graph = take_term(rest, line);
    if (!rest.empty() && rest != ".") fail(line);
    return parts;
}

StatementParts split_triple_term(std::string_view term) {
    if (!term.starts_with(open_mark) || !term.ends_with(close_mark)) fail(term);
    return split_statement(term.substr(open_mark.size(), term.size() - open_mark.size() - close_mark.size()));
}

std::string to_sortable(std::string_view nquad, Syntax syntax) {
    if (syntax != Syntax::trig) return std::string(nquad);
    const StatementParts parts = split_statement(nquad);
    std::string line(parts.graph.empty() ? "!" : parts.graph);
    for (std::string_view part : {parts.subject, parts.predicate, parts.object}) line.append(" ").append(part);
    return line.append(" .");
}

std::string rename_iris(std::string_view nquad, const std::function<std::string(std::string_view)>& find) {
    bool renamed = false;
    const auto rename = [&](std::string_view term) -> std::string {
        if (!term.starts_with('<') || term.starts_with("<<")) return std::string(term);
        const std::string other = find(term.substr(1, term.size() - 2));
        renamed |= !other.empty();
        return other.empty() ? std::string(term) : "<" + other + ">";
    };
    const StatementParts parts = split_statement(nquad);
    const std::string subject = rename(parts.subject);
    const bool is_type = parts.predicate.substr(1, parts.predicate.size() - 2) == terms::type;
    if (renamed && is_type) return {};
    std::string object;
    if (parts.object.starts_with(open_mark)) {
        const StatementParts inner = split_triple_term(parts.object);
        object.append(open_mark).append(rename(inner.subject)).append(" ").append(inner.predicate).append(" ");
        object.append(rename(inner.object)).append(close_mark);
    } else {
        object = rename(parts.object);
    }
    if (!renamed) return std::string(nquad);
    std::string line = subject + " " + std::string(parts.predicate) + " " + object;
    if (!parts.graph.empty()) line.append(" ").append(parts.graph);
    return line + " .";
}

}  // namespace lede
