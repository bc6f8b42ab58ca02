#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <lede/base/file.hpp>
#include <lede/graph/words.hpp>
#include <lede/pipeline/named_things.hpp>
#include <lede/pipeline/value_conflicts.hpp>

#include "cli_support.hpp"
#include "commands.hpp"
#include "merged_output.hpp"

namespace lede::cli {

namespace {

using nlohmann::ordered_json;

struct ConflictOptions {
    std::vector<std::string> files;
    std::vector<std::string> ontologies;
    bool json = false;
    bool fail_if_any = false;
};

std::string value_of(const std::string& term) {
    return std::string(term.starts_with('"') ? text_of_literal(term) : without_brackets(term));
}

std::string to_text(const ValueConflict& conflict) {
    std::string text = to_printable(conflict.subject) + "  " + words_of_term(conflict.property) +
                       (conflict.told_apart ? "  (several of one name: lede merge tells them apart)\n" : "\n");
    for (const ConflictingValue& value : conflict.values) {
        text += "    " + to_printable(value_of(value.term)) + "\n";
        for (const StatementSource& source : value.sources) {
            text += "        " + to_printable(source.article);
            text += source.sentence.empty() ? "\n" : ": " + to_printable(source.sentence) + "\n";
        }
    }
    return text;
}

ordered_json to_json(const ValueConflict& conflict) {
    ordered_json values = ordered_json::array();
    for (const ConflictingValue& value : conflict.values) {
        ordered_json sources = ordered_json::array();
        for (const StatementSource& source : value.sources) {
            ordered_json one = {{"article", source.article}};
            if (!source.sentence.empty()) one["sentence"] = source.sentence;
            sources.push_back(std::move(one));
        }
        values.push_back({{"value", value_of(value.term)}, {"sources", std::move(sources)}});
    }
    return {{"subject", conflict.subject},
            {"property", conflict.property},
            {"told_apart_by_merge", conflict.told_apart},
            {"values", std::move(values)}};
}

int run_conflicts(const ConflictOptions& options) {
    const Ontology ontology = read_ontology_with(options.ontologies);
    MergeGraphsOptions reading;
    reading.names_by = &ontology;
    reading.names = MergeGraphsOptions::Names::find;
    MergedGraph graph = read_merged(options.files, std::move(reading));
    AtomicOutput output("-", true);
    bool first = true;
    if (options.json) output.write("[");
    const std::size_t count = find_conflicts(graph, ontology, [&](const ValueConflict& conflict) {
        if (options.json) {
            output.write((first ? "\n" : ",\n") +
                         to_json(conflict).dump(-1, ' ', false, ordered_json::error_handler_t::replace));
        } else {
            output.write(to_text(conflict));
        }
        first = false;
    });
    if (options.json) output.write(first ? "]\n" : "\n]\n");
    if (!options.json && count == 0) output.write("No conflicts.\n");
    output.commit();
    return options.fail_if_any && count > 0 ? exit_failed : exit_good;
}

}  // namespace

void add_conflicts(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<ConflictOptions>();
    CLI::App* command =
        app.add_subcommand("conflicts", "List values that contradict each other, with their articles and sentences");
    command->add_option("FILE", options->files, "RDF files: .ttl, .trig, .nt, .nq; - for standard input")->required();
    command
        ->add_option("--ontology", options->ontologies,
                     "A Turtle file added to the built-in ontology; may be given again")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command->add_flag("--json", options->json, "Answer as JSON, one conflict a line");
    command->add_flag("--fail-if-any", options->fail_if_any, "Exit with code 1 if there is a conflict");
    command->footer(
        "Looks at the properties that the ontology calls functional. A date and the year it lies in are no conflict.\n"
        "Examples:\n"
        "  lede conflicts news.trig\n"
        "  lede conflicts monday.ttl tuesday.ttl --json --fail-if-any");
    command->callback([options, &run] { run = [options] { return run_conflicts(*options); }; });
}

}  // namespace lede::cli
