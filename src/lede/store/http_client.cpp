#include <algorithm>
#include <ctime>
#include <curl/curl.h>
#include <filesystem>
#include <utility>

#include <lede/store/http_client.hpp>
#include <lede/store/url.hpp>

namespace lede {
namespace {

constexpr long max_redirects = 5;
/// From this size on a request whose authentication is not known yet asks first whether its body is welcome.
constexpr std::size_t ask_first_from = std::size_t{1} << 14;

void start_library() {
    // Static initialisation is run once, and by one thread.
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw StoreError("the HTTP library cannot be started");
}

void require_file(const std::string& path, const char* what) {
    if (!path.empty() && !std::filesystem::is_regular_file(path)) {
        throw StoreError(path + ": is not there, but was named as the " + what);
    }
}

bool is_for_ever(CURLcode code) {
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE ||
           code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT || code == CURLE_TOO_MANY_REDIRECTS ||
           code == CURLE_SSL_CONNECT_ERROR || code == CURLE_LOGIN_DENIED;
}

/// Whether nothing of the request can have arrived.
bool is_before_sending(CURLcode code) {
    return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_COULDNT_CONNECT;
}

std::string advice_for(CURLcode code) {
    switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            return "; if the store's certificate is from an authority of your own, name it with --ca-file";
        case CURLE_COULDNT_CONNECT:
        case CURLE_COULDNT_RESOLVE_HOST:
            return "; is the store running, and the address right?";
        case CURLE_OPERATION_TIMEDOUT:
            return "; if the store only needs longer, give it more with --timeout";
        default:
            return "";
    }
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// An answer as it comes in.
struct Incoming {
    HttpResponse response;
    std::size_t limit = 0;
    bool too_long = false;

    void read_header(std::string_view line) {
        if (line.starts_with("HTTP/")) response = {};  // of a redirect, or of the refusal before the credentials
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return;
        const std::string name = lower(line.substr(0, colon));
        std::string_view value = line.substr(colon + 1);
        while (!value.empty() && static_cast<unsigned char>(value.front()) <= 0x20) value.remove_prefix(1);
        while (!value.empty() && static_cast<unsigned char>(value.back()) <= 0x20) value.remove_suffix(1);
        if (name == "content-type") response.content_type = lower(value.substr(0, value.find_first_of("; ")));
        if (name == "server") response.server = value;
        if (name == "retry-after") read_retry_after(value);
    }

    /// Seconds, or a date (RFC 9110, section 10.2.3).
    void read_retry_after(std::string_view value) {
        constexpr long longest = 3600;
        long seconds = -1;
        if (!value.empty() && value.size() < 10 && value.find_first_not_of("0123456789") == std::string_view::npos) {
            seconds = std::stol(std::string(value));
        } else if (const time_t when = curl_getdate(std::string(value).c_str(), nullptr); when >= 0) {
            seconds = std::max<long>(0, static_cast<long>(when - time(nullptr)));
        }
        if (seconds >= 0) response.retry_after = std::chrono::seconds(std::min(seconds, longest));
    }

    static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self) {
        static_cast<Incoming*>(self)->read_header({data, size * count});
        return size * count;
    }
    static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) {
        auto& incoming = *static_cast<Incoming*>(self);
        incoming.too_long = size * count > incoming.limit - incoming.response.body.size();
        if (incoming.too_long) return 0;  // stops the transfer
        incoming.response.body.append(data, size * count);
        return size * count;
    }
};

}  // namespace

struct HttpClient::Handle {
    CURL* easy = curl_easy_init();
    curl_slist* headers = nullptr;
    char problem[CURL_ERROR_SIZE] = "";

    Handle() {
        if (!easy) throw StoreError("the HTTP library cannot be started");
    }
    ~Handle() {
        curl_slist_free_all(headers);
        curl_easy_cleanup(easy);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    template <class Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(easy, option, value);
    }
    /// Of the two that HTTP has; a redirect may not leave https.
    void limit_protocols(bool is_safe) {
#if LIBCURL_VERSION_NUM >= 0x075500
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_REDIR_PROTOCOLS_STR, is_safe ? "https" : "http,https");
#else
        set(CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
        set(CURLOPT_REDIR_PROTOCOLS, static_cast<long>(is_safe ? CURLPROTO_HTTPS : CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
    }
    void add_header(const std::string& line) {
        headers = curl_slist_append(headers, line.c_str());
    }
};

HttpClient::HttpClient(HttpOptions options) : options_(std::move(options)) {
    start_library();
    require_file(options_.ca_file, "file of certificates");
    require_file(options_.credentials.netrc, "file of logins");
    handle_ = std::make_unique<Handle>();
}

HttpClient::~HttpClient() = default;

void HttpClient::set_authentication(const std::string& origin) {
    const Credentials& who = options_.credentials;
    if (!who.token.empty()) {
        handle_->set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        handle_->set(CURLOPT_XOAUTH2_BEARER, who.token.c_str());
        return;
    }
    const auto known = schemes_.find(origin);
    handle_->set(CURLOPT_HTTPAUTH,
                 known == schemes_.end() ? static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST) : known->second);
    if (!who.user.empty()) {
        handle_->set(CURLOPT_USERNAME, who.user.c_str());
        handle_->set(CURLOPT_PASSWORD, who.password.c_str());
    } else if (!who.netrc.empty()) {
        handle_->set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_OPTIONAL));
        handle_->set(CURLOPT_NETRC_FILE, who.netrc.c_str());
    }
}

void HttpClient::prepare(const HttpRequest& request, const std::string& origin) {
    Handle& handle = *handle_;
    // The handle is not reset: it would forget the server's nonce, and each request would be refused first.
    curl_slist_free_all(std::exchange(handle.headers, nullptr));
    handle.problem[0] = '\0';
    const bool has_body = request.method != "GET" && request.method != "HEAD";
    if (!request.content_type.empty()) handle.add_header("Content-Type: " + request.content_type);
    if (!request.accept.empty()) handle.add_header("Accept: " + request.accept);
    const bool asks_first = request.body.size() >= ask_first_from && !schemes_.contains(origin) &&
                            (!options_.credentials.user.empty() || !options_.credentials.netrc.empty());
    handle.add_header(asks_first ? "Expect: 100-continue" : "Expect:");
    handle.set(CURLOPT_HTTPHEADER, handle.headers);
    handle.set(CURLOPT_URL, request.url.c_str());
    handle.set(CURLOPT_USERAGENT, "lede");
    handle.set(CURLOPT_NOBODY, request.method == "HEAD" ? 1L : 0L);
    handle.set(has_body ? CURLOPT_POST : CURLOPT_HTTPGET, 1L);
    handle.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    if (has_body) handle.set(CURLOPT_POSTFIELDS, request.body.data());
    handle.set(CURLOPT_POSTREDIR, static_cast<long>(CURL_REDIR_POST_ALL));
    const bool is_other = request.method != "POST" && has_body;
    handle.set(CURLOPT_CUSTOMREQUEST, is_other ? request.method.c_str() : nullptr);
    handle.set(CURLOPT_ERRORBUFFER, handle.problem);
    handle.set(CURLOPT_NOSIGNAL, 1L);
    handle.set(CURLOPT_FOLLOWLOCATION, 1L);
    handle.set(CURLOPT_MAXREDIRS, max_redirects);
    handle.limit_protocols(origin.starts_with("https"));
    handle.set(CURLOPT_ACCEPT_ENCODING, "");
    handle.set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(options_.connect_timeout.count()));
    handle.set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    handle.set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.timeout.count()));
    if (!options_.ca_file.empty()) handle.set(CURLOPT_CAINFO, options_.ca_file.c_str());
    set_authentication(origin);
}

HttpResponse HttpClient::send(const HttpRequest& request) {
    const std::string origin = parse_url(request.url).origin();
    prepare(request, origin);
    Incoming incoming;
    incoming.limit = options_.max_body;
    handle_->set(CURLOPT_HEADERFUNCTION, Incoming::on_header);
    handle_->set(CURLOPT_HEADERDATA, &incoming);
    handle_->set(CURLOPT_WRITEFUNCTION, Incoming::on_body);
    handle_->set(CURLOPT_WRITEDATA, &incoming);
    const CURLcode code = curl_easy_perform(handle_->easy);
    if (incoming.too_long) {
        throw StoreError(request.url + ": the answer is longer than " + std::to_string(options_.max_body >> 20) +
                         " MiB; ask for less, with LIMIT");
    }
    if (code != CURLE_OK) {
        const std::string said = handle_->problem[0] ? handle_->problem : curl_easy_strerror(code);
        const std::string message = request.url + ": " + said + advice_for(code);
        if (is_for_ever(code)) throw StoreError(message);
        throw ConnectionError(message, !is_before_sending(code));
    }
    curl_easy_getinfo(handle_->easy, CURLINFO_RESPONSE_CODE, &incoming.response.status);
    long asked = 0;
    curl_easy_getinfo(handle_->easy, CURLINFO_HTTPAUTH_AVAIL, &asked);
    // Later requests bring their credentials along instead of being refused first; digest goes before basic.
    if (asked & CURLAUTH_DIGEST) {
        schemes_[origin] = CURLAUTH_DIGEST;
    } else if (asked & CURLAUTH_BASIC) {
        schemes_[origin] = CURLAUTH_BASIC;
    }
    return std::move(incoming.response);
}

}  // namespace lede
