#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <lede/store/store_error.hpp>

namespace lede {

/// Who asks. Nothing of it is ever written into a message. Empty strings: not given.
struct Credentials {
    std::string user;
    std::string password;
    std::string token;  ///< a bearer token (RFC 6750); taken before user and password
    std::string netrc;  ///< a file of machines with logins and passwords, used where there is no user
};

struct HttpOptions {
    Credentials credentials;
    std::string ca_file;  ///< certificates to trust, PEM; empty for those of the system
    std::chrono::seconds connect_timeout{20};
    std::chrono::seconds timeout{300};            ///< how long nothing may move on the line before it counts as lost
    std::size_t max_body = std::size_t{1} << 30;  ///< a longer answer is an error
};

struct HttpRequest {
    std::string method = "GET";
    std::string url;
    std::string content_type;
    std::string accept;
    std::string_view body;  ///< must live until the answer is there
};

struct HttpResponse {
    long status = 0;
    std::string content_type;  ///< without parameters, in lower case
    std::string server;        ///< the Server header
    std::optional<std::chrono::seconds> retry_after;
    std::string body;
};

/// No answer came, or not a whole one.
class ConnectionError : public StoreError {
  public:
    /// `reached`: the request may have been carried out all the same.
    ConnectionError(const std::string& message, bool reached) : StoreError(message), reached_(reached) {}
    bool reached() const { return reached_; }

  private:
    bool reached_;
};

/// Sends requests one after the other over one connection that is kept open. Certificates are verified. Redirects are
/// followed to http and https alone, from https to https alone, and credentials do not go along to another host.
/// Basic, digest (RFC 7616) and bearer authentication; which one, the server says in its first answer.
/// libcurl heeds the environment's proxy variables (https_proxy, no_proxy). Not for use from several threads at once.
class HttpClient {
  public:
    /// Throws StoreError if a file that the options name is not there.
    explicit HttpClient(HttpOptions options);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// The answer, whatever its status. Throws ConnectionError, and StoreError for what no repetition mends, such as a
    /// certificate that is not trusted.
    HttpResponse send(const HttpRequest& request);

  private:
    struct Handle;
    HttpOptions options_;
    std::unique_ptr<Handle> handle_;
    std::map<std::string, long> schemes_;  ///< by origin: the authentication that the server asked for

    void prepare(const HttpRequest& request, const std::string& origin);
    void set_authentication(const std::string& origin);
};

}  // namespace lede
