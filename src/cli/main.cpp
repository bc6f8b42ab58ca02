#include <csignal>
#include <exception>
#include <functional>
#include <new>

#include <CLI/CLI.hpp>

#include <lede/base/error.hpp>

#include "cli_support.hpp"
#include "commands.hpp"

namespace {

using namespace lede;
using namespace lede::cli;

void describe(CLI::App& app) {
    app.name("lede");
    app.description("Reads news articles and writes what they say as an RDF knowledge graph.");
    app.set_version_flag("--version", "lede " LEDE_VERSION);
    app.set_help_all_flag("--help-all", "Help for all commands");
    app.require_subcommand(1);
    app.footer(
        "Examples:\n"
        "  lede extract article.txt\n"
        "  lede extract news/ --provenance sentence -o graph.trig\n\n"
        "Exit codes: 0 all done; 1 something in the data or files failed; 2 the command line was wrong.");
}

int fail(const std::exception& error, int code) {
    print_message(Severity::error, error.what(), wants_colour(2));
    return code;
}

int do_work(const std::function<int()>& run) {
    try {
        return run();
    } catch (const UsageError& error) {
        return fail(error, exit_usage);
    } catch (const ClosedPipeError&) {
        return exit_failed;
    } catch (const std::bad_alloc&) {
        print_message(Severity::error, "out of memory; try fewer --jobs", wants_colour(2));
        return exit_failed;
    } catch (const std::exception& error) {
        return fail(error, exit_failed);
    }
}

}  // namespace

int main(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of the write, told apart there
    CLI::App app;
    describe(app);
    std::function<int()> run;
    for (const auto add : {add_extract, add_explain, add_show, add_neighbors, add_path, add_rank, add_stats, add_merge,
                           add_export, add_index, add_names, add_tuples, add_parse, add_train_language, add_train_vectors, add_train_names,
                           add_train_facts}) {
        add(app, run);
    }
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_good : exit_usage;  // its own codes begin at 100
    }
    return do_work(run);
}
