#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

#include <lede/base/file.hpp>
#include <lede/pipeline/line_sorter.hpp>
#include <lede/rdf/rdf_reader.hpp>
#include <lede/rdf/rdf_writer.hpp>
#include <lede/rdf/reifier_folder.hpp>
#include <lede/rdf/statement_line.hpp>

#include "cli_support.hpp"
#include "commands.hpp"

namespace lede::cli {

namespace {

struct MergeOptions {
    std::vector<std::string> files;
    std::string output = "-";
    std::string syntax;
    bool overwrite = false;
};

Syntax choose_syntax(const MergeOptions& options) {
    if (!options.syntax.empty()) return parse_syntax(options.syntax).value();
    if (options.output == "-" || std::filesystem::path(options.output).extension().empty()) return Syntax::turtle;
    if (const auto syntax = find_syntax(options.output)) return *syntax;
    throw UsageError(options.output + ": the suffix tells no syntax; use .ttl, .trig, .nt or .nq, or say --to");
}

/// All files in one sorter, with what their headers say.
struct Merged {
    LineSorter lines;
    std::map<std::string, std::string> prefixes;
    std::optional<std::string> base;  ///< if all that declare one declare this
    bool triple_terms = false;
    bool graphs = false;

    void read(const std::string& path, std::size_t number, Syntax syntax) {
        RdfSource source;
        source.path = path;
        source.blank_prefix = "f" + std::to_string(number);
        source.on_prefix = [this](const std::string& name, const std::string& iri) { prefixes.try_emplace(name, iri); };
        source.on_base = [this](const std::string& iri) { base = !base || *base == iri ? iri : std::string(); };
        source.on_triple_terms = [this] { triple_terms = true; };
        read_rdf_file(source, [&](const Quad& quad, std::size_t) {
            graphs |= !quad.graph.value.empty();
            syntax == Syntax::trig ? lines.add(to_sortable(to_nquad(quad), syntax)) : lines.add(to_nquad(quad));
        });
    }
};

int run_merge(const MergeOptions& options) {
    const Syntax syntax = choose_syntax(options);
    AtomicOutput output(options.output, options.overwrite);
    Merged merged;
    for (std::size_t at = 0; at < options.files.size(); ++at) merged.read(options.files[at], at + 1, syntax);
    if (merged.graphs && !has_graphs(syntax)) {
        print_message(Severity::warning,
                      std::string(to_string(syntax)) +
                          " has no named graphs: the merged graph does not tell them apart; use --to trig or nquads",
                      wants_colour(STDERR_FILENO));
    }
    RdfWriter writer({syntax, merged.base.value_or(""), merged.prefixes},
                     [&](std::string_view text) { output.write(text); });
    ReifierFolder folder(syntax, [&](std::string_view line) { writer.write(line); });
    merged.lines.merge([&](std::string_view line) { merged.triple_terms ? folder.write(line) : writer.write(line); });
    folder.finish();
    writer.finish();
    output.commit();
    return exit_good;
}

}  // namespace

void add_merge(CLI::App& app, std::function<int()>& run) {
    auto options = std::make_shared<MergeOptions>();
    CLI::App* command = app.add_subcommand(
        "merge", "Unite RDF files: all their statements, sorted, each once; also changes the syntax");
    command->add_option("FILE", options->files, "RDF files: .ttl, .trig, .nt, .nq; - for standard input")->required();
    command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("FILE");
    command->add_option("--to", options->syntax, "Syntax; by default that of the output's suffix, else Turtle")
        ->check(CLI::IsMember({"turtle", "trig", "ntriples", "nquads"}));
    command->add_flag("--overwrite", options->overwrite, "Replace the output if it is there already");
    command->footer(
        "Examples:\n"
        "  lede merge monday.ttl tuesday.ttl -o week.ttl\n"
        "  lede merge graph.trig --to ntriples | sort | head");
    command->callback([options, &run] { run = [options] { return run_merge(*options); }; });
}

}  // namespace lede::cli
