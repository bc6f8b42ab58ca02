#include "merged_output.hpp"

#include <algorithm>
#include <filesystem>
#include <unistd.h>
#include <utility>

#include <lede/graph/words.hpp>
#include <lede/pipeline/ontology_files.hpp>

#include "cli_support.hpp"

namespace lede::cli {

namespace {

void say(Severity severity, const std::string& text) {
    print_message(severity, text, wants_colour(STDERR_FILENO));
}

std::string counted(std::size_t count, const char* one, const char* several) {
    return std::to_string(count) + " " + (count == 1 ? one : several);
}

/// Which names are those of several things; of many names the first.
void say_shared_names(const std::vector<SharedName>& names) {
    constexpr std::size_t most = 5;
    if (names.empty()) return;
    std::string text = counted(names.size(), "name is that of several things", "names are those of several things") +
                       ", each of which has an IRI of its own; join them with --same-as if they are one";
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
        text += "\n    <" + names[i].iri + ">";
        for (const Namesake& one : names[i].things) {
            text += (&one == &names[i].things.front() ? ": <" : ", <") + one.iri + "> (" + words_of_term(one.property) +
                    " " + std::string(without_brackets(text_of_literal(one.value))) + ")";
        }
    }
    if (names.size() > most) text += "\n    and " + std::to_string(names.size() - most) + " more";
    say(Severity::note, text);
}

}  // namespace

void add_merged_output(CLI::App& command, MergedOutputOptions& options) {
    command.add_option("FILE", options.files, "RDF files: .ttl, .trig, .nt, .nq; - for standard input")->required();
    command.add_option("-o,--output", options.output, "Where to write; - is standard output")->type_name("FILE");
    command.add_option("--to", options.syntax, "Syntax; by default that of the output's suffix, else Turtle")
        ->check(CLI::IsMember({"turtle", "trig", "ntriples", "nquads"}));
    command.add_flag("--overwrite", options.overwrite, "Replace the output if it is there already");
}

Syntax choose_syntax(const MergedOutputOptions& options) {
    if (!options.syntax.empty()) return parse_syntax(options.syntax).value();
    if (options.output == "-" || std::filesystem::path(options.output).extension().empty()) return Syntax::turtle;
    if (const auto syntax = find_syntax(options.output)) return *syntax;
    throw UsageError(options.output + ": the suffix tells no syntax; use .ttl, .trig, .nt or .nq, or say --to");
}

MergedGraph read_merged(const std::vector<std::string>& files, MergeGraphsOptions options) {
    ProgressBar bar("statements");
    options.on_statement = [&bar] { bar.advance(); };
    return MergedGraph(files, std::move(options));
}

void write_merged(MergedGraph& graph, Syntax syntax, AtomicOutput& output) {
    if (graph.header().graphs && !has_graphs(syntax)) {
        say(Severity::warning,
            std::string(to_string(syntax)) +
                " has no named graphs: the merged graph does not tell them apart; use --to trig or nquads");
    }
    for (const RefusedJoin& one : graph.refused()) {
        say(Severity::warning, "<" + one.a + "> and <" + one.b + "> have names of one thing, but are kept apart: " +
                                   words_of_term(one.property) + " is " + one.value_a + " and " + one.value_b +
                                   "; join them with --same-as if they are one");
    }
    graph.write(syntax, [&](std::string_view text) { output.write(text); });
    output.commit();
    if (const std::size_t count = graph.articles().replaced; count > 0)
        say(Severity::note, counted(count, "article was", "articles were") + " in several files: the last one counts");
    say_shared_names(graph.shared_names());
    if (graph.identities() && !graph.identities()->empty())
        say(Severity::note, counted(graph.identities()->replaced(), "IRI was", "IRIs were") + " joined with another");
}

Ontology read_ontology_with(const std::vector<std::string>& files) {
    Console console;
    return read_ontology_files(find_data_folder(), true, {files.begin(), files.end()}, console.sink());
}

}  // namespace lede::cli
