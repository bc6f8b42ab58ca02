// Bytes of any kind as RDF, in the syntax that the first byte chooses; what could be read is written in all four and
// read again.
#include <algorithm>
#include <array>
#include <set>

#include <lede/base/error.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/reifier_folder.hpp>
#include <lede/rdf/statement_line.hpp>

#include "fuzz.hpp"

using namespace lede;

namespace {

constexpr std::array syntaxes{Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads};

using Lines = std::set<std::string>;

struct Graph {
    Lines lines;
    std::map<std::string, std::string> prefixes;
    std::string base;
    bool triple_terms = false;
};

Graph read(std::string_view bytes, Syntax syntax) {
    Graph graph;
    RdfSource source;
    source.path = "/graphs/graph.ttl";
    source.blank_prefix = "f1";  // as all commands do: without one, Serd may give two nodes one label
    source.on_prefix = [&](const std::string& prefix, const std::string& iri) { graph.prefixes[prefix] = iri; };
    source.on_base = [&](const std::string& iri) { graph.base = iri; };
    source.on_triple_terms = [&] { graph.triple_terms = true; };
    read_rdf(bytes, syntax, source, [&](const Quad& quad, std::size_t) { graph.lines.insert(to_nquad(quad)); });
    return graph;
}

std::string without_graph(const std::string& line) {
    const StatementParts parts = split_statement(line);
    return std::string(parts.subject) + " " + std::string(parts.predicate) + " " + std::string(parts.object) + " .";
}

std::string write(const Graph& graph, Syntax syntax, bool fold) {
    Lines sorted;
    for (const std::string& line : graph.lines)
        sorted.insert(to_sortable(has_graphs(syntax) ? line : without_graph(line), syntax));
    std::string text;
    RdfWriter writer({syntax, graph.base, graph.prefixes}, [&](std::string_view part) { text += part; });
    ReifierFolder folder(syntax, [&](std::string_view line) { writer.write(line); });
    for (const std::string& line : sorted) fold ? folder.write(line) : writer.write(line);
    folder.finish();
    writer.finish();
    return text;
}

/// What does not depend on the labels of blank nodes, which a reader may change: the lines with one label for all.
std::multiset<std::string> without_labels(const Lines& lines) {
    std::multiset<std::string> result;
    const auto unlabelled = [](std::string_view term) { return term.starts_with("_:") ? "_:" : std::string(term); };
    for (const std::string& line : lines) {
        const StatementParts parts = split_statement(line);
        result.insert(unlabelled(parts.subject) + " " + std::string(parts.predicate) + " " + unlabelled(parts.object) +
                      " " + unlabelled(parts.graph));
    }
    return result;
}

void compare(const Graph& graph, Syntax syntax, bool fold) {
    const std::string text = write(graph, syntax, fold);
    Lines expected;
    for (const std::string& line : graph.lines) expected.insert(has_graphs(syntax) ? line : without_graph(line));
    try {
        const Lines again = read(text, syntax).lines;
        fuzz::require(without_labels(again) == without_labels(expected),
                      std::string("another graph after ") + to_string(syntax) + ":\n" + text);
    } catch (const InputError& error) {
        fuzz::require(false, std::string(error.what()) + "\n" + text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::string_view input = fuzz::view(bytes, size);
    const Syntax from = syntaxes[fuzz::take_byte(input) % syntaxes.size()];
    Graph graph;
    try {
        graph = read(input, from);
    } catch (const InputError&) {  // what the user is told
        return 0;
    }
    for (const Syntax syntax : syntaxes) {
        compare(graph, syntax, false);
        if (graph.triple_terms) compare(graph, syntax, true);
    }
    return 0;
}
