#include <charconv>
#include <utility>

#include <lede/store/query_text.hpp>
#include <lede/store/sparql_results.hpp>
#include <lede/store/store_client.hpp>

namespace lede {
namespace {

constexpr const char* ntriples_type = "application/n-triples";
constexpr const char* results_type = "application/sparql-results+json";

bool is_success(const HttpResponse& response) {
    return response.status >= 200 && response.status < 300;
}

std::string advice_for(const HttpResponse& response) {
    switch (response.status) {
        case 401:
            return "; give user and password in LEDE_STORE_USER and LEDE_STORE_PASSWORD, a token in LEDE_STORE_TOKEN, "
                   "or a login in a netrc file (--netrc), and see that they are right";
        case 403:
            return "; the store does not allow it to this user";
        case 404:
            return "; there is nothing at that address: see what the store calls its endpoints, and that its data set "
                   "exists";
        case 405:
        case 501:
            return "; the store does not take that there: where it has no Graph Store protocol, name its endpoint for "
                   "SPARQL updates with --update";
        case 413:
            return "; the request was too large: try a smaller --chunk";
        default:
            return "";
    }
}

std::string describe(const std::string& url, const HttpResponse& response, const std::string& what) {
    std::string said = plain_message(response.body, response.content_type);
    if (said.find('\n') != std::string::npos) said = "\n" + said;
    return url + ": " + what + ": the store answered " + std::to_string(response.status) +
           (said.empty() ? "" : ": " + said) + advice_for(response);
}

std::string with_parameter(const std::string& url, const std::string& parameter) {
    return url + (url.find('?') == std::string::npos ? "?" : "&") + parameter;
}

void require(const std::string& endpoint, const char* what) {
    if (endpoint.empty()) throw StoreError(std::string("the store's address for ") + what + " is not known");
}

std::uint64_t to_count(const std::string& digits) {
    std::uint64_t count = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (problem != std::errc() || end != digits.data() + digits.size())
        throw StoreError("the store gave \"" + digits + "\" for a count of statements");
    return count;
}

[[noreturn]] void throw_query_error(const std::string& url, const HttpResponse& response, std::string_view query) {
    const std::string said = plain_message(response.body, response.content_type);
    std::string message = url + ": the store did not take the query (answer " + std::to_string(response.status) + ")";
    const auto place = find_error_place(said, query);
    if (place) {
        message += " at line " + std::to_string(place->line);
        if (place->column > 0) message += ", column " + std::to_string(place->column);
    }
    if (!said.empty()) message += ":\n" + said;
    if (place) message += "\n" + mark_place(query, *place);
    throw QueryError(message, response.status);
}

}  // namespace

StoreClient::StoreClient(Endpoints endpoints, HttpOptions http, RetryPolicy retries)
    : endpoints_(std::move(endpoints)), client_(std::move(http)), retries_(std::move(retries)) {}

Endpoints StoreClient::ask_server(const Url& root, const HttpOptions& http, const RetryPolicy& retries) {
    HttpClient client(http);
    HttpRequest request;
    request.url = root.text();
    const HttpResponse response = send_with_retries(client, request, retries);
    if (const auto found = endpoints_of_server(root, response.server)) return *found;
    throw StoreError(root.text() +
                     ": it cannot be told what kind of store is there; give the address of its data set or graph "
                     "store, such as …/ds for Fuseki or …/sparql-graph-crud-auth for Virtuoso");
}

std::string StoreClient::graph_url(const std::string& graph) const {
    require(endpoints_.data, "the Graph Store protocol");
    return with_parameter(endpoints_.data, graph.empty() ? "default" : "graph=" + percent_encode(graph));
}

void StoreClient::send_graph(const char* method, const std::string& graph, std::string_view ntriples, bool repeatable) {
    HttpRequest request;
    request.method = method;
    request.url = graph_url(graph);
    request.content_type = ntriples_type;
    request.body = ntriples;
    const HttpResponse response = send_with_retries(client_, request, retries_, repeatable);
    if (is_success(response)) return;
    const std::string what = graph.empty() ? "the default graph" : "graph <" + graph + ">";
    std::string message = describe(request.url, response, what + " was not loaded");
    if (graph.empty() && response.body.find("default graph") != std::string::npos)
        message += "; say with --graph IRI where the statements go that are in no named graph";
    throw RefusedError(message, response.status);
}

void StoreClient::put_graph(const std::string& graph, std::string_view ntriples) {
    send_graph("PUT", graph, ntriples, true);
}

void StoreClient::post_graph(const std::string& graph, std::string_view ntriples, bool repeatable) {
    send_graph("POST", graph, ntriples, repeatable);
}

void StoreClient::update(std::string_view sparql, bool repeatable) {
    require(endpoints_.update, "SPARQL updates");
    HttpRequest request;
    request.method = "POST";
    request.url = endpoints_.update;
    request.content_type = "application/sparql-update";
    request.body = sparql;
    const HttpResponse response = send_with_retries(client_, request, retries_, repeatable);
    if (is_success(response)) return;
    std::string message = describe(request.url, response, "the update was not done");
    if (response.body.find("default graph") != std::string::npos)
        message += "; say with --graph IRI where the statements go that are in no named graph";
    throw RefusedError(message, response.status);
}

HttpResponse StoreClient::query(std::string_view sparql, const std::string& accept, bool repeatable) {
    require(endpoints_.query, "queries");
    const std::string body = "query=" + percent_encode(sparql);
    HttpRequest request;
    request.method = "POST";
    request.url = endpoints_.query;
    request.content_type = "application/x-www-form-urlencoded";
    request.accept = accept;
    request.body = body;
    HttpResponse response = send_with_retries(client_, request, retries_, repeatable);
    if (is_success(response)) return response;
    if (response.status == 400 || response.status == 500) throw_query_error(request.url, response, sparql);
    throw RefusedError(describe(request.url, response, "the query was not answered"), response.status);
}

std::map<std::string, std::uint64_t> StoreClient::count(const std::vector<std::string>& graphs) {
    std::map<std::string, std::uint64_t> counts;
    std::string values;
    for (const std::string& graph : graphs) {
        counts[graph] = 0;
        if (!graph.empty()) values += " <" + graph + ">";
    }
    const auto ask = [&](const std::string& query) {
        return parse_sparql_results(this->query(query, results_type).body);
    };
    if (counts.contains("")) {
        const SparqlResults results = ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        if (results.rows.empty() || !results.cell(0, "n")) throw StoreError("the store did not count its statements");
        counts[""] = to_count(results.cell(0, "n")->value);
    }
    if (values.empty()) return counts;
    const SparqlResults results =
        ask("SELECT ?g (COUNT(*) AS ?n) { VALUES ?g {" + values + " } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g");
    for (std::size_t row = 0; row < results.rows.size(); ++row) {
        const ResultTerm* graph = results.cell(row, "g");
        const ResultTerm* number = results.cell(row, "n");
        if (graph && number && counts.contains(graph->value)) counts[graph->value] = to_count(number->value);
    }
    return counts;
}

}  // namespace lede
