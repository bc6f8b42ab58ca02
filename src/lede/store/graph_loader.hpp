#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lede/base/diagnostic.hpp>
#include <lede/store/load_journal.hpp>
#include <lede/store/store_client.hpp>

namespace lede {

/// A graph that was loaded, or in a dry run would be.
struct LoadedGraph {
    std::string graph;  ///< IRI; empty for the default graph
    std::size_t statements = 0;
    std::size_t requests = 0;
    bool replaced = false;  ///< in place of what was there; else added to it
};

struct LoadOptions {
    bool by_update = false;  ///< by SPARQL updates instead of the Graph Store protocol
    /// Bodies of requests are not larger than this (bytes), unless one statement is.
    std::size_t chunk = std::size_t{2} << 20;
    std::string merged;                               ///< the graph that is added to, as the default graph always is
    bool replace = false;                             ///< these two are replaced too
    std::string genid_base = "https://example.org/";  ///< for the IRIs of blank nodes; ends with "/"
    LoadJournal* journal = nullptr;
    std::function<void(std::size_t)> on_statements;  ///< progress, in statements
    std::function<void(const LoadedGraph&)> on_graph;
    DiagnosticSink sink;
};

struct LoadCounts {
    std::size_t graphs = 0;
    std::size_t statements = 0;
    std::size_t requests = 0;
    std::size_t done_before = 0;  ///< graphs that the journal had
    std::size_t unchecked = 0;    ///< graphs whose statements could not be counted in the store
};

/// Sends statements to a store, graph by graph. A named graph is replaced as a whole: its first part by PUT, the
/// others by POST (as updates: CLEAR and INSERT DATA). Loaded graphs are counted in the store: a replaced one must have
/// just the statements given; one that was added to at least them, and no more than were there before and they
/// together.
///
/// Blank nodes are the same node only inside one request, so those of a graph that needs several become IRIs, as RDF
/// 1.1 Concepts, section 3.5 lays down. Memory: one part, and the names of some graphs.
class GraphLoader {
  public:
    /// No client: a dry run, which asks and sends nothing. Client and journal must outlive the loader.
    GraphLoader(StoreClient* client, LoadOptions options);

    /// A line of StatementSink. Lines must come sorted and each once. Throws StoreError, naming the graph.
    void add(std::string_view line);
    /// Sends and checks the rest, and removes the journal.
    LoadCounts finish();

  private:
    struct Loaded : LoadedGraph {
        std::optional<std::uint64_t> before;  ///< statements before, if it was counted
    };

    StoreClient* client_;
    LoadOptions options_;
    LoadCounts counts_;
    std::optional<Loaded> current_;
    bool skips_ = false;       ///< the journal has the whole graph
    std::size_t to_skip_ = 0;  ///< statements of it that the journal has
    bool has_blank_ = false;
    bool warned_ = false;
    std::string part_;
    std::size_t in_part_ = 0;
    std::vector<Loaded> to_check_;

    bool can_count() const { return client_ && !client_->endpoints().query.empty(); }
    bool is_merged(const std::string& graph) const;
    void begin_graph(const std::string& graph);
    void end_graph();
    void send_part(bool is_last);
    void send(const std::string& graph, bool replaces, bool repeatable);
    void check_graphs();
    void warn_of_blank_nodes();
};

}  // namespace lede
