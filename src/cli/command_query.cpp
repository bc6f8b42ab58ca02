#include <cstdio>
#include <memory>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

#include <lede/base/byte_source.hpp>
#include <lede/base/file.hpp>
#include <lede/store/construct.hpp>
#include <lede/store/query_text.hpp>
#include <lede/store/results_text.hpp>

#include "commands.hpp"
#include "store_support.hpp"
#include "traversal_support.hpp"

namespace lede::cli {

namespace {

struct QueryOptions {
    StoreOptions store;
    std::string query;
    std::string file;
    std::string format;
    std::string output = "-";
    bool overwrite = false;
};

constexpr std::size_t max_query = std::size_t{16} << 20;

std::string read_query(const QueryOptions& options) {
    if (options.query.empty() == options.file.empty())
        throw UsageError("give one query: as an argument, - for standard input, or with --file");
    if (options.query != "-" && options.file.empty()) return options.query;
    const std::string path = options.file.empty() ? "-" : options.file;
    const auto source = open_source(path);
    const std::string text = read_all(*source, path, max_query);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw InputError(path == "-" ? "standard input" : path, "the query is empty");
    return text;
}

bool gives_graph(QueryForm form) {
    return form == QueryForm::construct || form == QueryForm::describe;
}

std::string suffix_of(const std::string& path) {
    const std::size_t dot = path.rfind('.');
    return path == "-" || dot == std::string::npos ? "" : path.substr(dot + 1);
}

/// The format of a table of solutions: --to, else the suffix of the output.
std::string choose_table_format(const QueryOptions& options) {
    std::string format = options.format;
    if (format.empty()) {
        const std::string suffix = suffix_of(options.output);
        format = suffix == "csv" || suffix == "tsv" || suffix == "json" ? suffix : "table";
    }
    if (parse_syntax(format))
        throw UsageError(
            "the query gives a table, not a graph: --to table, csv, tsv or json; a graph comes from CONSTRUCT");
    return format;
}

Syntax choose_graph_syntax(const QueryOptions& options) {
    const std::string name = options.format.empty() ? suffix_of(options.output) : options.format;
    if (const auto syntax = parse_syntax(name)) return *syntax;
    if (!options.format.empty())
        throw UsageError("the query gives a graph, not a table: --to turtle, trig, ntriples or nquads");
    return Syntax::turtle;
}

/// Columns of the terminal that the table goes to; 0 if it goes elsewhere.
std::size_t columns_of(const QueryOptions& options) {
    winsize size{};
    const bool terminal = options.output == "-" && ::isatty(STDOUT_FILENO) != 0;
    return terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::string show(const SparqlResults& results, const std::string& format, const QueryOptions& options,
                 const std::string& query) {
    if (format == "csv") return to_csv(results);
    if (format == "tsv") return to_tsv(results);
    if (format == "json") return to_json(results);
    return to_table(results, {find_prefixes(query), columns_of(options)});
}

int run_query(const QueryOptions& options) {
    const Url url = parse_store_url(options.store.store);
    const std::string query = read_query(options);
    const QueryForm form = find_query_form(query);
    if (form == QueryForm::update) {
        throw UsageError("that is an update, not a query; lede query only reads. lede load writes to a store");
    }
    const std::string format = gives_graph(form) ? "" : choose_table_format(options);
    const Syntax syntax = gives_graph(form) ? choose_graph_syntax(options) : Syntax::turtle;
    AtomicOutput output(options.output, options.overwrite);
    Console console;
    const HttpOptions http = make_http_options(options.store, url, console);
    const RetryPolicy retries = make_retry_policy(options.store, console);
    StoreClient client(resolve_endpoints(url, http, retries), http, retries);
    if (gives_graph(form)) {
        const HttpResponse response = client.query(query, graph_types, false);
        write_constructed(response, syntax, find_prefixes(query), [&](std::string_view text) { output.write(text); });
        output.commit();
        return exit_good;
    }
    const SparqlResults results = parse_sparql_results(client.query(query, results_types, false).body);
    output.write(show(results, format, options, query));
    output.commit();
    if (!results.boolean && format == "table") {
        std::fprintf(stderr, "lede: %zu %s\n", results.rows.size(), results.rows.size() == 1 ? "row" : "rows");
    }
    return exit_good;
}

}  // namespace

void add_query(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<QueryOptions>();
    CLI::App* command = app.add_subcommand("query", "Ask a store in SPARQL, and show or save the answer");
    command->add_option("QUERY", options->query, "The query; - for standard input");
    command->add_option("--file", options->file, "File with the query")->type_name("FILE");
    add_store_options(*command, options->store);
    command
        ->add_option("--to", options->format,
                     "table, csv, tsv or json for SELECT and ASK (default: the output's suffix, else table); turtle, "
                     "trig, ntriples or nquads for CONSTRUCT and DESCRIBE (else turtle)")
        ->check(CLI::IsMember({"table", "csv", "tsv", "json", "turtle", "trig", "ntriples", "nquads"}).description(""))
        ->type_name("FORMAT");
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command->footer(
        "Rows come in the store's order; ORDER BY makes it the same each time. Credentials as for lede load.\n\n"
        "Examples:\n"
        "  lede query --file examples/queries/who-works-where.rq --store http://localhost:3030/ds\n"
        "  lede query 'SELECT ?name { ?who a <https://schema.org/Person> ; <https://schema.org/name> ?name } ORDER BY "
        "?name' \\\n"
        "      --store http://localhost:7878/query -o people.csv");
    command->callback([options, &run] { run = [options] { return run_query(*options); }; });
}

}  // namespace lede::cli
