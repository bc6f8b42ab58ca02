#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <lede/base/file.hpp>
#include <lede/graph/words.hpp>
#include <lede/pipeline/known_terms.hpp>
#include <lede/pipeline/named_things.hpp>
#include <lede/pipeline/shapes.hpp>
#include <lede/pipeline/validate_graph.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "merged_output.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;

struct ValidateOptions {
    std::vector<std::string> files;
    std::vector<std::string> ontologies;
    bool json = false;
    bool shapes = false;
};

std::string value_of(const std::string& term) {
    return std::string(term.starts_with('"') ? text_of_literal(term) : without_brackets(term));
}

std::string to_text(const Offence& offence) {
    std::string text =
        offence.kind + ": " + to_printable(offence.subject) + " " + to_printable(short_iri(offence.property));
    if (!offence.value.empty()) text += " " + to_printable(offence.value);
    text += "\n    " + to_printable(offence.message) + "\n";
    for (const StatementSource& source : offence.sources) {
        text += "    " + to_printable(source.article);
        text += source.sentence.empty() ? "\n" : ": " + to_printable(source.sentence) + "\n";
    }
    return text;
}

ordered_json to_json(const Offence& offence) {
    ordered_json sources = ordered_json::array();
    for (const StatementSource& source : offence.sources) {
        ordered_json one = {{"article", source.article}};
        if (!source.sentence.empty()) one["sentence"] = source.sentence;
        sources.push_back(std::move(one));
    }
    ordered_json result = {{"kind", offence.kind}, {"subject", offence.subject}, {"property", offence.property}};
    if (!offence.value.empty()) result["value"] = value_of(offence.value);
    result["message"] = offence.message;
    result["sources"] = std::move(sources);
    return result;
}

std::string dump(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string summary(const ValidationReport& report, std::size_t count) {
    std::string text = std::to_string(report.statements) + (report.statements == 1 ? " statement, " : " statements, ");
    text += count == 0 ? "no offence" : std::to_string(count) + (count == 1 ? " offence" : " offences");
    for (const auto& [kind, number] : report.offences)
        text += (kind == report.offences.begin()->first ? ": " : ", ") + std::to_string(number) + " " + kind;
    return text + "\n";
}

int write_shapes(const ValidateOptions& options) {
    AtomicOutput output("-", true);
    output.write(shapes_of(read_ontology_with(options.ontologies)));
    output.commit();
    return exit_good;
}

int run_validate(const ValidateOptions& options) {
    if (options.shapes && !options.files.empty()) throw UsageError("--shapes reads no graph; leave out the files");
    if (options.shapes) return write_shapes(options);
    if (options.files.empty()) throw UsageError("no FILE to validate; name an RDF file, or say --shapes");
    const Ontology ontology = read_ontology_with(options.ontologies);
    MergedGraph graph = read_merged(options.files, {});
    AtomicOutput output("-", true);
    std::size_t count = 0;
    if (options.json) output.write("{\"offences\": [");
    const ValidationReport report = validate_graph(graph, ontology, [&](const Offence& offence) {
        output.write(options.json ? (count > 0 ? ",\n" : "\n") + dump(to_json(offence)) : to_text(offence));
        ++count;
    });
    if (options.json) {
        const ordered_json counts = report.offences;
        output.write("\n],\n\"statements\": " + std::to_string(report.statements) +
                     ", \"counts\": " + dump(report.offences.empty() ? ordered_json::object() : counts) + "}\n");
    } else {
        output.write(summary(report, count));
    }
    output.commit();
    return count > 0 ? exit_failed : exit_good;
}

}  // namespace

void add_validate(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<ValidateOptions>();
    CLI::App* command = app.add_subcommand(
        "validate",
        "Check a graph against the ontology: classes, values, terms; each offence with its article and sentence");
    command->add_option("FILE", options->files, "RDF files: .ttl, .trig, .nt, .nq; - for standard input");
    command
        ->add_option("--ontology", options->ontologies,
                     "A Turtle file added to the built-in ontology; may be given again")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command->add_flag("--json", options->json, "Answer as JSON, one offence a line");
    command->add_flag("--shapes", options->shapes, "Read no graph, but write the ontology's rules as SHACL shapes");
    command->footer(
        "The exit code is 1 if there is an offence. Terms of vocabularies that the ontology does not describe are not "
        "checked.\n"
        "Examples:\n"
        "  lede validate news.ttl\n"
        "  lede validate news.trig --ontology my.ttl --json\n"
        "  lede validate --ontology my.ttl --shapes > my-shapes.ttl");
    command->callback([options, &run] { run = [options] { return run_validate(*options); }; });
}

}  // namespace lede::cli
