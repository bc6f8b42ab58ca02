#include "store_support.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace lede::cli {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

Credentials find_credentials(const std::string& netrc) {
    Credentials who{environment("LEDE_STORE_USER"), environment("LEDE_STORE_PASSWORD"), environment("LEDE_STORE_TOKEN"),
                    netrc};
    if (who.user.empty() && !who.password.empty())
        throw UsageError("LEDE_STORE_PASSWORD is set, but LEDE_STORE_USER is not; set both");
    const std::string home = environment("HOME");
    if (who.netrc.empty() && !home.empty() && std::filesystem::is_regular_file(home + "/.netrc"))
        who.netrc = home + "/.netrc";
    return who;
}

std::string seconds_of(std::chrono::milliseconds wait) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.1f", static_cast<double>(wait.count()) / 1000);
    return buffer;
}

}  // namespace

void add_store_options(CLI::App& command, StoreOptions& options) {
    command
        .add_option("--store", options.store,
                    "The store: any of its addresses, such as http://localhost:3030/ds (Fuseki), "
                    "http://localhost:8890/sparql-graph-crud-auth (Virtuoso), http://localhost:7878/store (Oxigraph)")
        ->type_name("URL")
        ->required();
    command
        .add_option("--netrc", options.netrc,
                    "File with logins, used where LEDE_STORE_USER is not set; by default ~/.netrc")
        ->type_name("FILE");
    command.add_option("--ca-file", options.ca_file, "Certificates to trust (PEM) instead of the system's, for https")
        ->type_name("FILE");
    command.add_option("--timeout", options.timeout, "After so long without a sign of the store, it counts as lost")
        ->type_name("SECONDS")
        ->check(CLI::Range(1U, 86400U).description(""))
        ->capture_default_str();
    command
        .add_option(
            "--attempts", options.attempts,
            "How often a request is sent, in all, when the store is away or busy; waits are doubled from 0.5 to "
            "30 seconds")
        ->type_name("N")
        ->check(CLI::Range(1U, 100U).description(""))
        ->capture_default_str();
}

Url parse_store_url(const std::string& text) {
    Url url;
    try {
        url = parse_url(text);
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
    if (url.has_user) {
        throw UsageError(url.text() +
                         ": a user and password do not belong into the address, where all can see them; "
                         "set LEDE_STORE_USER and LEDE_STORE_PASSWORD, or write a netrc file");
    }
    return url;
}

HttpOptions make_http_options(const StoreOptions& options, const Url& url, Console& console) {
    HttpOptions http;
    http.credentials = find_credentials(options.netrc);
    http.ca_file = options.ca_file;
    http.timeout = std::chrono::seconds(options.timeout);
    const bool has_secret = !http.credentials.user.empty() || !http.credentials.token.empty();
    if (has_secret && url.scheme == "http" && !is_loopback(url)) {
        console.report({Severity::warning, url.text(),
                        "the login may go over the network unencrypted; use https if the store has it"});
    }
    return http;
}

RetryPolicy make_retry_policy(const StoreOptions& options, Console& console, std::function<void()> before_words) {
    RetryPolicy policy;
    policy.attempts = static_cast<int>(options.attempts);
    policy.on_retry = [&console, before_words = std::move(before_words)](const std::string& problem,
                                                                         std::chrono::milliseconds wait) {
        if (before_words) before_words();
        console.report({Severity::warning, {}, problem + "; trying again in " + seconds_of(wait) + " s"});
    };
    return policy;
}

Endpoints resolve_endpoints(const Url& url, const HttpOptions& http, const RetryPolicy& retries) {
    if (const auto found = find_endpoints(url)) return *found;
    return StoreClient::ask_server(url, http, retries);
}

}  // namespace lede::cli
