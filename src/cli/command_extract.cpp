#include <filesystem>
#include <memory>
#include <optional>

#include <lede/base/file.hpp>
#include <lede/pipeline/rejected_lines.hpp>
#include <lede/pipeline/write_graph.hpp>

#include "cli_support.hpp"
#include "commands.hpp"

namespace lede::cli {

namespace {

struct ExtractOptions {
    ArticleOptions articles;
    std::string output = "-";
    std::string syntax;
    std::string base = RdfOptions().base;
    std::string provenance = "none";
    std::string rejected;
    bool overwrite = false;
};

/// What --to says, else what the output's suffix says, else Turtle.
Syntax choose_syntax(const ExtractOptions& options) {
    if (!options.syntax.empty()) return parse_syntax(options.syntax).value();
    if (options.output == "-" || std::filesystem::path(options.output).extension().empty()) return Syntax::turtle;
    if (const auto syntax = find_syntax(options.output)) return *syntax;
    throw UsageError(options.output + ": the suffix tells no syntax; use .ttl, .trig, .nt or .nq, or say --to");
}

/// The options that change what is in the graph, for its provenance.
std::string describe(const ExtractOptions& options) {
    std::string text = "--provenance " + options.provenance + " --base " + options.base;
    if (options.articles.no_core) text += " --no-core";
    if (options.articles.open) text += " --open";
    for (const auto& path : options.articles.ontologies)
        text += " --ontology " + std::filesystem::path(path).filename().string();
    if (options.articles.min_confidence > 0) {
        text += " --min-confidence " + CLI::detail::to_string(options.articles.min_confidence);
    }
    return text;
}

GraphOptions graph_options(const ExtractOptions& options, const Pipeline& pipeline) {
    GraphOptions result;
    result.syntax = choose_syntax(options);
    result.rdf.base = options.base;
    result.rdf.provenance = parse_provenance(options.provenance).value();
    result.rdf.min_confidence = options.articles.min_confidence;
    result.rdf.activity = {LEDE_VERSION, describe(options), pipeline.checksum()};
    return result;
}

int run_extract(const ExtractOptions& options) {
    choose_syntax(options);  // a wrong command line is told before anything is read
    Console console;
    console.make_room_for(options.output);
    PipelineOptions pipeline_options = options.articles.pipeline(false, console);
    pipeline_options.extraction.rejected = !options.rejected.empty();
    AtomicOutput output(options.output, options.overwrite);
    std::optional<AtomicOutput> rejected;
    if (!options.rejected.empty()) rejected.emplace(options.rejected, options.overwrite);
    const Pipeline pipeline(pipeline_options, console.sink());
    const auto extract = [&](const Article& article) { return pipeline.extract(article); };
    GraphOptions graph = graph_options(options, pipeline);
    if (rejected) {
        rejected->write(rejected_header());
        graph.rejected = [&](std::string_view lines) { rejected->write(lines); };
    }
    const RunCounts counts = write_graph(
        options.articles.inputs, options.articles.run(pipeline, console), extract, pipeline.ontology(), graph,
        [&](std::string_view text) { output.write(text); }, console.sink());
    if (counts.articles > 0) {
        output.commit();
        if (rejected) rejected->commit();
    }
    console.summarise(counts);
    return counts.errors == 0 ? exit_good : exit_failed;
}

/// Empty if it is a base to which a class and a name can be added, else what is wrong.
std::string check_base(const std::string& base) {
    const auto colon = base.find(':');
    const bool absolute =
        colon != std::string::npos && colon > 0 && base.find_first_of("<>\"{}|\\^` \t\r\n") == std::string::npos;
    if (!absolute) return "'" + base + "' is no absolute IRI such as https://example.org/";
    if (!base.ends_with('/') && !base.ends_with('#')) return "'" + base + "' must end in / or #";
    return {};
}

}  // namespace

void add_extract(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<ExtractOptions>();
    CLI::App* command = app.add_subcommand("extract", "Read articles and write what they say as RDF");
    add_article_options(*command, options->articles);
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_option("--to", options->syntax, "Syntax; by default that of the output's suffix, else Turtle")
        ->check(CLI::IsMember({"turtle", "trig", "ntriples", "nquads"}));
    command->add_option("--base", options->base, "Where the IRIs of entities and open properties begin")
        ->type_name("IRI")
        ->check(check_base)
        ->capture_default_str();
    command->add_option("--provenance", options->provenance, "How much to say about where each fact is from")
        ->check(CLI::IsMember({"none", "graph", "sentence", "rdf12"}))
        ->capture_default_str();
    command->add_option("--rejected", options->rejected, "Also write, tab-separated, what was considered and left out, with the reason")
        ->type_name("FILE");
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command->footer(
        "Examples:\n"
        "  lede extract article.txt\n"
        "  lede extract news/ --ontology my.ttl --provenance sentence -o graph.trig\n"
        "  lede extract news/ --open -o graph.ttl\n"
        "  lede extract article.txt --rejected left-out.tsv -o graph.ttl");
    command->callback([options, &run] { run = [options] { return run_extract(*options); }; });
}

}  // namespace lede::cli
