#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <lede/base/hash.hpp>
#include <lede/graph/words.hpp>
#include <lede/pipeline/line_sorter.hpp>
#include <lede/store/graph_loader.hpp>
#include <lede/store/statements.hpp>

#include "commands.hpp"
#include "store_support.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

struct LoadCommandOptions {
    StoreOptions store;
    std::vector<std::string> files;
    std::string update;
    std::string query;
    std::string graph;
    std::string journal;
    std::size_t chunk_kib = 2048;
    bool replace = false;
    bool dry_run = false;
    bool json = false;
};

/// Less memory than the articles of a day take, and few temporary files for the archive of years.
constexpr std::size_t sorter_memory = std::size_t{128} << 20;

/// The addresses, with those of the command line in the place of guessed ones.
Endpoints choose_endpoints(const LoadCommandOptions& options, const Url& url, const HttpOptions& http,
                           const RetryPolicy& retries) {
    Endpoints endpoints = resolve_endpoints(url, http, retries);
    if (!options.update.empty()) endpoints.update = parse_store_url(options.update).text();
    if (!options.query.empty()) endpoints.query = parse_store_url(options.query).text();
    return endpoints;
}

void check_usage(const LoadCommandOptions& options) {
    for (const std::string& url : {options.update, options.query})
        if (!url.empty()) parse_store_url(url);
    if (!options.graph.empty() && !is_absolute_iri(options.graph))
        throw UsageError("--graph: <" + to_printable(options.graph) + "> is no absolute IRI");
    if (options.journal.empty()) return;
    for (const std::string& file : options.files)
        if (file == "-") throw UsageError("--resume needs files that can be read again, not standard input");
}

/// What must be the same for a journal to go on with.
std::string fingerprint(const LoadCommandOptions& options, const Url& url) {
    std::string text =
        url.text() + "\n" + options.update + "\n" + options.graph + "\n" + (options.replace ? "replace" : "add");
    for (const std::string& file : options.files) {
        std::error_code ignored;
        text += "\n" + file + "\t" + std::to_string(std::filesystem::file_size(file, ignored)) + "\t" +
                std::to_string(std::filesystem::last_write_time(file, ignored).time_since_epoch().count());
    }
    return to_hex(hash_of(text));
}

/// All statements of all files, so that a fault in one is found before anything is sent.
std::size_t read_all_files(const LoadCommandOptions& options, LineSorter& sorter, ProgressBar& bar) {
    std::size_t count = 0;
    for (const std::string& file : options.files) {
        // Of blank nodes that become IRIs, those of two files must not meet, nor those of one file change.
        const std::string place = std::filesystem::absolute(file).string();
        read_statements(file, {"f" + to_hex(hash_of(place)), options.graph}, [&](std::string_view line) {
            sorter.add(line);
            ++count;
            bar.advance();
        });
    }
    return count;
}

std::string show_plan(const LoadedGraph& graph) {
    return std::string(graph.replaced ? "replace" : "add to") + "  " +
           (graph.graph.empty() ? "(default graph)" : to_printable(graph.graph)) + "  " +
           std::to_string(graph.statements) + (graph.statements == 1 ? " statement, " : " statements, ") +
           std::to_string(graph.requests) + (graph.requests == 1 ? " request\n" : " requests\n");
}

nlohmann::ordered_json plan_of(const LoadedGraph& graph) {
    return {{"graph", graph.graph.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(graph.graph)},
            {"replaced", graph.replaced},
            {"statements", graph.statements},
            {"requests", graph.requests}};
}

void summarise(const LoadCounts& counts, bool dry_run, Console& console) {
    std::string text = std::to_string(counts.statements) + (counts.statements == 1 ? " statement" : " statements") +
                       " in " + std::to_string(counts.graphs) + (counts.graphs == 1 ? " graph" : " graphs");
    text += dry_run ? " would be loaded" : counts.unchecked == 0 ? " loaded and counted in the store" : " loaded";
    if (counts.done_before > 0) text += "; " + std::to_string(counts.done_before) + " were done before";
    std::fprintf(stderr, "lede: %s\n", text.c_str());
    if (counts.unchecked > 0)
        console.report({Severity::warning,
                        {},
                        "the store's address for queries is not known, so nothing was counted "
                        "there; name it with --query"});
}

void print_counts(const LoadCounts& counts) {
    print_json({{"graphs", counts.graphs},
                {"statements", counts.statements},
                {"requests", counts.requests},
                {"graphsDoneBefore", counts.done_before},
                {"graphsNotCounted", counts.unchecked}});
}

/// What the loader is told; the bar and the console must outlive it.
LoadOptions make_load_options(const LoadCommandOptions& options, const Url& url, ProgressBar& bar, Console& console) {
    LoadOptions load;
    load.by_update = !options.update.empty();
    load.chunk = options.chunk_kib << 10;
    load.merged = options.graph;
    load.replace = options.replace;
    load.genid_base = url.origin() + "/";
    load.on_statements = [&bar](std::size_t count) { bar.advance(count); };
    load.sink = [&bar, &console](const Diagnostic& diagnostic) {
        bar.clear();
        console.report(diagnostic);
    };
    if (options.dry_run) {
        const bool json = options.json;
        load.on_graph = [json](const LoadedGraph& graph) {
            json ? print(plan_of(graph).dump() + "\n") : print(show_plan(graph));
        };
    }
    return load;
}

int run_load(const LoadCommandOptions& options) {
    const Url url = parse_store_url(options.store.store);
    check_usage(options);
    Console console;
    const HttpOptions http = make_http_options(options.store, url, console);
    LineSorter sorter(sorter_memory);
    ProgressBar reading("statements read");
    const std::size_t total = read_all_files(options, sorter, reading);
    reading.clear();

    ProgressBar bar("statements", total);
    LoadOptions load = make_load_options(options, url, bar, console);
    std::optional<StoreClient> client;
    std::optional<LoadJournal> journal;
    if (!options.dry_run) {
        const RetryPolicy retries = make_retry_policy(options.store, console, [&bar] { bar.clear(); });
        client.emplace(choose_endpoints(options, url, http, retries), http, retries);
        if (!options.journal.empty()) journal.emplace(options.journal, fingerprint(options, url));
        if (journal && !journal->is_new())
            console.report({Severity::note, options.journal, "goes on where the last load stopped"});
        load.journal = journal ? &*journal : nullptr;
    }
    GraphLoader loader(client ? &*client : nullptr, load);
    sorter.merge([&](std::string_view line) { loader.add(line); });
    const LoadCounts counts = loader.finish();
    bar.clear();
    summarise(counts, options.dry_run, console);
    if (options.json && !options.dry_run) print_counts(counts);
    return exit_good;
}

void add_load_options(CLI::App& command, LoadCommandOptions& options) {
    command
        .add_option("FILE", options.files,
                    "RDF files: .ttl, .trig, .nt, .nq, also packed (.gz, .zst); - for standard input")
        ->required();
    add_store_options(command, options.store);
    command
        .add_option("--graph", options.graph,
                    "Where the statements go that are in no named graph; by default the store's default graph")
        ->type_name("IRI");
    command.add_flag(
        "--replace", options.replace,
        "Replace that graph too; without it, it is added to. Named graphs of the files are always replaced");
    command
        .add_option("--update", options.update,
                    "Load by SPARQL updates at this address, for a store without the Graph Store protocol")
        ->type_name("URL");
    command.add_option("--query", options.query, "Address to count at what was loaded; by default found from --store")
        ->type_name("URL");
    command
        .add_option("--resume", options.journal,
                    "Keep a journal here until all is loaded; a second run with the same files goes on by it")
        ->type_name("FILE");
    command.add_option("--chunk", options.chunk_kib, "Largest size of a request; larger graphs are sent in parts")
        ->type_name("KIB")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 20).description(""))
        ->capture_default_str();
    command.add_flag("--dry-run", options.dry_run, "Read the files and say what would be loaded, without the store");
    command.add_flag("--json", options.json, "What was done, as JSON; with --dry-run one object a graph and line");
}

}  // namespace

void add_load(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<LoadCommandOptions>();
    CLI::App* command =
        app.add_subcommand("load", "Load RDF files into a store, graph by graph, and count what is there");
    add_load_options(*command, *options);
    command->footer(
        "User and password are taken from LEDE_STORE_USER and LEDE_STORE_PASSWORD, a bearer token from "
        "LEDE_STORE_TOKEN,\n"
        "or a login from a netrc file; never from the command line.\n\n"
        "Examples:\n"
        "  lede load news.nq --store http://localhost:3030/ds\n"
        "  lede load news.ttl --store http://localhost:8890/sparql-graph-crud-auth --graph https://example.org/news\n"
        "  lede load archive.nq.zst --store http://localhost:7878/store --resume archive.journal");
    command->callback([options, &run] { run = [options] { return run_load(*options); }; });
}

}  // namespace lede::cli
