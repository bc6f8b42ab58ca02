#include <algorithm>
#include <vector>

#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/reifier_folder.hpp>
#include <lede/rdf/statement_line.hpp>
#include <lede/store/construct.hpp>

namespace lede {
namespace {

Syntax syntax_of(const HttpResponse& response) {
    const std::string& type = response.content_type;
    if (type == "application/n-triples" || type == "text/plain" || type == "text/ntriples") return Syntax::ntriples;
    if (type == "text/turtle" || type == "application/turtle" || type == "application/x-turtle" || type == "text/n3")
        return Syntax::turtle;
    throw StoreError("the store's answer is of the type \"" + type +
                     "\", not Turtle or N-Triples; is the address that of a SPARQL query endpoint?");
}

}  // namespace

void write_constructed(const HttpResponse& response, Syntax syntax, const std::map<std::string, std::string>& prefixes,
                       const TextSink& sink) {
    std::vector<std::string> lines;
    bool triple_terms = false;
    RdfSource source;
    source.path = "the store's answer";
    source.on_triple_terms = [&] { triple_terms = true; };
    read_rdf(response.body, syntax_of(response), source,
             [&](const Quad& quad, std::size_t) { lines.push_back(to_sortable(to_nquad(quad), syntax)); });
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    RdfWriter writer({syntax, "", prefixes}, sink);
    ReifierFolder folder(syntax, [&](std::string_view line) { writer.write(line); });
    for (const std::string& line : lines) triple_terms ? folder.write(line) : writer.write(line);
    folder.finish();
    writer.finish();
}

}  // namespace lede
