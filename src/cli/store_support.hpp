#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include <lede/store/http_client.hpp>
#include <lede/store/store_client.hpp>

#include "cli_support.hpp"

namespace lede::cli {

/// What the commands that speak to a store have in common.
struct StoreOptions {
    std::string store;
    std::string ca_file;
    std::string netrc;
    unsigned timeout = 300;
    unsigned attempts = 6;
};

/// Adds --store and how to speak to it.
void add_store_options(CLI::App& command, StoreOptions& options);

/// A URL of the command line. Throws UsageError for another thing, and for one with a user or password in it, which
/// would be seen by everyone on the machine.
Url parse_store_url(const std::string& text);

/// With the credentials of the environment (LEDE_STORE_USER, LEDE_STORE_PASSWORD, LEDE_STORE_TOKEN), else of a netrc
/// file: --netrc, or ~/.netrc where it is there. Warns when they would go over the network unencrypted.
HttpOptions make_http_options(const StoreOptions& options, const Url& url, Console& console);

/// Says on the console what is tried again, and when, after `before_words`, which may be empty.
RetryPolicy make_retry_policy(const StoreOptions& options, Console& console, std::function<void()> before_words = {});

/// The store's addresses from --store, asking the server where the address is its root.
Endpoints resolve_endpoints(const Url& url, const HttpOptions& http, const RetryPolicy& retries);

}  // namespace lede::cli
