#include <memory>
#include <string>
#include <vector>

#include <lede/pipeline/identity_sets.hpp>
#include <lede/pipeline/merge_graphs.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "merged_output.hpp"

namespace lede::cli {

namespace {

struct MergeOptions {
    MergedOutputOptions graph;
    std::vector<std::string> same_as;
    std::vector<std::string> ontologies;
    bool no_join = false;
};

int run_merge(const MergeOptions& options) {
    const Syntax syntax = choose_syntax(options.graph);
    AtomicOutput output(options.graph.output, options.graph.overwrite);
    MergeGraphsOptions merging;
    Ontology ontology;
    if (!options.no_join) {
        merging.same_as = read_same_as(options.same_as);
        ontology = read_ontology_with(options.ontologies);
        merging.joins = &ontology;
    }
    MergedGraph graph = read_merged(options.graph.files, std::move(merging));
    write_merged(graph, syntax, output);
    return exit_good;
}

}  // namespace

void add_merge(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<MergeOptions>();
    CLI::App* command = app.add_subcommand("merge",
                                           "Unite RDF files: statements sorted, each once, later versions of articles "
                                           "in place of earlier ones; also changes the syntax");
    add_merged_output(*command, options->graph);
    CLI::Option* no_join = command->add_flag(
        "--no-join", options->no_join,
        "Keep all IRIs: join no organisation with a company of its name, nor an acronym with its name, and tell no "
        "two people of one name apart");
    command
        ->add_option("--same-as", options->same_as,
                     "RDF file whose owl:sameAs links say which IRIs are one; may be given again")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->excludes(no_join);
    command
        ->add_option("--ontology", options->ontologies,
                     "A Turtle file added to the built-in ontology; may be given again")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command->footer(
        "Of an article that is in several files the last one counts, where the provenance tells its facts from "
        "others.\n"
        "Two people of one name, whose dates of birth or death lie three or more years apart, get an IRI each with a "
        "year behind the name. So do things of other classes that the ontology marks with lede:sharesNames.\n"
        "Examples:\n"
        "  lede merge monday.ttl tuesday.ttl -o week.ttl\n"
        "  lede merge week.ttl today.ttl --same-as ours.ttl -o news.ttl\n"
        "  lede merge graph.trig --to ntriples | sort | head");
    command->callback([options, &run] { run = [options] { return run_merge(*options); }; });
}

}  // namespace lede::cli
