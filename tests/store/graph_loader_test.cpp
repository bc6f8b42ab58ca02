#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <support/catch.hpp>
#include <vector>

#include <lede/store/graph_loader.hpp>

#include "loopback_server.hpp"

using namespace lede;
using lede::test::answer;
using lede::test::LoopbackServer;
using lede::test::Received;

namespace {

/// A store that keeps lines a graph. Queries are counts, answered from what it keeps.
struct SmallStore {
    std::map<std::string, std::set<std::string>> graphs;
    int requests_until_away = -1;  ///< then each answer is 503
    std::uint64_t too_few = 0;     ///< taken off every count
    std::vector<std::string> log;
    LoopbackServer server{[this](const Received& request) { return handle(request); }};

    std::string handle(const Received& request) {
        if (requests_until_away == 0) return answer("503 Away");
        if (request.target == "/query") return answer("200 OK", count(request.body));
        if (requests_until_away > 0) --requests_until_away;
        log.push_back(request.method + " " + request.target);
        auto& graph = graphs[request.target.substr(request.target.find('?') + 1)];
        if (request.method == "PUT") graph.clear();
        for (std::size_t at = 0; at < request.body.size();) {
            const std::size_t end = request.body.find('\n', at);
            graph.insert(request.body.substr(at, end - at));
            at = end + 1;
        }
        return answer("204 Done");
    }

    std::string count(const std::string& query) const {
        if (query.find("VALUES") == std::string::npos) {
            const auto found = graphs.find("default");
            const auto size = found == graphs.end() ? 0 : found->second.size();
            return R"({"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":")" +
                   std::to_string(size) + "\"}}]}}";
        }
        std::string rows;
        for (const auto& [name, lines] : graphs) {
            if (name == "default" || query.find(name.substr(6)) == std::string::npos) continue;
            rows += std::string(rows.empty() ? "" : ",") + R"({"g":{"type":"uri","value":"http://g/)" +
                    name.substr(name.size() - 1) + R"("},"n":{"type":"literal","value":")" +
                    std::to_string(lines.size() - too_few) + "\"}}";
        }
        return R"({"head":{"vars":["g","n"]},"results":{"bindings":[)" + rows + "]}}";
    }

    StoreClient client(int attempts = 1) {
        RetryPolicy policy;
        policy.attempts = attempts;
        policy.sleep = [](std::chrono::milliseconds) {};
        return StoreClient({server.url("/data"), server.url("/update"), server.url("/query")}, {}, policy);
    }
};

const std::vector<std::string> two_graphs = {"<http://g/1> <a:s> <a:p> \"1\" .", "<http://g/1> <a:s> <a:p> \"2\" .",
                                             "<http://g/1> <a:s> <a:p> \"3\" .", "<http://g/2> <a:s> <a:p> \"1\" ."};

LoadCounts load(StoreClient& client, const std::vector<std::string>& lines, LoadOptions options) {
    GraphLoader loader(&client, std::move(options));
    for (const std::string& line : lines) loader.add(line);
    return loader.finish();
}

LoadOptions small_chunks() {
    LoadOptions options;
    options.chunk = 50;  // two of the lines
    return options;
}

std::string temporary(const char* name) {
    return (std::filesystem::temp_directory_path() / (name + std::to_string(::getpid()))).string();
}

}  // namespace

TEST_CASE("A named graph is put in place by its first part, and the others are added") {
    SmallStore store;
    store.graphs["graph=http%3A%2F%2Fg%2F1"] = {"old"};
    StoreClient client = store.client();
    const LoadCounts counts = load(client, two_graphs, small_chunks());
    CHECK(counts.graphs == 2);
    CHECK(counts.statements == 4);
    CHECK(counts.requests == 3);
    CHECK(counts.unchecked == 0);
    CHECK(store.graphs["graph=http%3A%2F%2Fg%2F1"] ==
          std::set<std::string>{"<a:s> <a:p> \"1\" .", "<a:s> <a:p> \"2\" .", "<a:s> <a:p> \"3\" ."});
    CHECK(store.log == std::vector<std::string>{"PUT /data?graph=http%3A%2F%2Fg%2F1",
                                                "POST /data?graph=http%3A%2F%2Fg%2F1",
                                                "PUT /data?graph=http%3A%2F%2Fg%2F2"});
}

TEST_CASE("The default graph is added to, unless it is to be replaced") {
    SmallStore store;
    store.graphs["default"] = {"old"};
    StoreClient client = store.client();
    load(client, {"! <a:s> <a:p> \"1\" ."}, {});
    CHECK(store.graphs["default"].size() == 2);
    LoadOptions options;
    options.replace = true;
    load(client, {"! <a:s> <a:p> \"1\" ."}, options);
    CHECK(store.graphs["default"].size() == 1);
}

TEST_CASE("A graph that has lost statements in the store is named in the error") {
    SmallStore store;
    store.too_few = 1;
    StoreClient client = store.client();
    CHECK_THROWS_WITH(load(client, two_graphs, {}),
                      Catch::Contains("graph <http://g/1> has 2 statements in the store, but 3 were loaded") &&
                          Catch::Contains("graph <http://g/2>"));
}

TEST_CASE("A load that the store broke off goes on with its journal, and does again what was half done") {
    SmallStore store;
    StoreClient client = store.client();
    const std::string path = temporary("lede-journal-");
    std::vector<std::string> lines = {"! <a:s> <a:p> \"1\" .", "! <a:s> <a:p> \"2\" .", "! <a:s> <a:p> \"3\" ."};
    lines.insert(lines.end(), two_graphs.begin(), two_graphs.end());
    const auto run = [&] {
        LoadJournal journal(path, "this load");
        LoadOptions options = small_chunks();
        options.journal = &journal;
        return load(client, lines, options);
    };
    store.requests_until_away = 1;
    CHECK_THROWS_AS(run(), StoreError);
    store.requests_until_away = 2;  // the rest of the default graph, and the first part of the next
    CHECK_THROWS_AS(run(), StoreError);
    CHECK(store.log ==
          std::vector<std::string>{"POST /data?default", "POST /data?default", "PUT /data?graph=http%3A%2F%2Fg%2F1"});
    store.requests_until_away = -1;
    store.log.clear();
    run();
    CHECK(store.log == std::vector<std::string>{"PUT /data?graph=http%3A%2F%2Fg%2F1",
                                                "POST /data?graph=http%3A%2F%2Fg%2F1",
                                                "PUT /data?graph=http%3A%2F%2Fg%2F2"});
    CHECK(store.graphs["default"].size() == 3);
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE(
    "A journal of another load, and what is no journal, are refused; a line that a crash cut off does not count") {
    const std::string path = temporary("lede-journal-");
    { LoadJournal(path, "one").add_done("http://g/1"); }
    CHECK_THROWS_WITH(LoadJournal(path, "two"), Catch::Contains("another load"));
    std::ofstream(path, std::ios::app) << "done http://g/2";
    {
        LoadJournal journal(path, "one");
        CHECK(journal.is_done("http://g/1"));
        CHECK_FALSE(journal.is_done("http://g/2"));
        journal.add_done("http://g/3");
    }
    CHECK(LoadJournal(path, "one").is_done("http://g/3"));
    std::ofstream(path) << "a shopping list\n";
    CHECK_THROWS_WITH(LoadJournal(path, "one"), Catch::Contains("no journal"));
    std::filesystem::remove(path);
}

TEST_CASE("Blank nodes stay in a graph of one request, and become IRIs in one of several") {
    SmallStore store;
    StoreClient client = store.client();
    const std::vector<std::string> lines = {"<http://g/1> <a:s> <a:p> \"_:text\" .", "<http://g/1> <a:s> <a:p> _:b .",
                                            "<http://g/1> _:b <a:p> \"1\" ."};
    load(client, lines, {});
    CHECK(store.graphs["graph=http%3A%2F%2Fg%2F1"].contains("_:b <a:p> \"1\" ."));
    int warnings = 0;
    LoadOptions options = small_chunks();
    options.genid_base = "http://h/";
    options.sink = [&](const Diagnostic&) { ++warnings; };
    load(client, lines, options);
    CHECK(warnings == 1);
    CHECK(store.graphs["graph=http%3A%2F%2Fg%2F1"] ==
          std::set<std::string>{"<a:s> <a:p> \"_:text\" .", "<a:s> <a:p> <http://h/.well-known/genid/b> .",
                                "<http://h/.well-known/genid/b> <a:p> \"1\" ."});
}

TEST_CASE("Without a client the loader says what it would do") {
    std::vector<std::string> plan;
    LoadOptions options = small_chunks();
    options.on_graph = [&](const LoadedGraph& graph) {
        plan.push_back(graph.graph + " " + std::to_string(graph.statements) + " " + std::to_string(graph.requests));
    };
    GraphLoader loader(nullptr, options);
    for (const std::string& line : two_graphs) loader.add(line);
    loader.finish();
    CHECK(plan == std::vector<std::string>{"http://g/1 3 2", "http://g/2 1 1"});
}
