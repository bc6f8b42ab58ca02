#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lede/store/endpoints.hpp>
#include <lede/store/http_client.hpp>
#include <lede/store/retries.hpp>

namespace lede {

/// The store answered, but not with success.
class RefusedError : public StoreError {
  public:
    RefusedError(const std::string& message, long status) : StoreError(message), status_(status) {}
    long status() const { return status_; }

  private:
    long status_;
};

/// A query that the store did not take. The message holds the store's own words and, where they say a place, the line
/// of the query with the place marked.
class QueryError : public RefusedError {
  public:
    using RefusedError::RefusedError;
};

/// A store that speaks SPARQL 1.1: its addresses, and what can be asked of it. Each call is one request, sent again as
/// the policy says. An answer that is no success is a RefusedError with what the server says about it.
class StoreClient {
  public:
    StoreClient(Endpoints endpoints, HttpOptions http, RetryPolicy retries);

    /// Asks the root of a server whose it is. Throws StoreError if it cannot be told.
    static Endpoints ask_server(const Url& root, const HttpOptions& http, const RetryPolicy& retries);

    const Endpoints& endpoints() const { return endpoints_; }

    /// Sends N-Triples into a graph, in place of what is there or added to it. An empty graph is the default graph.
    void put_graph(const std::string& graph, std::string_view ntriples);
    void post_graph(const std::string& graph, std::string_view ntriples, bool repeatable);
    /// `repeatable` as in send_with_retries.
    void update(std::string_view sparql, bool repeatable);

    /// The answer to a query in the first media type of `accept` that the store has. Sent as a form, which all stores
    /// understand. Throws QueryError if the store says what is wrong with the query.
    /// `repeatable` as in send_with_retries: false for one that may take long, which would only take long again.
    HttpResponse query(std::string_view sparql, const std::string& accept, bool repeatable = true);

    /// How many statements are in each of these graphs, "" being the default graph. Those that are not there have 0.
    std::map<std::string, std::uint64_t> count(const std::vector<std::string>& graphs);

  private:
    Endpoints endpoints_;
    HttpClient client_;
    RetryPolicy retries_;

    std::string graph_url(const std::string& graph) const;
    void send_graph(const char* method, const std::string& graph, std::string_view ntriples, bool repeatable);
};

}  // namespace lede
