#pragma once

#include <string>
#include <string_view>

namespace lede {

/// The parts of an http or https URL that this program has to tell apart; fragments are dropped.
struct Url {
    std::string scheme;     ///< "http" or "https"
    std::string authority;  ///< host and port, as written, without user information
    std::string path;       ///< begins with "/", never empty, without a "/" at the end unless it is "/"
    std::string query;      ///< without "?"; may be empty
    bool has_user = false;  ///< whether a user name or password stood in it; it is not kept

    std::string origin() const { return scheme + "://" + authority; }
    /// The whole URL, with another path and no query.
    std::string with_path(std::string_view other) const { return origin() + std::string(other); }
    std::string text() const { return origin() + path + (query.empty() ? "" : "?" + query); }
};

/// Throws Error if it is no http or https URL with a host. The message does not repeat what may be a password.
Url parse_url(std::string_view text);

/// Whether the address is on this machine: localhost, 127.x.x.x or [::1].
bool is_loopback(const Url& url);

/// All bytes but the unreserved ones of RFC 3986 as %XX: safe as a value in a query or a form.
std::string percent_encode(std::string_view text);

/// Whether it can stand between "<" and ">" as an absolute IRI: a scheme, and none of the characters that IRIREF of
/// N-Triples and SPARQL excludes.
bool is_absolute_iri(std::string_view text);

}  // namespace lede
