#include <string_view>

#include <lede/store/endpoints.hpp>

namespace lede {
namespace {

Endpoints virtuoso(const Url& url, bool authenticated) {
    const std::string suffix = authenticated ? "-auth" : "";
    return {url.with_path("/sparql-graph-crud" + suffix), url.with_path("/sparql-auth"),
            url.with_path("/sparql" + suffix)};
}

Endpoints oxigraph(const Url& url) {
    return {url.with_path("/store"), url.with_path("/update"), url.with_path("/query")};
}

/// `path` ends with "/".
Endpoints fuseki(const Url& url, std::string_view path) {
    const std::string dataset = url.with_path(path);
    return {dataset + "data", dataset + "update", dataset + "query"};
}

std::optional<Endpoints> rdf4j(const Url& url) {
    constexpr std::string_view mark = "/repositories/";
    const std::size_t at = url.path.find(mark);
    if (at == std::string::npos) return std::nullopt;
    const std::size_t end = url.path.find('/', at + mark.size());
    const std::string repository = url.with_path(std::string_view(url.path).substr(0, end));
    return Endpoints{repository + "/rdf-graphs/service", repository + "/statements", repository};
}

}  // namespace

std::optional<Endpoints> find_endpoints(const Url& url) {
    if (url.path == "/") return std::nullopt;
    if (const auto found = rdf4j(url)) return found;
    const std::size_t slash = url.path.rfind('/');
    const std::string_view folder = std::string_view(url.path).substr(0, slash + 1);
    const std::string_view last = std::string_view(url.path).substr(slash + 1);
    if (last == "sparql-graph-crud-auth" || last == "sparql-auth") return virtuoso(url, true);
    if (last == "sparql-graph-crud" || (last == "sparql" && folder == "/")) return virtuoso(url, false);
    if (folder == "/" && (last == "store" || last == "query" || last == "update")) return oxigraph(url);
    for (const std::string_view service : {"data", "get", "query", "sparql", "update"}) {
        if (last == service && folder != "/") return fuseki(url, folder);
    }
    return Endpoints{url.text(), url.text(), url.text()};
}

std::optional<Endpoints> endpoints_of_server(const Url& root, const std::string& server) {
    if (server.find("Virtuoso") != std::string::npos) return virtuoso(root, true);
    if (server.find("Oxigraph") != std::string::npos) return oxigraph(root);
    return std::nullopt;
}

}  // namespace lede
