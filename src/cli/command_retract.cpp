#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

#include <lede/pipeline/merge_graphs.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "merged_output.hpp"

namespace lede::cli {

namespace {

struct RetractOptions {
    MergedOutputOptions graph;
    std::vector<std::string> articles;
};

/// All articles must be there, with provenance, before anything is written.
void check(const UnionReport& report) {
    std::string problems;
    for (const std::string& iri : report.unattributed) {
        problems +=
            (problems.empty() ? "" : "\n") + ("<" + iri +
                                              "> has no provenance, so that its facts cannot be told from those of "
                                              "others; extract again with --provenance graph, sentence or rdf12");
    }
    for (const auto& [iri, similar] : report.similar) {
        problems += (problems.empty() ? "" : "\n") + ("<" + iri + "> is no article of the graph");
        for (const std::string& one : similar)
            problems += (&one == &similar.front() ? "; there is <" : ", <") + one + ">";
    }
    if (!problems.empty()) throw Error(problems);
}

int run_retract(const RetractOptions& options) {
    const Syntax syntax = choose_syntax(options.graph);
    AtomicOutput output(options.graph.output, options.graph.overwrite);
    MergeGraphsOptions merging;
    const Ontology ontology = read_ontology_with({});
    merging.names_by = &ontology;
    for (const std::string& iri : options.articles) {
        const bool bracketed = iri.starts_with('<') && iri.ends_with('>');
        merging.retracted.insert(bracketed ? iri.substr(1, iri.size() - 2) : iri);
    }
    MergedGraph graph = read_merged(options.graph.files, std::move(merging));
    check(graph.articles());
    write_merged(graph, syntax, output);
    const std::size_t count = graph.articles().retracted.size();
    print_message(Severity::note, std::to_string(count) + (count == 1 ? " article" : " articles") + " taken back",
                  wants_colour(STDERR_FILENO));
    return exit_good;
}

}  // namespace

void add_retract(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<RetractOptions>();
    CLI::App* command = app.add_subcommand(
        "retract", "Take an article back: its facts go, but for those that other articles state, too");
    add_merged_output(*command, options->graph);
    command->add_option("--article", options->articles, "The article's IRI; may be given again")
        ->type_name("IRI")
        ->required()
        ->allow_extra_args(false);
    command->footer(
        "The graph must have provenance: a named graph an article, or a node a statement. Where lede merge told two "
        "people of one name apart and one alone is left, her IRI is the plain one again.\n"
        "Examples:\n"
        "  lede retract news.trig --article https://example.org/news-article/etoile-order -o rest.trig\n"
        "  lede retract news.ttl --article https://example.org/news-article/a --article "
        "https://example.org/news-article/b");
    command->callback([options, &run] { run = [options] { return run_retract(*options); }; });
}

}  // namespace lede::cli
