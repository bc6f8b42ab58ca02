#include <csignal>
#include <cstdio>
#include <exception>
#include <functional>
#include <new>

#include <lede/base/error.hpp>

#include "cli_support.hpp"
#include "command_line_error.hpp"
#include "help_text.hpp"
#include "make_app.hpp"

namespace {

using namespace lede;
using namespace lede::cli;

int fail(const std::string& message, int code) {
    print_message(Severity::error, message, wants_colour(2));
    return code;
}

int do_work(const std::function<int()>& run) {
    try {
        return run();
    } catch (const UsageError& error) {
        return fail(error.what(), exit_usage);
    } catch (const ClosedPipeError&) {
        return exit_failed;
    } catch (const std::bad_alloc&) {
        return fail("out of memory; try fewer --jobs", exit_failed);
    } catch (const std::exception& error) {
        return fail(error.what(), exit_failed);
    }
}

int show_short_help(const CLI::App& app) {
    std::fputs(to_short_help(outline_of(app)).c_str(), stderr);
    return exit_usage;
}

}  // namespace

int main(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of the write, told apart there
    std::function<int()> run;
    const auto app = make_app(run);
    if (count < 2) return show_short_help(*app);
    try {
        app->parse(count, arguments);
    } catch (const CLI::Success& wish) {  // --help and --version
        return app->exit(wish);
    } catch (const CLI::ParseError& error) {
        return fail(explain_parse_error(*app, error), exit_usage);
    }
    return do_work(run);
}
