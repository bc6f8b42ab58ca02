#include <lede/store/update_text.hpp>

namespace lede {

std::string make_insert(std::string_view ntriples, std::string_view graph, bool replace) {
    const std::string target = graph.empty() ? "DEFAULT" : "GRAPH <" + std::string(graph) + ">";
    std::string text;
    text.reserve(ntriples.size() + 200);
    if (replace) text += "CLEAR SILENT " + target + " ;\n";
    text += "INSERT DATA {\n";
    if (!graph.empty()) text += target + " {\n";
    for (std::size_t at = 0; at < ntriples.size(); ++at) {
        text += ntriples[at];
        if (ntriples[at] != '\\' || at + 1 == ntriples.size()) continue;
        const char escaped = ntriples[++at];
        text += escaped;
        if (escaped != '\\' || at + 1 == ntriples.size()) continue;
        const char next = ntriples[at + 1];
        if (next != 'u' && next != 'U') continue;
        text += next == 'u' ? "\\u0075" : "\\u0055";
        ++at;
    }
    return text += graph.empty() ? "}\n" : "}\n}\n";
}

}  // namespace lede
