#pragma once

#include <chrono>
#include <functional>
#include <string>

#include <lede/store/http_client.hpp>

namespace lede {

/// When a request is sent again, and after which wait.
struct RetryPolicy {
    int attempts = 6;                               ///< all in all; 1 never sends again
    std::chrono::milliseconds first_wait{500};      ///< doubled each time
    std::chrono::milliseconds longest_wait{30000};  ///< what the server itself asks for (Retry-After) may be longer
    /// Told before each wait, with what went wrong; may be empty.
    std::function<void(const std::string& problem, std::chrono::milliseconds wait)> on_retry;
    /// Waits; empty for a real sleep.
    std::function<void(std::chrono::milliseconds)> sleep;
};

/// Sends until an answer comes that another try would not better. Sent again are: requests that no whole answer came
/// to, and the answers 408, 429, 500 (twice at most, as some stores say it of a faulty request too), 502, 503 and 504.
/// A wait is drawn between half and all of the doubled time, so that many clients do not come back at once.
/// `repeatable` false: a request that may have been carried out already is not sent again.
/// The last answer is returned, the last ConnectionError thrown.
HttpResponse send_with_retries(HttpClient& client, const HttpRequest& request, const RetryPolicy& policy,
                               bool repeatable = true);

}  // namespace lede
