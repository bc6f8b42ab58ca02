#include <algorithm>
#include <optional>
#include <random>
#include <thread>

#include <lede/store/retries.hpp>

namespace lede {
namespace {

constexpr int attempts_after_500 = 2;

bool is_passing(const HttpResponse& response, int attempt) {
    switch (response.status) {
        case 408:
        case 429:
        case 502:
        case 503:
        case 504:
            return true;
        case 500:
            return attempt < attempts_after_500;
        default:
            return false;
    }
}

/// Whether the server has said that it did not do it.
bool is_refusal(const HttpResponse& response) {
    return response.status == 429 || response.status == 503 || response.status == 408;
}

std::chrono::milliseconds wait_before(int attempt, const RetryPolicy& policy) {
    static thread_local std::minstd_rand random{std::random_device{}()};
    auto wait = policy.first_wait;
    for (int i = 1; i < attempt && wait < policy.longest_wait; ++i) wait *= 2;
    wait = std::min(wait, policy.longest_wait);
    const auto half = wait.count() / 2;
    return std::chrono::milliseconds(half + std::uniform_int_distribution<long long>(0, half)(random));
}

void pause(const RetryPolicy& policy, const std::string& problem, std::chrono::milliseconds wait) {
    if (policy.on_retry) policy.on_retry(problem, wait);
    if (policy.sleep) {
        policy.sleep(wait);
    } else {
        std::this_thread::sleep_for(wait);
    }
}

}  // namespace

HttpResponse send_with_retries(HttpClient& client, const HttpRequest& request, const RetryPolicy& policy,
                               bool repeatable) {
    for (int attempt = 1;; ++attempt) {
        std::string problem;
        auto wait = wait_before(attempt, policy);
        try {
            HttpResponse response = client.send(request);
            const bool again = is_passing(response, attempt) && (repeatable || is_refusal(response));
            if (!again || attempt >= policy.attempts) return response;
            problem = request.url + ": answered " + std::to_string(response.status);
            if (response.retry_after) wait = *response.retry_after;
        } catch (const ConnectionError& error) {
            if (attempt >= policy.attempts || (error.reached() && !repeatable)) throw;
            problem = error.what();
        }
        pause(policy, problem, wait);
    }
}

}  // namespace lede
