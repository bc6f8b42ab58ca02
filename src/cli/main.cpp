#include <csignal>
#include <exception>
#include <functional>
#include <new>

#include <CLI/CLI.hpp>

#include <lede/base/error.hpp>

#include "cli_support.hpp"
#include "command_line.hpp"

namespace {

using namespace lede;
using namespace lede::cli;

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
    std::function<int()> run;
    add_commands(app, run);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_good : exit_usage;  // its own codes begin at 100
    }
    return do_work(run);
}
